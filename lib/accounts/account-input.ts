import { z } from "zod";
import { isIsoDate } from "@/lib/format/calendar";
import { isCurrencyCode } from "@/lib/format/currency-exponent";
import { CONTACT_ROLES } from "./contact-roles";
import { DRIVER_ITEMS } from "./driver-items";
import { seenValues } from "./merge-edits";

const ACQUIRED_BY = ["referral", "repeat_person", "inbound", "bought", "unknown"] as const;
const TOUCH_KINDS = ["call", "meeting", "visit", "interview", "email", "note", "thanks"] as const;

/** Forms send "" for an empty field. A field that is not sent at all is left as it is. */
export function orNull<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" ? null : value), schema.nullable());
}

/** For a new row: what is not sent is not recorded. */
export function orNothing<T extends z.ZodType>(schema: T) {
  return schema.optional().transform((value) => value ?? null);
}

export function text(max: number, what: string) {
  return orNull(
    z
      .string({ error: `Give ${what} as one text.` })
      .trim()
      .max(max, `Keep ${what} under ${max} characters.`),
  );
}

const COUNTRY = "Give the country as two letters, for example DK.";
const DATE = "Give a date as year-month-day, for example 2026-03-01.";
export const day = z.string({ error: DATE }).refine(isIsoDate, DATE);
export const idOf = (message: string) => orNull(z.uuid({ error: message }));
export const required = (what: string) => z.uuid({ error: `Choose ${what}.` });
const flag = z.preprocess(
  (value) => value === true || value === "on" || value === "true",
  z.boolean(),
);

/** Custom attributes: an object of names and values, or its JSON text from a form. */
const attributes = z.preprocess(
  (value) => {
    if (typeof value !== "string") return value;
    try {
      return value.trim() === "" ? {} : JSON.parse(value);
    } catch {
      return value;
    }
  },
  z.record(
    z
      .string()
      .min(1, "Give each custom attribute a name.")
      .max(100, "Keep names of attributes under 100 characters."),
    z
      .string({ error: "Give the value of each custom attribute as text." })
      .max(200, "Keep values of attributes under 200 characters."),
    { error: "Give custom attributes as names with values." },
  ),
);

const name = z
  .string({ error: "Give the account a name." })
  .trim()
  .min(1, "Give the account a name.")
  .max(200, "Keep the name under 200 characters.");

const currency = z
  .string({ error: "Give the account's currency." })
  .trim()
  .toUpperCase()
  .refine(isCurrencyCode, "Give the currency as its three letters, for example DKK.");

const acquiredBy = z.enum(ACQUIRED_BY, { error: "Choose how the account was won." });

const accountFields = {
  externalId: text(200, "the external id"),
  parentId: idOf("Choose the parent account from the list."),
  ownerId: idOf("Choose the owner from the list."),
  sizeBand: text(50, "the size band"),
  industry: text(100, "the industry"),
  country: orNull(
    z
      .string({ error: COUNTRY })
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, COUNTRY),
  ),
  region: text(100, "the region"),
  customerSince: orNull(day),
  referredById: idOf("Choose the account that referred them from the list."),
};

function forNewRow<Fields extends Record<string, z.ZodType>>(fields: Fields) {
  const entries = Object.entries(fields).map(([key, schema]) => [key, orNothing(schema)]);
  return Object.fromEntries(entries) as {
    [Key in keyof Fields]: ReturnType<typeof orNothing<Fields[Key]>>;
  };
}

export const createAccountSchema = z.object({
  name,
  currency,
  ...forNewRow(accountFields),
  decidesForSites: flag.optional().transform((value) => value ?? false),
  acquiredBy: acquiredBy.default("unknown"),
  attributes: attributes.optional().transform((value) => value ?? {}),
});

export const updateAccountSchema = z
  .object({ name, currency, ...accountFields, decidesForSites: flag, acquiredBy, attributes })
  .partial()
  .extend({ accountId: required("the account"), seen: seenValues });

const contactFields = {
  firstName: text(100, "the first name"),
  lastName: text(100, "the last name"),
  email: orNull(
    z
      .email({ error: "Give an e-mail address like name@company.com." })
      .trim()
      .toLowerCase()
      .max(254, "Keep the e-mail address under 254 characters."),
  ),
  title: text(100, "the title"),
  role: orNull(z.enum(CONTACT_ROLES, { error: "Choose a role from the list." })),
  language: orNull(
    z.enum(["en", "da", "sv", "nb", "fi"], { error: "Choose a language from the list." }),
  ),
  worksWithId: idOf("Choose the colleague from the list."),
};

export const createContactSchema = z
  .object({ accountId: required("the account"), ...forNewRow(contactFields) })
  .refine(({ firstName, lastName, email }) => firstName ?? lastName ?? email, {
    path: ["lastName"],
    message: "Give a name or an e-mail address.",
  });

export const updateContactSchema = z
  .object(contactFields)
  .partial()
  .extend({ contactId: required("the person"), seen: seenValues });

/** The person left the customer company: answers stop counting, nothing is deleted. */
export const leaveContactSchema = z.object({ contactId: required("the person"), leftOn: day });

/** Drivers ticked in a form; one that stands twice is one. */
const drivers = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : value),
  z
    .array(z.enum(DRIVER_ITEMS, { error: "Choose the items from the list." }))
    .transform((items) => DRIVER_ITEMS.filter((item) => items.includes(item))),
);

export const logTouchSchema = z
  .object({
    accountId: required("the account"),
    contactId: orNothing(idOf("Choose the person from the list.")),
    kind: z.enum(TOUCH_KINDS, {
      error: "Choose what it was: call, meeting, visit, e-mail, note or thanks.",
    }),
    isTwoWay: flag.optional().transform((value) => value ?? false),
    happenedOn: day,
    note: orNothing(text(5000, "the note")),
    nextStep: orNothing(text(500, "the next step")),
    nextStepOn: orNothing(orNull(day)),
    /** What an interview was about. */
    praisedDrivers: drivers,
    criticisedDrivers: drivers,
  })
  .refine((touch) => touch.nextStep === null || touch.nextStepOn !== null, {
    path: ["nextStepOn"],
    message: "Give the next step a date: the account rests on the worklist until then.",
  })
  .refine((touch) => touch.nextStepOn === null || touch.nextStepOn >= touch.happenedOn, {
    path: ["nextStepOn"],
    message: "The next step cannot be before the contact itself.",
  });
