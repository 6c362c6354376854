"use client";

import { useTranslations } from "next-intl";
import { SeriesChart } from "./series-chart";

export type HistoryPoint = {
  /** 'YYYY-MM' */
  month: string;
  label: string;
  behaviour: number | null;
  attitude: number | null;
  behaviourWords: string;
  attitudeWords: string;
};

type HistoryChartProps = { points: readonly HistoryPoint[]; line: number };

function Table({ points }: { points: readonly HistoryPoint[] }) {
  const t = useTranslations("chart.history");
  return (
    <details className="mt-1 text-sm">
      <summary className="inline list-none text-ink-2 underline hover:text-ink">
        {t("table")}
      </summary>
      <table className="mt-2 w-full">
        <thead>
          <tr className="border-b border-line text-ink-3">
            <th scope="col" className="py-1 text-left font-normal">
              {t("month")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("behaviour")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("attitude")}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <tr key={point.month} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {point.label}
              </th>
              <td className="text-right">{point.behaviourWords}</td>
              <td className="text-right">{point.attitudeWords}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Two scores over the months, with the line that divides yes from no. */
export function HistoryChart({ points, line }: HistoryChartProps) {
  const t = useTranslations("chart.history");
  return (
    <div>
      <SeriesChart
        title={t("title")}
        series={[
          { key: "behaviour", label: t("behaviour"), tone: "accent" },
          {
            key: "attitude",
            label: t("attitude"),
            tone: "state-latent",
            isDashed: true,
            isStep: true,
          },
        ]}
        points={points.map((point, at) => ({
          at,
          label: point.label,
          values: {
            behaviour: { value: point.behaviour, words: point.behaviourWords },
            attitude: { value: point.attitude, words: point.attitudeWords },
          },
        }))}
        xTicks={points.flatMap(({ month }, at) =>
          month.slice(5, 7) === "01" ? [{ at, label: month.slice(0, 4) }] : [],
        )}
        yTicks={[
          { at: 0, label: t("no") },
          { at: line, label: t("line") },
          { at: 1, label: t("yes") },
        ]}
        line={{ at: line, label: "" }}
        height={180}
      />
      <Table points={points} />
    </div>
  );
}
