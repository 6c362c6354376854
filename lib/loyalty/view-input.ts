import { z } from "zod";
import { isIsoDate } from "@/lib/format/calendar";
import { mapPlaceFields } from "@/lib/segments/map-place";
import { SPLITS } from "./retention/split-units";
import { CLOCKS, COHORT_LENGTHS, COHORT_OF, RETENTION_KINDS } from "./retention.types";

/** A filter that comes from an address: an empty one is none. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === "" || value === null ? undefined : value),
    schema.optional(),
  );
}

/** Amounts are read in this one where there is a rate of the day. */
const currencyField = { currency: optional(z.string().trim().toUpperCase().max(20)) };

const date = z.string().refine(isIsoDate, "Give a date as year-month-day, for example 2026-09-30.");

export const filterFields = {
  segmentId: optional(z.uuid({ error: "Choose a segment from the list." })),
  ownerId: optional(z.uuid({ error: "Choose an owner from the list." })),
};

export const overviewInput = z
  .object({
    ...filterFields,
    ...currencyField,
    asOf: optional(date),
    compareTo: optional(date),
    /** All lines of the worklist instead of the first ten. */
    allLines: z.boolean().optional(),
    /** All accounts with room to grow instead of the first ten. */
    allRoom: z.boolean().optional(),
    /** The map under other conventions too. */
    withCuts: z.boolean().optional(),
    ...mapPlaceFields,
  })
  .refine(({ asOf, compareTo }) => !asOf || !compareTo || compareTo < asOf, {
    path: ["compareTo"],
    message: "Compare with a date before the one you look at.",
  });

/** The filters of a page that measures one thing. */
export const reportInput = z.object({
  ...filterFields,
  ...currencyField,
  asOf: optional(date),
  compareTo: optional(date),
});

export const buyingInput = reportInput.extend({
  /** Every gap of every account instead of the largest. */
  allGaps: z.boolean().optional(),
});

/** One of a few views in an address; what is none of them is the first. */
function choiceOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices).catch(choices[0]);
}

export const retentionInput = reportInput.extend({
  closes: choiceOf(["quarter", "month", "year"]),
  split: choiceOf(SPLITS),
  by: choiceOf(RETENTION_KINDS),
  cohorts: choiceOf(COHORT_LENGTHS),
  of: choiceOf(COHORT_OF),
  clock: choiceOf(CLOCKS),
  /** One of the saved segments; another id is none. */
  pair: z.uuid().nullable().catch(null),
});

export const comparisonInput = reportInput.extend({
  split: choiceOf(SPLITS),
  /** A measure that does not suit the data is the first that does. */
  measure: z.string().max(60).optional(),
});

/** As the overview, but a name nobody knows is told. */
export const figuresInput = z.strictObject({
  ...filterFields,
  asOf: optional(date),
  compareTo: optional(date),
});

export const portfolioInput = z.object({
  /** Somebody else's portfolio; without it the actor's own. */
  ownerId: filterFields.ownerId,
  allLines: z.boolean().optional(),
  allRoom: z.boolean().optional(),
});
