import { z } from "zod";
import { DRIVER_ITEMS, type DriverItem } from "@/lib/accounts/driver-items";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

/** What a survey's own texts may name; each is filled in when the mail or page is made. */
export const TEXT_PLACEHOLDERS = ["company", "touchpoint", "date"] as const;

const STRANGE = "Only {company}, {touchpoint} and {date} can be filled in.";

function hasKnownPlaceholders(text: string): boolean {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  return names.every((name) => TEXT_PLACEHOLDERS.some((known) => known === name));
}

/** One paragraph: line breaks become spaces, because a subject with one would end the header. */
function ownText(max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(
      z.string().max(max, `Use at most ${max} characters.`).refine(hasKnownPlaceholders, STRANGE),
    )
    .transform((text) => text || undefined)
    .optional();
}

const ownTextsSchema = z.object({
  question: ownText(300),
  comment: ownText(200),
  thanks: ownText(400),
  subject: ownText(120),
  purpose: ownText(400),
  /** Steps of a custom question, the worst first; as many as the scale has, or none. */
  labels: z.array(z.string().trim().max(60, "Use at most 60 characters.")).max(7).optional(),
});
export type OwnTexts = z.infer<typeof ownTextsSchema>;
export type OwnTextName = Exclude<keyof OwnTexts, "labels">;

export const DEFAULT_DRIVER_ITEMS: DriverItem[] = [
  "added_value",
  "service",
  "communication",
  "incentives",
];

/** A form's box as it is sent, and a stored value. */
const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);

/** A form sends an empty one besides, so that "none" can be told from "not said". */
const driverItems = z
  .preprocess(
    (value) => (Array.isArray(value) ? value.filter((item) => item !== "") : value),
    z.array(z.enum(DRIVER_ITEMS, { error: "Choose the items from the list." })),
  )
  .transform((items) => DRIVER_ITEMS.filter((item) => items.includes(item)));

/** What a survey says in its own words; whatever is missing is the standard text of the language. */
export const surveyOptionsSchema = z.object({
  texts: z.partialRecord(z.enum(LANGUAGES), ownTextsSchema).default({}),
  driverItems: driverItems.default(DEFAULT_DRIVER_ITEMS),
  /** A custom question offers "I cannot say" beside its steps. */
  offersCannotSay: ticked,
  /** An admin's word: the questions asked at most once a year may come shortly before a decision date. */
  asksNearDecision: ticked,
});
export type SurveyOptions = z.infer<typeof surveyOptionsSchema>;

export const NO_OPTIONS: SurveyOptions = surveyOptionsSchema.parse({});

/** As stored: an option that a later version cannot read is the default, never an error in a mail. */
export function toSurveyOptions(stored: unknown): SurveyOptions {
  const parsed = surveyOptionsSchema.safeParse(stored);
  return parsed.success ? parsed.data : NO_OPTIONS;
}

export function labelsIn(options: SurveyOptions, language: Language): readonly string[] {
  return (options.texts[language]?.labels ?? []).filter((label) => label !== "");
}
