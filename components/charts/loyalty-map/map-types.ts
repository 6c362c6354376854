import type { LoyaltyState } from "@/lib/metrics";

/** An account as the map draws it; scores 0..1, null off the plane. Words are ready to show. */
export type MapAccount = {
  id: string;
  name: string;
  href: string;
  behaviour: number | null;
  attitude: number | null;
  state: LoyaltyState;
  /** Any unit; the area of the dot. */
  size: number;
  mark: "filled" | "ring" | null;
  moved: { fromBehaviour: number; fromAttitude: number } | null;
  /** Others are chosen, this one is not. */
  isFaint?: boolean;
  /** Lines of the tooltip, also what a screen reader hears. */
  lines: readonly string[];
};

/** Accounts that stand in about the same place and are drawn by shading only. */
export type MapCrowd = {
  behaviour: number | null;
  attitude: number | null;
  accounts: number;
  /** Of all of them, in the unit of the accounts. */
  size: number;
};

export type Region = "plane" | "unheard" | "tooNew";

type Range = { from: number; to: number };

/** A rectangle that was chosen, in scores; null where the region knows no such score. */
export type MapChoice = { part: Region; behaviour: Range | null; attitude: Range | null };

export type MapDot = {
  id: string;
  name: string;
  href: string;
  region: Region;
  /** In the units of the region's own view box. */
  x: number;
  y: number;
  r: number;
  behaviour: number | null;
  attitude: number | null;
  state: LoyaltyState;
  mark: "filled" | "ring";
  isFaint: boolean;
  lines: readonly string[];
};

export type MapArrow = { id: string; fromX: number; fromY: number; toX: number; toY: number };

export type DensityCell = { x: number; y: number; width: number; height: number; weight: number };

export type MapName = { id: string; text: string; x: number; y: number; side: "left" | "right" };

export type RegionLayout = {
  width: number;
  height: number;
  dots: readonly MapDot[];
  names: readonly MapName[];
  arrows: readonly MapArrow[];
  density: readonly DensityCell[];
};

export type MapLayout = {
  plane: RegionLayout;
  /** Null where nobody is unheard, or too new. */
  unheard: RegionLayout | null;
  tooNew: RegionLayout | null;
  /** Accounts that only the shading shows. */
  shaded: number;
};
