"use client";

import type { ReactElement } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

/** One curve; `tone` is a colour of the theme without its dashes ("accent", "state-loyal"). */
export type Series = {
  key: string;
  label: string;
  tone: string;
  isDashed?: boolean;
  /** Holds its value until the next point: survival, and figures that stand until a new one. */
  isStep?: boolean;
  /** Intervals stand at single points only: a whisker at each instead of a band. */
  hasWhiskers?: boolean;
};

/** What a curve is at a point, its interval, and both as words; null where it is not known. */
export type SeriesValue = {
  value: number | null;
  low?: number | null;
  high?: number | null;
  words: string;
};

export type SeriesPoint = {
  at: number;
  /** "March 2026" */
  label: string;
  values: Readonly<Record<string, SeriesValue>>;
};

/** A place on an axis and what stands there. */
export type AxisTick = { at: number; label: string };

type SeriesChartProps = {
  /** What the chart says, for whoever does not see it. */
  title: string;
  series: readonly Series[];
  points: readonly SeriesPoint[];
  xTicks: readonly AxisTick[];
  yTicks: readonly AxisTick[];
  /** A line that divides, with its word. */
  line?: AxisTick | undefined;
  height?: number;
};

const AXIS = { fill: "var(--ink-3)", fontSize: 12 };

function Hint(props: {
  active?: boolean;
  payload?: readonly { payload?: unknown }[];
  series: readonly Series[];
}) {
  const point = props.payload?.[0]?.payload as SeriesPoint | undefined;
  if (!props.active || !point) return null;
  return (
    <div className="rounded-control border border-control bg-card px-3 py-2 text-sm">
      <p className="font-semibold">{point.label}</p>
      {props.series.map(({ key, label }) => (
        <p key={key}>
          {label}: {point.values[key]?.words ?? "–"}
        </p>
      ))}
    </div>
  );
}

function labelOf(ticks: readonly AxisTick[], at: unknown): string {
  return ticks.find((tick) => tick.at === at)?.label ?? "";
}

function band({ key, tone, isStep }: Series): ReactElement {
  return (
    <Area
      key={`${key}-band`}
      dataKey={(point: SeriesPoint) => {
        const { low, high } = point.values[key] ?? {};
        return low === null || high === null || low === undefined || high === undefined
          ? null
          : [low, high];
      }}
      type={isStep ? "stepAfter" : "linear"}
      stroke="none"
      fill={`var(--${tone})`}
      fillOpacity={0.14}
      isAnimationActive={false}
      activeDot={false}
      tooltipType="none"
    />
  );
}

/** How far the interval reaches below and above the value. */
function reachOf({ value, low, high }: Partial<SeriesValue>): [number, number] | null {
  const isKnown = typeof value === "number" && typeof low === "number" && typeof high === "number";
  return isKnown ? [value - low, high - value] : null;
}

function whiskers({ key, tone }: Series): ReactElement {
  return (
    <ErrorBar
      dataKey={(point: SeriesPoint) => reachOf(point.values[key] ?? {})}
      width={3}
      stroke={`var(--${tone})`}
      strokeWidth={1}
      isAnimationActive={false}
    />
  );
}

function curve(series: Series): ReactElement {
  const { key, tone, isStep, isDashed, hasWhiskers, label } = series;
  return (
    <Line
      key={key}
      name={label}
      dataKey={(point: SeriesPoint) => point.values[key]?.value ?? null}
      type={isStep ? "stepAfter" : "linear"}
      stroke={`var(--${tone})`}
      strokeWidth={2}
      {...(isDashed ? { strokeDasharray: "5 3" } : {})}
      dot={false}
      activeDot={{ r: 3 }}
      isAnimationActive={false}
    >
      {hasWhiskers ? whiskers(series) : null}
    </Line>
  );
}

function Key({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {series.map(({ key, label, tone, isDashed }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <svg aria-hidden width="22" height="8">
            <line
              x1="0"
              x2="22"
              y1="4"
              y2="4"
              strokeWidth="2"
              stroke={`var(--${tone})`}
              {...(isDashed ? { strokeDasharray: "5 3" } : {})}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Curves over time with the bands of their doubt; arrow keys walk the points. */
export function SeriesChart(props: SeriesChartProps) {
  const { title, series, points, xTicks, yTicks, line, height = 240 } = props;
  const [lowest, highest] = [yTicks[0]?.at ?? 0, yTicks.at(-1)?.at ?? 1];
  return (
    <div>
      <Key series={series} />
      <div className="w-full" style={{ height }}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height }}>
          <ComposedChart
            data={[...points]}
            margin={{ top: 10, right: 16, bottom: 0, left: 0 }}
            title={title}
            accessibilityLayer
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={["dataMin", "dataMax"]}
              ticks={xTicks.map(({ at }) => at)}
              tickFormatter={(at: number) => labelOf(xTicks, at)}
              interval="preserveStartEnd"
              minTickGap={16}
              tick={AXIS}
              stroke="var(--line)"
            />
            <YAxis
              domain={[lowest, highest]}
              ticks={yTicks.map(({ at }) => at)}
              tickFormatter={(at: number) => labelOf(yTicks, at)}
              tick={AXIS}
              stroke="var(--line)"
              width={56}
            />
            {line ? (
              <ReferenceLine
                y={line.at}
                stroke="var(--ink-3)"
                strokeDasharray="2 3"
                label={{ value: line.label, position: "insideTopRight", ...AXIS }}
              />
            ) : null}
            <Tooltip content={<Hint series={series} />} />
            {series.filter(({ hasWhiskers }) => !hasWhiskers).map(band)}
            {series.map(curve)}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
