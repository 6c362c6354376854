"use client";

import { useTranslations } from "next-intl";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

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

const AXIS = { fill: "var(--ink-3)", fontSize: 12 };

function Hint({
  active,
  payload,
}: {
  active?: boolean;
  payload?: readonly { payload?: unknown }[];
}) {
  const t = useTranslations("chart.history");
  const point = payload?.[0]?.payload as HistoryPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-control border border-control bg-card px-3 py-2 text-sm">
      <p className="font-semibold">{point.label}</p>
      <p>{t("behaviourAt", { score: point.behaviourWords })}</p>
      <p>{t("attitudeAt", { score: point.attitudeWords })}</p>
    </div>
  );
}

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
  const years = points.filter((point) => point.month.slice(5, 7) === "01");
  return (
    <div>
      <div className="flex gap-5 text-sm">
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden width="22" height="8">
            <line x1="0" x2="22" y1="4" y2="4" strokeWidth="2" className="stroke-accent" />
          </svg>
          {t("behaviour")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden width="22" height="8">
            <line
              x1="0"
              x2="22"
              y1="4"
              y2="4"
              strokeWidth="2"
              strokeDasharray="5 3"
              className="stroke-latent"
            />
          </svg>
          {t("attitude")}
        </span>
      </div>
      <div className="h-44 w-full">
        <ResponsiveContainer
          width="100%"
          height="100%"
          initialDimension={{ width: 600, height: 176 }}
        >
          <LineChart
            data={[...points]}
            margin={{ top: 10, right: 12, bottom: 0, left: 0 }}
            title={t("title")}
            accessibilityLayer
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="month"
              ticks={years.map((point) => point.month)}
              tickFormatter={(month: string) => month.slice(0, 4)}
              tick={AXIS}
              stroke="var(--line)"
            />
            <YAxis
              domain={[0, 1]}
              ticks={[0, line, 1]}
              tickFormatter={(score: number) =>
                t(score === 0 ? "no" : score === 1 ? "yes" : "line")
              }
              tick={AXIS}
              stroke="var(--line)"
              width={36}
            />
            <ReferenceLine y={line} stroke="var(--ink-3)" strokeDasharray="2 3" />
            <Tooltip content={<Hint />} />
            <Line
              dataKey="behaviour"
              type="linear"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="attitude"
              type="stepAfter"
              stroke="var(--state-latent)"
              strokeWidth={2}
              strokeDasharray="5 3"
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <Table points={points} />
    </div>
  );
}
