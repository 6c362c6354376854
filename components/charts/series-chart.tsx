"use client";

import { type ReactElement, useState } from "react";
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
import { type CurveEnd, CurveNames } from "./curve-names";
import { hasRoomForLabels, roomFor } from "./end-labels";

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

/** The names as a list: seen where they have no room in the chart, read aloud anyway. */
function Key({ series, isSeen }: { series: readonly Series[]; isSeen: boolean }) {
  if (series.length < 2) return null;
  return (
    <ul className={isSeen ? "flex flex-wrap gap-x-5 gap-y-1 text-sm" : "sr-only"}>
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

/** Where each curve is known last; one that never is has no end to name. */
function endsOf(series: readonly Series[], points: readonly SeriesPoint[]): CurveEnd[] {
  return series.flatMap(({ key, label, tone }) => {
    const last = points.findLast(({ values }) => typeof values[key]?.value === "number");
    const value = last?.values[key]?.value;
    return last && typeof value === "number" ? [{ key, label, tone, at: last.at, value }] : [];
  });
}

/** Curves over time with the bands of their doubt; arrow keys walk the points. */
export function SeriesChart(props: SeriesChartProps) {
  const { title, series, points, xTicks, yTicks, line, height = 240 } = props;
  const [width, setWidth] = useState(600);
  const [lowest, highest] = [yTicks[0]?.at ?? 0, yTicks.at(-1)?.at ?? 1];
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const ends = endsOf(series, points);
  const isNamed = hasRoomForLabels(width, series.length);
  const room = isNamed ? roomFor(ends.map(({ label }) => label)) : 16;
  return (
    <div>
      <Key series={series} isSeen={!isNamed} />
      <div className="w-full overflow-x-clip" style={{ height }}>
        <ResponsiveContainer
          width="100%"
          height="100%"
          initialDimension={{ width: 600, height }}
          onResize={setWidth}
        >
          <ComposedChart
            data={[...points]}
            margin={{ top: 10, right: room, bottom: 0, left: 0 }}
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
            {isNamed ? (
              <CurveNames ends={ends} x={[first, last]} y={[lowest, highest]} room={room} />
            ) : null}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
