import { z } from "zod";
import { isIsoDate } from "@/lib/format/calendar";

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

export const nameSchema = z
  .string({ error: "Enter a name." })
  .trim()
  .min(1, "Enter a name.")
  .max(120, "Keep the name under 120 characters.");

export const slugSchema = z
  .string({ error: "Enter a short name for addresses." })
  .trim()
  .toLowerCase()
  .regex(SLUG, "Use 1 to 40 lower-case letters, digits and hyphens, such as acme-pumps.");

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code);
}

function isTimeZone(name: string): boolean {
  // An offset such as "+01:00" means the opposite to the database.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name.length > 0;
  } catch {
    return false;
  }
}

export const currencySchema = z
  .string({ error: "Choose a currency." })
  .trim()
  .toUpperCase()
  .refine(isCurrency, "Enter a currency code of three letters, such as DKK or EUR.");

export const timeZoneSchema = z
  .string({ error: "Choose a time zone." })
  .trim()
  .refine(isTimeZone, "Choose a time zone such as Europe/Copenhagen.");

export const LOCALES = ["en", "da", "sv", "nb", "fi"] as const;

/** How often a colleague gets the answers that can wait, by mail. */
export const DIGESTS = ["daily", "weekly", "none"] as const;
export const localeSchema = z.enum(LOCALES, { error: "Choose one of the languages offered." });

export const countrySchema = z
  .string({ error: "Enter a country code of two letters, such as DK." })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "Enter a country code of two letters, such as DK.");

const DATE = "Enter a date as YYYY-MM-DD.";

/** An empty field means "none". */
export const optionalDateSchema = z.preprocess(
  (value) => (value === "" ? null : value),
  z.string({ error: DATE }).refine(isIsoDate, DATE).nullable(),
);

export const workspaceSchema = z.object({
  name: nameSchema,
  slug: slugSchema,
  currency: currencySchema,
  timeZone: timeZoneSchema,
  locale: localeSchema.default("en"),
  country: countrySchema.nullable().default(null),
  isDemo: z.boolean().default(false),
  figuresAsOf: optionalDateSchema.default(null),
});

export type WorkspaceInput = z.input<typeof workspaceSchema>;
export type WorkspaceValues = z.output<typeof workspaceSchema>;
