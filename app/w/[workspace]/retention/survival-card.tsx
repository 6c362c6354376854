import { ChartChoice } from "@/components/charts/chart-choice";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint } from "@/components/charts/series-chart";
import { axisTicks } from "@/lib/format/axis-ticks";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { SPLITS } from "@/lib/loyalty/retention/split-units";
import { CLOCKS, type RetentionDto } from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { survivalTable } from "./more-tables";
import { curveName, curveSentence, stayWords, testSentence } from "./survival-words";

const TONES = ["accent", "state-latent", "state-passive", "state-leaving"] as const;

function pointsOf({ survival }: RetentionDto, locale: string): SeriesPoint[] {
  const t = staffWords(locale, "retention");
  const longest = Math.max(0, ...survival.curves.map(({ points }) => points.at(-1)?.month ?? 0));
  const from = survival.fromMonth;
  return Array.from({ length: Math.max(0, longest - from + 1) }, (_, index) => {
    const month = from + index;
    const values = survival.curves.map(({ key, points }) => {
      const point = points[index];
      if (!point) return [String(key), { value: null, words: t("noFigure") }] as const;
      return [String(key), { ...point, words: stayWords(point, locale) }] as const;
    });
    return {
      at: month,
      label: t("survival.after", { months: month }),
      values: Object.fromEntries(values),
    };
  });
}

function yTicksOf(points: readonly SeriesPoint[], locale: string) {
  const ends = points.flatMap(({ values }) =>
    Object.values(values).flatMap(({ value, low }) => [value, low].flatMap((at) => at ?? [])),
  );
  return axisTicks([...ends, 1]).map((at) => ({ at, label: formatPercent(at, locale) }));
}

function Switches({ retention, locale, hrefOf }: CardProps) {
  const t = staffWords(locale, "retention");
  const { split, clock, pair } = retention.choices;
  const { groups } = retention.byGroup;
  const chosen = groups.find(({ key }) => key === pair) ?? groups[0];
  return (
    <div className="mb-2 flex flex-wrap justify-between gap-x-6 gap-y-1">
      <ChartChoice
        label={t("groups.splitLabel")}
        choices={SPLITS.map((each) => ({
          label: t(`groups.split.${each}`),
          href: hrefOf({ split: each }, "survival"),
          isCurrent: each === split,
        }))}
      />
      <ChartChoice
        label={t("survival.clockLabel")}
        choices={CLOCKS.map((each) => ({
          label: t(`survival.clock.${each}`),
          href: hrefOf({ clock: each }, "survival"),
          isCurrent: each === clock,
        }))}
      />
      {split === "segments" && groups.length > 1 ? (
        <ChartChoice
          label={t("survival.pairLabel")}
          choices={groups.slice(0, 6).map(({ key, name }) => ({
            label: name ?? "",
            href: hrefOf({ pair: key }, "survival"),
            isCurrent: key === chosen?.key,
          }))}
        />
      ) : null}
    </div>
  );
}

function Chart({ retention, locale }: CardProps) {
  const t = staffWords(locale, "retention");
  const points = pointsOf(retention, locale);
  const step = points.length > 40 ? 12 : 6;
  return (
    <SeriesChart
      title={t("survival.title")}
      series={retention.survival.curves.map((curve, at) => ({
        key: String(curve.key),
        label: curveName(curve, retention, locale),
        tone: TONES[at] ?? "accent",
        isDashed: at > 0,
        isStep: true,
      }))}
      points={points}
      xTicks={points
        .filter(({ at }) => at % step === 0)
        .map(({ at }) => ({ at, label: t("survival.tick", { months: at }) }))}
      yTicks={yTicksOf(points, locale)}
    />
  );
}

/** Which share of the customers is still there after so long, group beside group. */
export function SurvivalCard(props: CardProps) {
  const { retention, locale, fileOf } = props;
  const t = staffWords(locale, "retention");
  const { survival, choices } = retention;
  return (
    <ChartFrame
      id="survival"
      title={testSentence(retention, locale)}
      note={t(`survival.note.${choices.clock}`)}
      table={survivalTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("survival")}
      formula={
        <FormulaPopover
          id="survival-formula"
          keys={["customerSurvival", "logRank", "restrictedMean"]}
          definitions={retention.definitions}
        />
      }
    >
      <Switches {...props} />
      {survival.curves.length === 0 ? (
        <p className="py-3 text-ink-2">{t("survival.none")}</p>
      ) : (
        <>
          <Chart {...props} />
          <ul className="mt-2 flex flex-col gap-1 text-sm">
            {survival.curves.map((curve) => (
              <li key={String(curve.key)}>{curveSentence(curve, retention, locale)}</li>
            ))}
          </ul>
          <p className="mt-1.5 text-sm text-ink-3">
            {survival.fromMonth > 0 ? `${t("survival.from", { months: survival.fromMonth })} ` : ""}
            {survival.leftOut > 0 ? t("survival.leftOut", { count: survival.leftOut }) : ""}
          </p>
        </>
      )}
    </ChartFrame>
  );
}
