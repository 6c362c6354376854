"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { StateDot } from "@/components/metrics/state-dot";
import { classNames } from "@/components/ui/class-names";
import type { LoyaltyState } from "@/lib/metrics";
import { areaOf } from "./chosen-area";
import { MapRegion } from "./map-region";
import type { MapChoice, MapLayout, Region, RegionLayout } from "./map-types";
import type { Box } from "./pack-dots";
import { useRovingDots } from "./use-roving-dots";

type LoyaltyMapProps = {
  layout: MapLayout;
  line: number;
  /** What is seen, for those who do not see it. */
  summary: string;
  /** "2 neither heard from nor long enough a customer" */
  corner: string | null;
  /** What is chosen, and the page that tells about a choice; without it nothing can be chosen. */
  choice?: { chosen: MapChoice | null; path: string; query: Record<string, string> };
};

/** A word of an axis and where it stands, as a share of its length. */
type Tick = readonly [string, number];

const SMALL = "text-xs text-ink-2";

function Corner({ state }: { state: LoyaltyState }) {
  const t = useTranslations("chart.states");
  return (
    <span>
      <StateDot state={state}>
        <b className="font-semibold">{t(`${state}.word`)}</b>{" "}
        <span className="text-ink-2 max-sm:hidden">{t(`${state}.meaning`)}</span>
      </StateDot>
    </span>
  );
}

function Ticks({ ticks, isAcross }: { ticks: readonly Tick[]; isAcross: boolean }) {
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

/** A rectangle drawn in a region becomes the address of the page, which then tells about it. */
function useChoosing(choice: LoyaltyMapProps["choice"]) {
  const router = useRouter();
  return (part: Region, region: RegionLayout) => {
    if (!choice) return {};
    const { chosen, path, query } = choice;
    return {
      chosen: chosen?.part === part ? chosen : null,
      onBox: (box: Box) => {
        const address = new URLSearchParams({ ...query, ...areaOf(part, region, box) });
        router.push(`${path}?${address}`, { scroll: false });
      },
    };
  };
}

/** Every account on behaviour and attitude: the plane, a strip for the unheard, one for the too new. */
export function LoyaltyMap({ layout, line, summary, corner, choice }: LoyaltyMapProps) {
  const t = useTranslations("chart.map");
  const behaviourTicks = [
    [t("gone"), 0],
    ["−20 %", 0.5],
    [t("steady"), 0.75],
    ["+20 %", 1],
  ] as const;
  const attitudeTicks = [
    [t("no"), 0],
    [t("notSure"), 0.45],
    [t("yes"), 1],
  ] as const;
  const roving = useRovingDots(layout);
  const choosing = useChoosing(choice);
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
          <Ticks ticks={attitudeTicks} isAcross={false} />
        </div>
        {tooNew ? (
          <MapRegion
            region={tooNew}
            label={t("tooNewLabel")}
            roving={roving}
            cutY={1 - line}
            {...choosing("tooNew", tooNew)}
          />
        ) : null}
        <MapRegion
          region={plane}
          label={t("plane")}
          emptyText={t("empty")}
          roving={roving}
          cutX={line}
          cutY={1 - line}
          insideTicks={attitudeTicks.map(([word, share]) => [word, 1 - share])}
          {...choosing("plane", plane)}
        />

        <Beside />
        {tooNew ? (
          <div className={classNames(SMALL, "text-center max-[30rem]:-mx-2")}>{t("tooNew")}</div>
        ) : null}
        <div aria-hidden className={classNames(SMALL, "relative h-5")}>
          <Ticks ticks={behaviourTicks} isAcross />
        </div>

        <Beside />
        {spacer}
        <div className="flex justify-between gap-3 pb-2">
          <Corner state="leaving" />
          <Corner state="passive" />
        </div>

        {unheard ? (
          <Strip label={t("unheard")}>
            {spacer}
            <MapRegion
              region={unheard}
              label={t("unheardLabel")}
              roving={roving}
              cutX={line}
              insideTicks={[[t("unheard"), 0]]}
              {...choosing("unheard", unheard)}
            />
          </Strip>
        ) : null}
        <Beside />
        {spacer}
        <div className={classNames(SMALL, "flex justify-between gap-3 pt-1")}>
          <span>{t("axis")}</span>
          {corner ? <span>{corner}</span> : null}
        </div>
      </div>
    </div>
  );
}
