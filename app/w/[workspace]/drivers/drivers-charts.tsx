import { useTranslations } from "next-intl";
import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { IntervalBar } from "@/components/charts/interval-bar";
import { LabelledPlot, type PlotPoint } from "@/components/charts/labelled-plot";
import { axisTicks } from "@/lib/format/axis-ticks";
import { formatMoney } from "@/lib/format/money";
import { formatNumber, formatPercent, percentEnds } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AdvantageDto, DriverDto, DriversDto } from "@/lib/loyalty/drivers.types";
import type { ReadAs } from "../_loyalty/words/read-as";
import { estimateWords } from "../_report/estimate-words";
import { segmentName } from "./drivers-tables";
import { changeWords } from "./drivers-words";

type ChartProps = { drivers: DriversDto; as: ReadAs };

const STEPS = [1, 2, 3, 4, 5] as const;

function toneOf({ matters, performance }: DriverDto, weakBelow: number): string {
  if (matters !== true) return "control";
  return performance.high !== null && performance.high < weakBelow ? "state-leaving" : "accent";
}

function pointOf(driver: DriverDto, weakBelow: number, locale: string): PlotPoint[] {
  const t = staffWords(locale, "drivers");
  const { importance, performance } = driver;
  if (importance.value === null || performance.value === null) return [];
  const label = t(`items.${driver.key}`);
  return [
    {
      key: driver.key,
      label,
      x: performance.value,
      xLow: performance.low,
      xHigh: performance.high,
      y: importance.value,
      yLow: importance.low,
      yHigh: importance.high,
      tone: toneOf(driver, weakBelow),
      words: t("plot.point", {
        item: label,
        importance: estimateWords(importance, locale, (share) => formatPercent(share, locale)),
        performance: estimateWords(performance, locale, (mean) => formatNumber(mean, locale, 1)),
      }),
    },
  ];
}

function performanceRow(driver: DriverDto, locale: string): BarRow {
  const { performance } = driver;
  return {
    key: driver.key,
    label: staffWords(locale, "drivers")(`items.${driver.key}`),
    to: performance.value ?? STEPS[0],
    low: performance.low,
    high: performance.high,
    words: estimateWords(performance, locale, (mean) => formatNumber(mean, locale, 1)),
    tone: "control",
  };
}

export function DriverPlot({ drivers, as: { locale } }: ChartProps) {
  const t = useTranslations("drivers");
  const { importance, ladder } = drivers;
  if (importance.reason !== null)
    return (
      <>
        <p className="mb-3 text-ink-2">{t("plot.onlyPerformance")}</p>
        <BarRows
          title={t("plot.performance")}
          rows={importance.drivers.map((driver) => performanceRow(driver, locale))}
          floor={STEPS[0]}
        />
      </>
    );
  const points = importance.drivers.flatMap((driver) => pointOf(driver, ladder.weakBelow, locale));
  const highest = points.flatMap(({ y, yHigh }) => yHigh ?? y);
  const lowest = Math.floor(Math.min(...points.map(({ x, xLow }) => xLow ?? x), 3));
  return (
    <LabelledPlot
      title={t("plot.title")}
      points={points}
      xTicks={STEPS.filter((step) => step >= lowest).map((at) => ({
        at,
        label: formatNumber(at, locale),
      }))}
      yTicks={axisTicks([0, ...highest]).map((at) => ({ at, label: formatPercent(at, locale) }))}
      xName={t("plot.performance")}
      yName={t("plot.importance")}
      divide={{ at: ladder.weakBelow, left: t("plot.weak"), right: t("plot.fine") }}
    />
  );
}

function whether(is: boolean | null, [yes, no, unknown]: readonly [string, string, string]) {
  if (is === null) return unknown;
  return is ? yes : no;
}

/** Rungs from the top down, the first to work on marked. */
export function Ladder({ drivers }: ChartProps) {
  const t = useTranslations("drivers");
  const { rungs, rung } = drivers.ladder;
  return (
    <ol className="flex flex-col-reverse gap-1.5">
      {rungs.map((each) => {
        const isFirst = each.rung === rung;
        return (
          <li
            key={each.rung}
            className={`flex flex-wrap items-baseline justify-between gap-x-4 rounded-control border px-3 py-2 ${isFirst ? "border-accent bg-accent-soft" : "border-line"}`}
          >
            <span className="font-semibold">
              {t(`items.${each.rung}`)}
              {isFirst ? (
                <span className="font-normal text-accent"> · {t("ladder.first")}</span>
              ) : null}
            </span>
            <span className="text-sm text-ink-2">
              {whether(each.matters, [
                t("ladder.matters"),
                t("ladder.mattersNot"),
                t("ladder.mattersUnknown"),
              ])}
              {", "}
              {whether(each.isWeak, [t("ladder.weak"), t("ladder.fine"), t("ladder.maybe")])}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export function Interviews({ drivers }: ChartProps) {
  const t = useTranslations("drivers");
  const { interviews, drivers: coded } = drivers.interviews;
  if (interviews === 0) return <p className="py-2 text-ink-2">{t("interviews.empty")}</p>;
  const rows = coded.flatMap(({ key, praised, criticised }): BarRow[] =>
    praised + criticised === 0
      ? []
      : [
          {
            key,
            label: t(`items.${key}`),
            to: praised,
            also: { to: -criticised, tone: "state-leaving" },
            words: t("interviews.counts", { praised, criticised }),
            tone: "accent",
          },
        ],
  );
  return <BarRows title={t("interviews.title")} rows={rows} />;
}

function AdvantageTile({ row, drivers, as }: ChartProps & { row: AdvantageDto }) {
  const t = useTranslations("drivers.advantage");
  const l = useTranslations("loyalty");
  const { better, counts } = row;
  const name = segmentName(row, drivers, as.locale);
  const percent = (share: number | null) => formatPercent(share, as.locale);
  const words = estimateWords(better, as.locale, percent);
  const isAsked = Object.values(counts).some((count) => count > 0);
  return (
    <section
      aria-label={name}
      className={`min-w-0 rounded-control border p-3 ${row.isRealDrop ? "border-danger/60 bg-danger-soft" : "border-line"}`}
    >
      <h3 className="text-sm font-semibold">{name}</h3>
      {better.value === null ? (
        <p className="mt-1 text-sm text-ink-2">
          {better.n === 0 ? t("nobody") : t("tooFew", { n: better.n })}
        </p>
      ) : (
        <>
          <p className="text-figure font-bold">{percent(better.value)}</p>
          <div className="my-1.5">
            <IntervalBar
              value={better.value}
              low={better.low}
              high={better.high}
              min={0}
              max={1}
              label={`${name}: ${words}`}
            />
          </div>
          <p className="text-sm text-ink-3">
            {better.low === null || better.high === null
              ? words
              : l(
                  "measure.between",
                  percentEnds({ low: better.low, high: better.high }, as.locale),
                )}
          </p>
          <p className="mt-1 text-sm font-semibold">{changeWords(row, as.locale)}</p>
        </>
      )}
      {isAsked ? (
        <p className="mt-1 text-sm text-ink-2">
          {t("answers", { ...counts, cannot: counts.cannotSay })}
        </p>
      ) : null}
    </section>
  );
}

export function Advantage({ drivers, as }: ChartProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {drivers.advantage.map((row) => (
        <AdvantageTile key={row.segment?.id ?? "all"} row={row} drivers={drivers} as={as} />
      ))}
    </div>
  );
}

export function Reasons({ drivers, as }: ChartProps) {
  const t = useTranslations("drivers");
  const { reasons } = drivers;
  if (reasons.people === 0) return <p className="py-2 text-ink-2">{t("reasons.empty")}</p>;
  const rows = reasons.reasons.map(({ code, count, share }): BarRow => {
    const said = estimateWords(share, as.locale, (at) => formatPercent(at, as.locale));
    return {
      key: code,
      label: t(`reasons.${code}`),
      to: share.value ?? count,
      low: share.low,
      high: share.high,
      words: reasons.isTooFew ? formatNumber(count, as.locale) : said,
      tone: "accent",
    };
  });
  return (
    <>
      {reasons.isTooFew ? <p className="mb-2 text-ink-2">{t("reasons.tooFew")}</p> : null}
      <BarRows title={t("reasons.title")} rows={rows} />
    </>
  );
}

export function Rivals({ drivers, as }: ChartProps) {
  const t = useTranslations("drivers");
  if (drivers.rivals.length === 0) return <p className="py-2 text-ink-2">{t("rivals.empty")}</p>;
  const rows = drivers.rivals.map(
    ({ name, accounts, lost, revenueMinor }): BarRow => ({
      key: name,
      label: name,
      note: t("rivals.counts", { accounts, lost }),
      to: revenueMinor,
      words: formatMoney(revenueMinor, as),
      tone: "state-leaving",
    }),
  );
  return <BarRows title={t("rivals.title")} rows={rows} />;
}
