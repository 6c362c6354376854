import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint } from "@/components/charts/series-chart";
import { PageHeader } from "@/components/ui/page-header";
import { axisTicks } from "@/lib/format/axis-ticks";
import { dayNumber } from "@/lib/format/calendar";
import { formatClose } from "@/lib/format/date";
import { formatAmount, formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import { tableHref } from "../_report/table-href";
import { type BridgeStep, bridgeSteps, bridgeTable, overTimeTable } from "./retention-tables";

type RetentionViewProps = { retention: RetentionDto; locale: string; workspace: string };

const TONES: Partial<Record<BridgeStep["step"], string>> = {
  contraction: "state-leaving",
  lost: "state-leaving",
  opening: "control",
  closing: "control",
};

/** Each step begins where the one before ended; both ends stand on the ground. */
function bridgeRows(steps: readonly BridgeStep[], locale: string, currency: string): BarRow[] {
  let reached = 0;
  return steps.map(({ step, label, minor }) => {
    const isEnd = step === "opening" || step === "closing";
    const from = isEnd ? 0 : reached;
    reached = isEnd ? minor : reached + minor;
    const words = formatAmount(minor, { locale, currency });
    return { key: step, label, from, to: reached, words, tone: TONES[step] ?? "accent" };
  });
}

function pointsOf(retention: RetentionDto, locale: string): SeriesPoint[] {
  const t = staffWords(locale, "retention");
  const said = ({ value, low, high, n }: EstimateDto) => ({
    value,
    low,
    high,
    words: t("of", {
      value: formatPercent(value, locale),
      low: formatPercent(low, locale),
      high: formatPercent(high, locale),
      n,
    }),
  });
  return retention.points.map(({ day, gross, net }) => ({
    at: dayNumber(day),
    label: formatClose(day, locale),
    values: { gross: said(gross), net: said(net) },
  }));
}

function headlineOf({ bridge, points, currency }: RetentionDto, locale: string) {
  const t = staffWords(locale, "retention");
  if (bridge === null) return { title: t("headlineNone"), parts: null };
  const { openingMinor, contractionMinor, lostMinor, expansionMinor } = bridge;
  const goneMinor = contractionMinor + lostMinor;
  const amount = (minor: number) => formatMoney(minor, { locale, currency });
  return {
    title: t("headline", { net: formatPercent(points.at(-1)?.net.value ?? null, locale) }),
    parts: t("parts", {
      kept: amount(openingMinor - goneMinor),
      expansion: amount(expansionMinor),
      lost: amount(goneMinor),
    }),
  };
}

export function RetentionView({ retention, locale, workspace }: RetentionViewProps) {
  const t = staffWords(locale, "retention");
  const { filter, currency } = retention;
  const fileOf = tableHref(workspace, "retention", {
    segment: filter.segment?.id,
    owner: filter.owner?.id,
    asOf: filter.asOf,
  });
  const headline = headlineOf(retention, locale);
  const steps = bridgeRows(bridgeSteps(retention, locale), locale, currency);
  const points = pointsOf(retention, locale);
  const percents = points.flatMap(({ values }) =>
    Object.values(values).flatMap(({ value, low, high }) =>
      [value, low, high].flatMap((at) => at ?? []),
    ),
  );
  const formula = (id: string) => (
    <FormulaPopover id={id} keys={["revenueRetention"]} definitions={retention.definitions} />
  );
  return (
    <>
      <div className="mb-5">
        <PeriodFilter
          filter={filter}
          action={workspacePath(workspace, "retention")}
          locale={locale}
        />
      </div>
      <PageHeader title={headline.title} parts={headline.parts} />
      {retention.bridge === null ? null : (
        <div className="flex flex-col gap-4">
          <ChartFrame
            id="bridge"
            title={t("bridgeTitle")}
            note={t("bridgeNote")}
            table={bridgeTable(retention, locale)}
            locale={locale}
            fileHref={fileOf("bridge")}
            formula={formula("bridge-formula")}
          >
            <BarRows title={t("bridgeTitle")} rows={steps} />
          </ChartFrame>
          <ChartFrame
            id="over-time"
            title={t("overTimeTitle")}
            note={t("overTimeNote")}
            table={overTimeTable(retention, locale)}
            locale={locale}
            fileHref={fileOf("over-time")}
            formula={formula("over-time-formula")}
          >
            <SeriesChart
              title={t("overTimeTitle")}
              series={[
                { key: "net", label: t("net"), tone: "accent" },
                { key: "gross", label: t("gross"), tone: "state-latent", isDashed: true },
              ]}
              points={points}
              xTicks={points.map(({ at, label }) => ({ at, label }))}
              yTicks={axisTicks(percents).map((at) => ({ at, label: formatPercent(at, locale) }))}
            />
          </ChartFrame>
        </div>
      )}
    </>
  );
}
