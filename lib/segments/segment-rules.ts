import { z } from "zod";
import { isIsoDate } from "@/lib/format/calendar";
import {
  FIGURE_RANGES,
  FIGURES,
  HEARING_WORDS,
  LOYALTY_WORDS,
  PLAIN_FIGURES,
  type PlainFigure,
} from "./segment-figures";

/** Fields compared as text, one of a list. */
export const TEXT_FIELDS = [
  "name",
  "country",
  "region",
  "industry",
  "sizeBand",
  "currency",
  "owner",
  "acquiredBy",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

const text = z
  .string()
  .trim()
  .min(1, "Give a value to compare with.")
  .max(200, "Keep the value under 200 characters.");
const values = z
  .array(text)
  .min(1, "Choose at least one value.")
  .max(200, "Choose at most 200 values.");
const date = z.string().refine(isIsoDate, "Give a date as year-month-day, for example 2026-03-01.");

const isOneOf = z.object({ kind: z.literal("text"), field: z.enum(TEXT_FIELDS), is: values });
const contains = z.object({
  kind: z.literal("nameContains"),
  text,
});
const isRecorded = z.object({ kind: z.literal("recorded"), field: z.enum(TEXT_FIELDS) });
const customerSince = z.object({
  kind: z.literal("customerSince"),
  from: date.nullable(),
  until: date.nullable(),
});
const attribute = z.object({
  kind: z.literal("attribute"),
  key: z
    .string()
    .trim()
    .min(1, "Choose the custom attribute.")
    .max(100, "Keep the attribute's name under 100 characters."),
  is: values,
});
const hasContract = z.object({ kind: z.literal("hasContract") });
const ownsProductType = z.object({ kind: z.literal("ownsProductType"), productTypeIds: values });
const loyalty = z.object({
  kind: z.literal("loyalty"),
  is: z.array(z.enum(LOYALTY_WORDS)).min(1, "Choose at least one value."),
});
const hearing = z.object({
  kind: z.literal("hearing"),
  is: z.array(z.enum(HEARING_WORDS)).min(1, "Choose at least one value."),
});

type Bounds = { atLeast: number | null; atMost: number | null };

function hasBound({ atLeast, atMost }: Bounds): boolean {
  return atLeast !== null || atMost !== null;
}

function isInOrder({ atLeast, atMost }: Bounds): boolean {
  return atLeast === null || atMost === null || atLeast <= atMost;
}

function canBeTaken({ figure, atLeast, atMost }: Bounds & { figure: PlainFigure }): boolean {
  const { min, max } = FIGURE_RANGES[figure];
  return [atLeast, atMost].every((bound) => bound === null || (bound >= min && bound <= max));
}

const figure = z
  .object({
    kind: z.literal("figure"),
    figure: z.enum(PLAIN_FIGURES),
    atLeast: z.number().nullable(),
    atMost: z.number().nullable(),
  })
  .refine(hasBound, "Give a smallest or a largest value.")
  .refine(isInOrder, "Give a smallest value that is not above the largest.")
  .refine(canBeTaken, "Give a value that this figure can take.");
const minor = z.number().refine(Number.isSafeInteger, "Give an amount of money.").nullable();
const boundsOf = (given: { atLeastMinor: number | null; atMostMinor: number | null }): Bounds => ({
  atLeast: given.atLeastMinor,
  atMost: given.atMostMinor,
});
const runningRevenue = z
  .object({
    kind: z.literal("runningRevenue"),
    currency: z.string().regex(/^[A-Z]{3}$/, "Give the currency as three letters."),
    atLeastMinor: minor,
    atMostMinor: minor,
  })
  .refine((given) => hasBound(boundsOf(given)), "Give a smallest or a largest value.")
  .refine(
    (given) => isInOrder(boundsOf(given)),
    "Give a smallest value that is not above the largest.",
  );
const figureKnown = z.object({ kind: z.literal("figureKnown"), figure: z.enum(FIGURES) });

const condition = z.discriminatedUnion(
  "kind",
  [
    isOneOf,
    contains,
    isRecorded,
    customerSince,
    attribute,
    hasContract,
    ownsProductType,
    loyalty,
    hearing,
    figure,
    runningRevenue,
    figureKnown,
  ],
  { error: "Choose what this condition compares." },
);
export type SegmentCondition = z.infer<typeof condition>;

/** Rules nest: all of them, any of them, or not. */
export type SegmentRule =
  | { kind: "all" | "any"; rules: SegmentRule[] }
  | { kind: "not"; rule: SegmentRule }
  | SegmentCondition;

const MAX_DEPTH = 6;
const MAX_RULES = 100;

const rule: z.ZodType<SegmentRule> = z.lazy(() =>
  z.union(
    [
      z.object({ kind: z.enum(["all", "any"]), rules: z.array(rule).max(MAX_RULES) }),
      z.object({ kind: z.literal("not"), rule }),
      condition,
    ],
    { error: "This condition is not complete. Choose a field and a value, or remove it." },
  ),
);

function depthOf(node: unknown, depth = 1): number {
  if (depth > MAX_DEPTH || typeof node !== "object" || node === null) return depth;
  const children = [
    ...("rules" in node && Array.isArray(node.rules) ? node.rules : []),
    ...("rule" in node ? [node.rule] : []),
  ];
  // Not Math.max(...): a list of hundreds of thousands does not fit into one call.
  return children.reduce<number>((most, child) => Math.max(most, depthOf(child, depth + 1)), depth);
}

/** The rules of a segment; `{ kind: "all", rules: [] }` selects every account. */
export const segmentRulesSchema = z
  .unknown()
  .refine((node) => depthOf(node) <= MAX_DEPTH, "Nest conditions at most five levels deep.")
  .pipe(rule);
