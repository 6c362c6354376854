import { z } from "zod";
import { isIsoDate } from "@/lib/format/calendar";

export const ACQUIRED_BY = ["referral", "repeat_person", "inbound", "bought", "unknown"] as const;
export const CONTACT_ROLES = ["decision_maker", "influencer", "user"] as const;
export const TOUCH_KINDS = ["call", "meeting", "visit", "email", "note"] as const;

/** Forms send "" for an empty field. */
function emptyIsNull<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);
}

function optionalText(max: number, what: string) {
  return emptyIsNull(
    z.string().trim().max(max, `Keep ${what} under ${max} characters.`).nullable(),
  );
}

const optionalId = (message: string) => emptyIsNull(z.uuid({ error: message }).nullable());
const dateMessage = "Give a date as year-month-day, for example 2026-03-01.";
const optionalDate = emptyIsNull(z.string().refine(isIsoDate, dateMessage).nullable());
const flag = z.preprocess(
  (value) => value === true || value === "on" || value === "true" || value === "1",
  z.boolean(),
);
const id = (what: string) => z.uuid({ error: `Choose ${what}.` });

/** Custom attributes: "key: value" pairs as an object, or as JSON text from a form. */
const attributes = z.preprocess(
  (value) => {
    if (typeof value !== "string") return value ?? {};
    try {
      return value.trim() === "" ? {} : JSON.parse(value);
    } catch {
      return value;
    }
  },
  z.record(z.string().min(1).max(100), z.string().max(200), {
    error: "Give custom attributes as names with values.",
  }),
);

const accountFields = {
  name: z
    .string({ error: "Give the account a name." })
    .trim()
    .min(1, "Give the account a name.")
    .max(200, "Keep the name under 200 characters."),
  externalId: optionalText(200, "the external id"),
  parentId: optionalId("Choose the parent account from the list."),
  decidesForSites: flag,
  ownerId: optionalId("Choose the owner from the list."),
  sizeBand: optionalText(50, "the size band"),
  industry: optionalText(100, "the industry"),
  country: emptyIsNull(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "Give the country as two letters, for example DK.")
      .nullable(),
  ),
  region: optionalText(100, "the region"),
  currency: z
    .string({ error: "Give the account's currency." })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Give the currency as three letters, for example DKK."),
  customerSince: optionalDate,
  acquiredBy: z.enum(ACQUIRED_BY, { error: "Choose how the account was won." }).default("unknown"),
  referredById: optionalId("Choose the account that referred them from the list."),
  attributes,
};

export const createAccountSchema = z.object(accountFields);
export const updateAccountSchema = z.object({
  accountId: id("the account"),
  ...accountFields,
});
/** A change of owner only: the hand-over of one account. */
export const assignOwnerSchema = z.object({
  accountId: id("the account"),
  ownerId: optionalId("Choose the owner from the list."),
});

const contactFields = {
  firstName: optionalText(100, "the first name"),
  lastName: optionalText(100, "the last name"),
  email: emptyIsNull(
    z
      .email({ error: "Give an e-mail address like name@company.com." })
      .trim()
      .toLowerCase()
      .max(254, "Keep the e-mail address under 254 characters.")
      .nullable(),
  ),
  title: optionalText(100, "the title"),
  role: emptyIsNull(z.enum(CONTACT_ROLES, { error: "Choose a role from the list." }).nullable()),
  language: emptyIsNull(
    z
      .enum(["en", "da", "sv", "nb", "fi"], { error: "Choose a language from the list." })
      .nullable(),
  ),
  worksWithId: optionalId("Choose the colleague from the list."),
};

function hasName(contact: {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}) {
  return contact.firstName !== null || contact.lastName !== null || contact.email !== null;
}
const needsName = { path: ["lastName"], message: "Give a name or an e-mail address." };

export const createContactSchema = z
  .object({ accountId: id("the account"), ...contactFields })
  .refine(hasName, needsName);
export const updateContactSchema = z
  .object({ contactId: id("the contact"), ...contactFields })
  .refine(hasName, needsName);
/** The person left the customer company: answers stop counting, nothing is deleted. */
export const leaveContactSchema = z.object({
  contactId: id("the contact"),
  leftOn: z.string({ error: dateMessage }).refine(isIsoDate, dateMessage),
});

export const logTouchSchema = z
  .object({
    accountId: id("the account"),
    contactId: optionalId("Choose the person from the list."),
    kind: z.enum(TOUCH_KINDS, {
      error: "Choose what it was: call, meeting, visit, e-mail or note.",
    }),
    isTwoWay: flag,
    happenedOn: z.string({ error: dateMessage }).refine(isIsoDate, dateMessage),
    note: optionalText(5000, "the note"),
    nextStep: optionalText(500, "the next step"),
    nextStepOn: optionalDate,
  })
  .refine((touch) => touch.nextStep === null || touch.nextStepOn !== null, {
    path: ["nextStepOn"],
    message: "Give the next step a date: the account rests on the worklist until then.",
  })
  .refine((touch) => touch.nextStepOn === null || touch.nextStepOn >= touch.happenedOn, {
    path: ["nextStepOn"],
    message: "The next step cannot be before the contact itself.",
  });
