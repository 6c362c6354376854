import { usePlotArea } from "recharts";
import { LABEL_GAP, shortened, spread } from "./end-labels";

/** A curve's name and the point at which it is known last. */
export type CurveEnd = { key: string; label: string; tone: string; at: number; value: number };

type Range = readonly [from: number, to: number];
type CurveNamesProps = { ends: readonly CurveEnd[]; x: Range; y: Range; room: number };

function along(at: number, [from, to]: Range): number {
  return to > from ? (at - from) / (to - from) : 1;
}

/** The name of each curve at its end, with a thin line where the two had to part. */
export function CurveNames({ ends, x, y, room }: CurveNamesProps) {
  const plane = usePlotArea();
  if (!plane) return null;
  const bottom = plane.y + plane.height;
  const right = plane.x + plane.width;
  const heights = ends.map(({ value }) => bottom - along(value, y) * plane.height);
  const places = spread(heights, plane.y, bottom);
  return (
    <g aria-hidden fontSize={12}>
      {ends.map(({ key, label, tone, at }, index) => {
        const [end, height] = [plane.x + along(at, x) * plane.width, heights[index] ?? 0];
        const place = places[index] ?? height;
        return (
          <g key={key}>
            <path
              d={`M${end + 2},${height}H${right}L${right + LABEL_GAP - 3},${place}`}
              fill="none"
              stroke={`var(--${tone})`}
              strokeDasharray="1 2"
            />
            <text
              x={right + LABEL_GAP}
              y={place}
              dominantBaseline="central"
              // The amber is no colour to read: some ink goes into every one of them.
              fill={`color-mix(in srgb, var(--${tone}) 65%, var(--ink))`}
            >
              <title>{label}</title>
              {shortened(label, room)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
