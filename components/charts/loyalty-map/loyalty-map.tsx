"use client";

import type { CSSProperties, ReactNode } from "react";
import { StateDot } from "@/components/metrics/state-dot";
import { STATE_WORDS } from "@/components/metrics/state-words";
import { classNames } from "@/components/ui/class-names";
import type { LoyaltyState } from "@/lib/metrics";
import { MapRegion } from "./map-region";
import type { MapLayout } from "./map-types";
import { useRovingDots } from "./use-roving-dots";

type LoyaltyMapProps = {
  layout: MapLayout;
  line: number;
  /** What is seen, for those who do not see it. */
  summary: string;
  /** "2 neither heard from nor long enough a customer" */
  corner: string | null;
};

const SMALL = "text-xs text-ink-2";

function Corner({ state }: { state: LoyaltyState }) {
  return (
    <span>
      <StateDot state={state}>
        <b className="font-semibold">{STATE_WORDS[state].word}</b>{" "}
        <span className="text-ink-2 max-sm:hidden">{STATE_WORDS[state].meaning}</span>
      </StateDot>
    </span>
  );
}

function Ticks({ ticks, isAcross }: { ticks: readonly [string, number][]; isAcross: boolean }) {
  return ticks.map(([word, share]) => (
    <span
      key={word}
      style={isAcross ? { left: `${share * 100}%` } : { top: `${(1 - share) * 100}%` }}
      className={classNames(
        "absolute whitespace-nowrap",
        isAcross
          ? share === 0
            ? ""
            : share === 1
              ? "-translate-x-full"
              : "-translate-x-1/2"
          : share === 0
            ? "right-0 -translate-y-full"
            : share === 1
              ? "right-0"
              : "right-0 -translate-y-1/2",
      )}
    >
      {word}
    </span>
  ));
}

const BEHAVIOUR_TICKS: readonly [string, number][] = [
  ["gone", 0],
  ["−20 %", 0.5],
  ["steady", 0.75],
  ["+20 %", 1],
];
const ATTITUDE_TICKS: readonly [string, number][] = [
  ["no", 0],
  ["not sure", 0.45],
  ["yes", 1],
];

function Arrowhead() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <marker
        id="moved"
        viewBox="0 0 8 8"
        refX="6"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M1 1 L7 4 L1 7" className="fill-none stroke-ink-2" strokeWidth={1.2} />
      </marker>
    </svg>
  );
}

function Strip({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className={classNames(SMALL, "self-center text-right max-md:hidden md:pr-2")}>
        {label}
      </div>
      {children}
    </>
  );
}

/** The column of the axis' words; on a phone they stand inside the plane. */
function Beside() {
  return <div className="max-md:hidden" />;
}

/** Every account on behaviour and attitude: the plane, a strip for the unheard, one for the too new. */
export function LoyaltyMap({ layout, line, summary, corner }: LoyaltyMapProps) {
  const roving = useRovingDots(layout);
  const { plane, unheard, tooNew } = layout;
  const narrow = tooNew
    ? `minmax(0,${tooNew.width}fr) minmax(0,${plane.width}fr)`
    : `minmax(0,1fr)`;
  const columns = { "--narrow": narrow, "--wide": `3.9rem ${narrow}` } as CSSProperties;
  const spacer = tooNew ? <div /> : null;
  return (
    <div>
      <p className="sr-only">{summary}</p>
      <Arrowhead />
      <div className="grid grid-cols-(--narrow) gap-x-2 md:grid-cols-(--wide)" style={columns}>
        <Beside />
        {spacer}
        <div className="flex justify-between gap-3 pb-1">
          <Corner state="latent" />
          <Corner state="loyal" />
        </div>

        <div aria-hidden className={classNames(SMALL, "relative max-md:hidden")}>
          <Ticks ticks={ATTITUDE_TICKS} isAcross={false} />
        </div>
        {tooNew ? (
          <MapRegion
            region={tooNew}
            label="Too new to have a behaviour"
            roving={roving}
            cutY={1 - line}
          />
        ) : null}
        <MapRegion
          region={plane}
          label="Accounts by behaviour and attitude"
          emptyText="No answer yet, so no account has a place here."
          roving={roving}
          cutX={line}
          cutY={1 - line}
          insideTicks={ATTITUDE_TICKS.map(([word, share]) => [word, 1 - share])}
        />

        <Beside />
        {tooNew ? <div className={classNames(SMALL, "text-center")}>too new</div> : null}
        <div aria-hidden className={classNames(SMALL, "relative h-5")}>
          <Ticks ticks={BEHAVIOUR_TICKS} isAcross />
        </div>

        <Beside />
        {spacer}
        <div className="flex justify-between gap-3 pb-2">
          <Corner state="leaving" />
          <Corner state="passive" />
        </div>

        {unheard ? (
          <Strip label="not heard from">
            {spacer}
            <MapRegion
              region={unheard}
              label="Not heard from, by behaviour"
              roving={roving}
              cutX={line}
              insideTicks={[["not heard from", 0]]}
            />
          </Strip>
        ) : null}
        <Beside />
        {spacer}
        <div className={classNames(SMALL, "flex justify-between gap-3 pt-1")}>
          <span>Behaviour: running revenue against a year ago →</span>
          {corner ? <span>{corner}</span> : null}
        </div>
      </div>
    </div>
  );
}
