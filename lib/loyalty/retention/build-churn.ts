import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { CloseMatrix } from "@/lib/facts/kernel/close-matrix";
import { perBlock } from "@/lib/facts/per-block";
import { isoOfDay } from "@/lib/format/calendar";
import { type ActiveSpan, churnCounts, churnOfParts } from "@/lib/metrics";
import { enoughDto } from "../estimate-dto";
import type { ChurnPeriodDto, Closes } from "../retention.types";
import type { Scene } from "../scene";
import { closingMonths, isActiveIn, matrixOf, monthsFor, SPANS } from "./closes-matrix";

/** Periods of a table; a longer one is read over time. */
const SHOWN: Record<Closes, number> = { month: 12, quarter: 8, year: 4 };

/** Times as a customer as the closes of months show them. */
function spansOf(matrix: CloseMatrix, account: number): ActiveSpan[] {
  const spans: ActiveSpan[] = [];
  let fromDay: number | null = null;
  for (let index = 0; index < matrix.months; index += 1) {
    const month = matrix.firstMonth + index;
    const isActive = isActiveIn(matrix, account, month);
    if (isActive) fromDay ??= closeOfMonth(month);
    else if (fromDay !== null) {
      spans.push({ fromDay, untilDay: closeOfMonth(month) });
      fromDay = null;
    }
  }
  return fromDay === null ? spans : [...spans, { fromDay, untilDay: null }];
}

/** Customers lost in each period that is over, by the four denominators in use; the newest first. */
export function buildChurn(scene: Scene, closes: Closes): ChurnPeriodDto[] {
  const shown = monthsFor(scene);
  if (shown === null) return [];
  const { every } = SPANS[closes];
  const { fewestForStatistic: fewest } = scene.settings;
  const periods = closingMonths(shown, closes)
    .slice(-SHOWN[closes])
    .reverse()
    .map((month) => ({ openingDay: closeOfMonth(month - every), closingDay: closeOfMonth(month) }));
  const key = `churn ${closes} ${shown.firstMonth} ${shown.months}`;
  const parts = perBlock(scene.units, key, (block) => {
    const matrix = matrixOf(block, shown, ["state"]);
    const spans = Array.from({ length: matrix.accounts }, (_, account) => spansOf(matrix, account));
    return periods.map((period) => churnCounts(spans, period));
  });
  return periods.map((period, at) => {
    const counts = parts.flatMap((part) => part[at] ?? []);
    const { lines, byStart, byMean, actuarial, byExposure } = churnOfParts(counts, period);
    return {
      day: isoOfDay(period.closingDay),
      lines,
      byStart: enoughDto(byStart, fewest),
      byMean: enoughDto(byMean, fewest),
      actuarial: enoughDto(actuarial, fewest),
      byExposure: enoughDto(byExposure, fewest),
    };
  });
}
