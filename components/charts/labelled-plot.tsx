/** A named point of two figures with their intervals, and both as words. */
export type PlotPoint = {
  key: string;
  label: string;
  x: number;
  xLow: number | null;
  xHigh: number | null;
  y: number;
  yLow: number | null;
  yHigh: number | null;
  words: string;
  /** A colour of the theme: "accent", "state-leaving". */
  tone: string;
};

type Tick = { at: number; label: string };

type LabelledPlotProps = {
  title: string;
  points: readonly PlotPoint[];
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  xName: string;
  yName: string;
  /** A line that divides left from right, with what each side is. */
  divide?: { at: number; left: string; right: string };
};

type Place = (at: number) => number;

function placeOn(ticks: readonly Tick[]): Place {
  const [low, high] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  return (at) => Math.min(100, Math.max(0, ((at - low) / (high - low || 1)) * 100));
}

// A label is about so high, in percent of the plane.
const LABEL_GAP = 7;

/** Heights of the labels: just above their points and lines, pushed apart where two would lie on one another. */
function labelHeights(points: readonly PlotPoint[], y: Place): Map<string, number> {
  const heights = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const point of points.toSorted((a, b) => a.y - b.y)) {
    const height = Math.max(y(point.y), last + LABEL_GAP);
    heights.set(point.key, height);
    last = height;
  }
  return heights;
}

function Axes({
  xTicks,
  yTicks,
  x,
  y,
}: { x: Place; y: Place } & Pick<LabelledPlotProps, "xTicks" | "yTicks">) {
  return (
    <div aria-hidden className="text-xs text-ink-3">
      {yTicks.map(({ at, label }) => (
        <div key={at} className="absolute inset-x-0 h-px bg-line" style={{ bottom: `${y(at)}%` }}>
          <span className="absolute right-full mr-2 -translate-y-1/2 whitespace-nowrap">
            {label}
          </span>
        </div>
      ))}
      {xTicks.map(({ at, label }) => (
        <span
          key={at}
          className="absolute top-full mt-1 -translate-x-1/2 whitespace-nowrap"
          style={{ left: `${x(at)}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

function Doubt({ point, x, y }: { point: PlotPoint; x: Place; y: Place }) {
  const { xLow, xHigh, yLow, yHigh, tone } = point;
  const background = `var(--${tone})`;
  return (
    <span aria-hidden className="opacity-60">
      {xLow !== null && xHigh !== null ? (
        <span
          className="absolute h-px"
          style={{
            background,
            bottom: `${y(point.y)}%`,
            left: `${x(xLow)}%`,
            width: `${x(xHigh) - x(xLow)}%`,
          }}
        />
      ) : null}
      {yLow !== null && yHigh !== null ? (
        <span
          className="absolute w-px"
          style={{
            background,
            left: `${x(point.x)}%`,
            bottom: `${y(yLow)}%`,
            height: `${y(yHigh) - y(yLow)}%`,
          }}
        />
      ) : null}
    </span>
  );
}

/** Few points with their names beside them instead of a legend; needs no script. */
export function LabelledPlot(props: LabelledPlotProps) {
  const { title, points, xTicks, yTicks, xName, yName, divide } = props;
  const [x, y] = [placeOn(xTicks), placeOn(yTicks)];
  const heights = labelHeights(points, y);
  return (
    <figure aria-label={title} className="m-0">
      <p aria-hidden className="mb-2 text-sm text-ink-3">
        ↑ {yName}
      </p>
      <div className="relative mr-4 mb-6 ml-12 h-72 sm:h-80">
        <Axes x={x} y={y} xTicks={xTicks} yTicks={yTicks} />
        {divide ? (
          <div
            aria-hidden
            className="absolute inset-y-0 border-l border-dashed border-ink-3 text-xs text-ink-3"
            style={{ left: `${x(divide.at)}%` }}
          >
            <span className="absolute top-0 right-full mr-1.5 whitespace-nowrap">
              {divide.left}
            </span>
            <span className="absolute top-0 left-full ml-1.5 whitespace-nowrap">
              {divide.right}
            </span>
          </div>
        ) : null}
        <ul>
          {points.map((point) => {
            const isRight = x(point.x) > 60;
            return (
              <li key={point.key} title={point.words}>
                <Doubt point={point} x={x} y={y} />
                <span
                  aria-hidden
                  className="absolute z-1 size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full"
                  style={{
                    left: `${x(point.x)}%`,
                    bottom: `${y(point.y)}%`,
                    background: `var(--${point.tone})`,
                  }}
                />
                <span
                  aria-hidden
                  className="absolute mb-0.5 rounded-sm bg-card/80 px-1 text-sm leading-5 font-semibold whitespace-nowrap"
                  style={{
                    bottom: `${heights.get(point.key) ?? 0}%`,
                    ...(isRight
                      ? { right: `${100 - x(point.x)}%`, marginRight: 8 }
                      : { left: `${x(point.x)}%`, marginLeft: 8 }),
                  }}
                >
                  {point.label}
                </span>
                <span className="sr-only">{point.words}</span>
              </li>
            );
          })}
        </ul>
      </div>
      <p aria-hidden className="text-right text-sm text-ink-3">
        {xName} →
      </p>
    </figure>
  );
}
