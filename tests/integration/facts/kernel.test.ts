import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeOfMonth } from "@/lib/facts/build-account-months";
import { closeMatrix } from "@/lib/facts/kernel/close-matrix";
import { segmentSeries, segmentsOf } from "@/lib/facts/kernel/segment-series";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { withFacts } from "@/lib/facts/with-facts";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { csatMeasure } from "@/lib/loyalty/measures/csat-measure";
import { customerRetentionMeasure, upsellMeasure } from "@/lib/loyalty/measures/customer-measures";
import { isHidden, type Measure } from "@/lib/loyalty/measures/measure";
import { npsMeasure } from "@/lib/loyalty/measures/nps-measure";
import { repurchaseMeasure } from "@/lib/loyalty/measures/order-measures";
import { grossMeasure, netMeasure } from "@/lib/loyalty/measures/revenue-measures";
import { buildScene } from "@/lib/loyalty/scene";
import { shiftMonths } from "@/lib/metrics";
import { MONTHS } from "../../bench/data/business";
import { makeBenchWorkspace } from "../../bench/data/make-world";
import { useTestDatabase } from "../../support/database";

const database = useTestDatabase();
const ACCOUNTS = 120;
// More than a mask has bits.
const SEGMENTS = 33;
const COMPARED = [0, 1, 2, 32];
let ctx: Ctx;

beforeAll(async () => {
  const { slug } = await makeBenchWorkspace(database.url, ACCOUNTS, () => {});
  ctx = await ctxForSystem(slug, "test");
  await refreshFacts({ ctx });
}, 120_000);

/** The measure as the page computes it of these accounts at the close of a month. */
function told(facts: WorkspaceFacts, units: UnitFacts[], month: number, measure: Measure) {
  const day = closeOfMonth(month);
  const scene = buildScene(facts, units, day, shiftMonths(day, -3));
  const figure = measure.figure(scene);
  if (isHidden(figure)) return { value: null, n: 0 };
  // Below ten a page shows the rows themselves; the series has the figure all the same.
  return figure.strip ? null : { value: figure.value, n: figure.n };
}

test("the series of segments over months are the measures at each month's close", async () => {
  await withFacts(ctx, async (_tx, facts) => {
    const known = facts.units.filter(({ head }) => !head.hasUnknownRate);
    expect(known.length).toBeGreaterThan(100);
    const rows = Array.from({ length: SEGMENTS }, (_, segment) =>
      known.flatMap((_, row) => (row % (segment < 3 ? segment + 1 : 2) === 0 ? [row] : [])),
    );
    const first = facts.rateMonth - MONTHS;
    const matrix = closeMatrix(
      known.map(({ series }) => series),
      first,
      MONTHS + 1,
    );
    const series = segmentSeries(matrix, segmentsOf(rows, matrix));
    const measures = [
      ["net", netMeasure],
      ["gross", grossMeasure],
      ["repurchase", repurchaseMeasure],
      ["nps", npsMeasure],
      ["csat", csatMeasure],
    ] as const;
    let compared = 0;
    for (const segment of COMPARED) {
      const own = (rows[segment] ?? []) as number[];
      const units = own.flatMap((row) => known[row] ?? []);
      for (const month of [facts.rateMonth - 30, facts.rateMonth - 7, facts.rateMonth]) {
        const at = month - series.firstMonth;
        for (const [name, measure] of measures) {
          const page = told(facts, units, month, measure);
          if (page === null) continue;
          const cell = series[name][segment]?.[at];
          expect([name, month, cell?.n]).toEqual([name, month, page.n]);
          expect(cell?.value).toBeCloseTo(page.value ?? Number.NaN, 10);
          compared += 1;
        }
        const kept = told(facts, units, month, customerRetentionMeasure);
        expect(series.churn[segment]?.[at]?.value).toBeCloseTo(1 - (kept?.value ?? Number.NaN), 10);
      }
      const last = facts.rateMonth - series.firstMonth;
      const upsell = told(facts, units, facts.rateMonth, upsellMeasure);
      expect(series.upsell[segment]?.[last]).toMatchObject(upsell ?? {});
    }
    expect(compared).toBeGreaterThan(35);
  });
});

test("a segment nobody is in has no figure, and an account outside the months is in none", async () => {
  await withFacts(ctx, async (_tx, facts) => {
    const matrix = closeMatrix(
      facts.units.map(({ series }) => series),
      facts.rateMonth - 200,
      24,
    );
    const series = segmentSeries(matrix, segmentsOf([[], [0, 1]], matrix));
    const fewer = { ...matrix, accounts: matrix.accounts - 1 };
    expect(() => segmentSeries(fewer, segmentsOf([[0]], matrix))).toThrow(RangeError);
    for (const name of ["net", "gross", "churn", "repurchase", "upsell", "nps", "csat"] as const)
      for (const row of series[name]) expect(row).toEqual(row.map(() => ({ value: null, n: 0 })));
  });
});
