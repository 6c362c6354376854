import { z } from "zod";
import type { SegmentRule } from "./segment-rules";

/** The parts of the loyalty map: both scores are known, or one of them is not. */
export const MAP_PARTS = ["plane", "unheard", "tooNew"] as const;
export type MapPart = (typeof MAP_PARTS)[number];

type Range = { from: number; to: number };

/** A rectangle on the loyalty map; a score that the part does not know has no range. */
export type MapPlace = { part: MapPart; behaviour: Range | null; attitude: Range | null };

// An address says where: what is no score of 0 to 1 sets no bound.
const score = z.preprocess(
  (value) => (value === "" || value === null ? undefined : value),
  z.coerce.number().min(0).max(1).optional().catch(undefined),
);

export const mapPlaceFields = {
  place: z.enum(MAP_PARTS).optional().catch(undefined),
  behaviourFrom: score,
  behaviourTo: score,
  attitudeFrom: score,
  attitudeTo: score,
};

type Given = z.output<z.ZodObject<typeof mapPlaceFields>>;

function rangeOf(from: number | undefined, to: number | undefined): Range {
  const [a, b] = [from ?? 0, to ?? 1];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

export function placeOf(given: Given): MapPlace | null {
  if (!given.place) return null;
  const behaviour = rangeOf(given.behaviourFrom, given.behaviourTo);
  const attitude = rangeOf(given.attitudeFrom, given.attitudeTo);
  return {
    part: given.place,
    behaviour: given.place === "tooNew" ? null : behaviour,
    attitude: given.place === "unheard" ? null : attitude,
  };
}

function scoreRule(figure: "behaviour" | "attitude", range: Range | null): SegmentRule {
  const known: SegmentRule = { kind: "figureKnown", figure };
  if (range === null) return { kind: "not", rule: known };
  if (range.from === 0 && range.to === 1) return known;
  return { kind: "figure", figure, atLeast: range.from, atMost: range.to };
}

/** The accounts that stand in a place, as a segment would say it; active ones, as only they have scores. */
export function ruleOfPlace({ behaviour, attitude }: MapPlace): SegmentRule[] {
  return [scoreRule("behaviour", behaviour), scoreRule("attitude", attitude)];
}
