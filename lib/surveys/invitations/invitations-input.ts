import { z } from "zod";
import { CONTACT_ROLES } from "@/lib/accounts/contact-roles";
import { LANGUAGES } from "@/lib/i18n/languages";

export const MOST_PEOPLE = 1_000;

const name = z.string().trim().max(100, "Use at most 100 characters.").optional();
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Leave it out instead of empty.")
    .max(max, `Use at most ${max} characters.`);

const contact = z.strictObject({
  email: z
    .string({ error: "Give an e-mail address like name@company.com." })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: "Give an e-mail address like name@company.com." }).max(254)),
  firstName: name,
  lastName: name,
  role: z.enum(CONTACT_ROLES, { error: "Use decision_maker, influencer or user." }).optional(),
  language: z.enum(LANGUAGES, { error: "Use en, da, sv, nb or fi." }).optional(),
});

const person = z
  .strictObject({
    contactId: z.uuid({ error: "Give the id of a contact." }).optional(),
    accountExternalId: text(200).optional(),
    /** Of which source system the id is; needed where two have the same. */
    accountSource: text(50).optional(),
    contact: contact.optional(),
    askKey: text(200),
    language: z.enum(LANGUAGES, { error: "Use en, da, sv, nb or fi." }).optional(),
  })
  .refine(
    ({ contactId, accountExternalId, contact: told }) =>
      contactId ? !accountExternalId && !told : accountExternalId && told,
    { path: ["contactId"], message: "Give contactId, or accountExternalId with contact." },
  );
export type PersonInput = z.infer<typeof person>;

export const createInvitationsSchema = z
  .strictObject({
    surveyId: z.uuid({ error: "Give the id of a survey." }),
    people: z
      .array(person, { error: "Give a list of people." })
      .min(1, "Give at least one person.")
      .max(MOST_PEOPLE, `Send at most ${MOST_PEOPLE} people in one call.`),
    /** Stands in the audit log: why these people are asked. */
    reason: z
      .string()
      .regex(/^[a-z0-9_.-]{1,60}$/, "Use a short code such as case_closed.")
      .optional(),
  })
  .superRefine(({ people }, check) => {
    const seen = new Set<string>();
    people.forEach(({ askKey }, index) => {
      const path = ["people", index, "askKey"];
      if (seen.has(askKey)) check.addIssue({ code: "custom", path, message: "Used twice." });
      seen.add(askKey);
    });
  });
