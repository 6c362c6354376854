"use client";

import { classNames } from "@/components/ui/class-names";
import type { LoyaltyState } from "@/lib/metrics";
import type { MapChoice, MapDot, MapName, RegionLayout } from "./map-types";
import type { Box } from "./pack-dots";
import { useDragBox } from "./use-drag-box";
import type { RovingDots } from "./use-roving-dots";

const FILLS: Record<LoyaltyState, string> = {
  loyal: "fill-loyal",
  passive: "fill-passive",
  latent: "fill-latent",
  leaving: "fill-leaving",
  notKnown: "fill-not-known",
};
const STROKES: Record<LoyaltyState, string> = {
  loyal: "stroke-loyal",
  passive: "stroke-passive",
  latent: "stroke-latent",
  leaving: "stroke-leaving",
  notKnown: "stroke-not-known",
};

function DotMark({ dot, roving }: { dot: MapDot; roving: RovingDots }) {
  const isRing = dot.mark === "ring";
  return (
    <a
      href={dot.href}
      aria-label={dot.lines.join(". ")}
      className={classNames("outline-none", dot.isFaint && "opacity-25")}
      {...roving.propsOf(dot.id)}
    >
      <circle
        cx={dot.x}
        cy={dot.y}
        r={isRing ? dot.r - 0.9 : dot.r}
        strokeWidth={isRing ? 1.8 : 0}
        className={isRing ? classNames("fill-card", STROKES[dot.state]) : FILLS[dot.state]}
      />
      {roving.activeId === dot.id ? (
        <circle
          cx={dot.x}
          cy={dot.y}
          r={dot.r + 2.5}
          strokeWidth={1.6}
          className="fill-none stroke-ink"
        />
      ) : null}
    </a>
  );
}

function at(x: number, y: number, region: RegionLayout) {
  return { left: `${(x / region.width) * 100}%`, top: `${(y / region.height) * 100}%` };
}

function NameMark({ name, region }: { name: MapName; region: RegionLayout }) {
  return (
    <span
      aria-hidden
      style={at(name.x, name.y, region)}
      className={classNames(
        "pointer-events-none absolute hidden -translate-y-1/2 text-xs whitespace-nowrap text-ink md:block",
        "rounded-sm bg-card/80 px-0.5",
        name.side === "left" && "-translate-x-full",
      )}
    >
      {name.text}
    </span>
  );
}

function Tooltip({ dot, region }: { dot: MapDot; region: RegionLayout }) {
  const isRight = dot.x > region.width * 0.55;
  return (
    <div
      aria-hidden
      style={at(dot.x, dot.y, region)}
      className={classNames(
        "pointer-events-none absolute z-10 w-max max-w-60 -translate-y-1/2 rounded-control border border-control bg-card px-3 py-2 text-sm",
        isRight ? "-translate-x-[calc(100%+14px)]" : "translate-x-3.5",
      )}
    >
      <p className="font-semibold">{dot.name}</p>
      {dot.lines.slice(1).map((line) => (
        <p key={line} className="text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
}

function boxOf({ behaviour, attitude }: MapChoice, { width, height }: RegionLayout): Box {
  return {
    left: (behaviour?.from ?? 0) * width,
    right: (behaviour?.to ?? 1) * width,
    top: (1 - (attitude?.to ?? 1)) * height,
    bottom: (1 - (attitude?.from ?? 0)) * height,
  };
}

function ChosenBox({ box, isDrawn }: { box: Box; isDrawn: boolean }) {
  return (
    <rect
      x={box.left}
      y={box.top}
      width={box.right - box.left}
      height={box.bottom - box.top}
      strokeWidth={1.5}
      strokeDasharray={isDrawn ? "4 3" : undefined}
      className="pointer-events-none fill-accent/10 stroke-accent"
    />
  );
}

type MapRegionProps = {
  region: RegionLayout;
  label: string;
  roving: RovingDots;
  /** What was chosen in this region. */
  chosen?: MapChoice | null;
  /** Asked to choose what stands in a rectangle. */
  onBox?: ((box: Box) => void) | undefined;
  /** Words inside the region on a phone, from the top: 0 is the upper edge. */
  insideTicks?: readonly (readonly [string, number])[];
  /** Said in the middle where no dot is. */
  emptyText?: string;
  /** Cut lines, as shares of the width and of the height. */
  cutX?: number;
  cutY?: number;
};

export function MapRegion(props: MapRegionProps) {
  const { region, label, roving, insideTicks, emptyText, cutX, cutY } = props;
  const { width, height } = region;
  const active = region.dots.find((dot) => dot.id === roving.activeId);
  const drag = useDragBox(region, props.onBox);
  const box = drag.box ?? (props.chosen ? boxOf(props.chosen, region) : null);
  return (
    <figure aria-label={label} className="relative outline-1 -outline-offset-1 outline-line">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name; a title would pop up over every dot */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={classNames(
          "block h-auto w-full overflow-visible",
          props.onBox && "cursor-crosshair",
        )}
        {...drag.handlers}
      >
        {region.density.map((cell) => (
          <rect
            key={`${cell.x}|${cell.y}`}
            x={cell.x}
            y={cell.y}
            width={cell.width}
            height={cell.height}
            className="fill-ink-3"
            opacity={0.08 + 0.42 * cell.weight}
          />
        ))}
        {cutX === undefined ? null : (
          <line
            x1={cutX * width}
            x2={cutX * width}
            y1={0}
            y2={height}
            strokeDasharray="2 3"
            className="stroke-ink-3"
          />
        )}
        {cutY === undefined ? null : (
          <line
            x1={0}
            x2={width}
            y1={cutY * height}
            y2={cutY * height}
            strokeDasharray="2 3"
            className="stroke-ink-3"
          />
        )}
        {box ? <ChosenBox box={box} isDrawn={drag.box !== null} /> : null}
        {region.dots.map((dot) => (
          <DotMark key={dot.id} dot={dot} roving={roving} />
        ))}
        {region.arrows.map((arrow) => (
          <line
            key={arrow.id}
            x1={arrow.fromX}
            y1={arrow.fromY}
            x2={arrow.toX}
            y2={arrow.toY}
            markerEnd="url(#moved)"
            className="pointer-events-none stroke-ink-2"
          />
        ))}
      </svg>
      {insideTicks?.map(([word, share]) => (
        <span
          key={word}
          aria-hidden
          style={{ top: `${share * 100}%` }}
          className={classNames(
            "pointer-events-none absolute left-1 text-xs text-ink-2 md:hidden",
            share === 1 ? "-translate-y-full" : share === 0 ? "" : "-translate-y-1/2",
          )}
        >
          {word}
        </span>
      ))}
      {region.names.map((name) => (
        <NameMark key={name.id} name={name} region={region} />
      ))}
      {region.dots.length === 0 && emptyText ? (
        <p className="absolute inset-0 m-auto h-fit w-fit max-w-[70%] bg-card px-2 text-center text-sm text-ink-2">
          {emptyText}
        </p>
      ) : null}
      {active ? <Tooltip dot={active} region={region} /> : null}
    </figure>
  );
}
