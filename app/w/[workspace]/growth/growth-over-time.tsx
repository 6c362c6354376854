import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint } from "@/components/charts/series-chart";
import { axisTicks } from "@/lib/format/axis-ticks";
import { dayNumber } from "@/lib/format/calendar";
import { formatClose } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GrowthDto, GrowthPointDto } from "@/lib/loyalty/growth.types";
import { overTimeTable } from "./growth-tables";
import { changeWords } from "./growth-words";

function valuesOf(point: GrowthPointDto, locale: string): SeriesPoint["values"] {
  const t = staffWords(locale, "growth");
  const { least, most, total, low, high, n } = point;
  const said = (value: number | null) =>
    value === null ? t("tooFew") : t("point", { value: changeWords(value, locale), n });
  const between =
    least === null || low === null || high === null
      ? said(least)
      : t("pointBetween", {
          value: changeWords(least, locale),
          low: changeWords(low, locale),
          high: changeWords(high, locale),
          n,
        });
  return {
    least: { value: least, low, high, words: between },
    most: { value: most, words: said(most) },
    total: { value: total, words: said(total) },
  };
}

/** Earned growth at the closes of quarters, between what is known to be earned and what may be. */
export function GrowthOverTime(props: {
  growth: GrowthDto;
  locale: string;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
}) {
  const { growth, locale, fileOf } = props;
  const t = staffWords(locale, "growth");
  const points = growth.points.map((point) => ({
    at: dayNumber(point.day),
    label: formatClose(point.day, locale),
    values: valuesOf(point, locale),
  }));
  const ends = growth.points.flatMap(({ least, most, total, low, high }) =>
    [least, most, total, low, high].flatMap((at) => at ?? []),
  );
  return (
    <ChartFrame
      id="over-time"
      title={t("overTimeTitle")}
      note={t("overTimeNote")}
      table={overTimeTable(growth, locale)}
      locale={locale}
      fileHref={fileOf("over-time")}
    >
      {points.length === 0 ? (
        <p className="py-3 text-ink-2">{t("overTimeNone")}</p>
      ) : (
        <SeriesChart
          title={t("overTimeTitle")}
          series={[
            { key: "least", label: t("least"), tone: "accent" },
            { key: "most", label: t("most"), tone: "state-latent", isDashed: true },
            { key: "total", label: t("total"), tone: "state-passive", isDashed: true },
          ]}
          points={points}
          xTicks={points.map(({ at, label }) => ({ at, label }))}
          yTicks={axisTicks([...ends, 0]).map((at) => ({ at, label: formatPercent(at, locale) }))}
        />
      )}
    </ChartFrame>
  );
}
