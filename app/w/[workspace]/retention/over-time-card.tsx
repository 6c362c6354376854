import { ChartChoice } from "@/components/charts/chart-choice";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint } from "@/components/charts/series-chart";
import { axisTicks } from "@/lib/format/axis-ticks";
import { dayNumber } from "@/lib/format/calendar";
import { formatClose, formatMonth } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { CLOSES, RETENTION_KINDS, type RetentionDto } from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { estimateWords } from "./estimate-words";
import { overTimeTable } from "./retention-tables";

function pointsOf({ points, choices }: RetentionDto, locale: string): SeriesPoint[] {
  const label = choices.closes === "month" ? formatMonth : formatClose;
  return points.map((point) => ({
    at: dayNumber(point.day),
    label: label(point.day, locale),
    values: Object.fromEntries(
      RETENTION_KINDS.map((kind) => {
        const { value, low, high } = point[kind];
        return [kind, { value, low, high, words: estimateWords(point[kind], locale) }];
      }),
    ),
  }));
}

function ticksOf(points: readonly SeriesPoint[], locale: string) {
  const values = points.flatMap((point) =>
    Object.values(point.values).flatMap(({ value, low, high }) =>
      [value, low, high].flatMap((at) => at ?? []),
    ),
  );
  return axisTicks(values).map((at) => ({ at, label: formatPercent(at, locale) }));
}

function noteOf({ choices, shortUntil }: RetentionDto, locale: string): string {
  const t = staffWords(locale, "retention");
  const note = t(`overTimeNote.${choices.closes}`);
  if (shortUntil === null) return note;
  return `${note}. ${t("overTimeShort", { date: formatClose(shortUntil, locale) })}`;
}

/** Twelve months up to each close: of revenue net and gross, and of customers. */
export function OverTimeCard({ retention, locale, fileOf, hrefOf }: CardProps) {
  const t = staffWords(locale, "retention");
  const { closes } = retention.choices;
  const points = pointsOf(retention, locale);
  const hasWhiskers = closes === "month";
  const tones = { net: "accent", gross: "state-latent", customers: "state-passive" } as const;
  return (
    <ChartFrame
      id="over-time"
      title={t("overTimeTitle")}
      note={noteOf(retention, locale)}
      table={overTimeTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("over-time")}
      actions={
        <ChartChoice
          label={t("closesLabel")}
          choices={CLOSES.map((each) => ({
            label: t(`closes.${each}`),
            href: hrefOf({ closes: each }, "over-time"),
            isCurrent: each === closes,
          }))}
        />
      }
      formula={
        <FormulaPopover
          id="over-time-formula"
          keys={["revenueRetention", "customerRetention"]}
          definitions={retention.definitions}
        />
      }
    >
      {points.length === 0 ? (
        <p className="py-3 text-ink-2">{t("overTimeNone")}</p>
      ) : (
        <SeriesChart
          title={t("overTimeTitle")}
          series={RETENTION_KINDS.filter((kind) =>
            retention.points.some((point) => point[kind].value !== null),
          ).map((kind) => ({
            key: kind,
            label: t(kind),
            tone: tones[kind],
            isDashed: kind !== "net",
            hasWhiskers,
          }))}
          points={points}
          xTicks={points.map(({ at, label }) => ({ at, label }))}
          yTicks={ticksOf(points, locale)}
        />
      )}
    </ChartFrame>
  );
}
