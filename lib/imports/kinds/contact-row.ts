import { parseLanguage } from "../values/language";
import type { FieldDefinition } from "./import-kind";
import * as read from "./row";

export type ContactRow = {
  externalId: string;
  accountExternalId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  title: string | null;
  role: string | null;
  language: string | null;
  worksWithEmail: string | null;
  leftOn: string | null;
};

const ROLES = {
  decision_maker: [
    "decision-maker",
    "decision maker",
    "decider",
    "buyer",
    "beslutningstager",
    "beslutstager",
    "beslutsfattare",
    "päättäjä",
  ],
  influencer: [
    "influencer",
    "adviser",
    "advisor",
    "recommender",
    "påvirker",
    "påverkare",
    "vaikuttaja",
  ],
  user: ["user", "end user", "bruger", "användare", "bruker", "käyttäjä"],
} as const;

export const CONTACT_FIELDS: readonly FieldDefinition[] = [
  {
    key: "externalId",
    label: "Contact id",
    help: "The person's id in your system; the e-mail column does where there is none.",
    isRequired: true,
    type: "text",
    synonyms: [
      "contact id",
      "contact no",
      "contact number",
      "person id",
      "kontakt id",
      "kontaktnr",
      "external id",
      "id",
    ],
  },
  {
    key: "accountExternalId",
    label: "Account id",
    help: "The id of the account the person works for, as imported with the accounts.",
    isRequired: true,
    type: "text",
    synonyms: [
      "account id",
      "customer id",
      "customer no",
      "customer number",
      "account number",
      "account",
      "company id",
      "kundenr",
      "kundenummer",
      "kundnr",
      "kundnummer",
      "debitornr",
      "asiakasnumero",
    ],
  },
  {
    key: "fullName",
    label: "Whole name",
    help: "Where the file has one column for it: the first word becomes the first name.",
    isRequired: false,
    type: "text",
    synonyms: [
      "name",
      "full name",
      "contact name",
      "contact",
      "navn",
      "namn",
      "nimi",
      "kontaktperson",
    ],
  },
  {
    key: "firstName",
    label: "First name",
    help: "As text.",
    isRequired: false,
    type: "text",
    synonyms: ["first name", "given name", "fornavn", "förnamn", "etunimi"],
  },
  {
    key: "lastName",
    label: "Last name",
    help: "As text.",
    isRequired: false,
    type: "text",
    synonyms: [
      "last name",
      "surname",
      "family name",
      "efternavn",
      "efternamn",
      "etternavn",
      "sukunimi",
    ],
  },
  {
    key: "email",
    label: "E-mail",
    help: "Without it the person cannot be asked.",
    isRequired: false,
    type: "text",
    synonyms: [
      "e-mail",
      "email",
      "e-mail address",
      "email address",
      "mail",
      "e-post",
      "epost",
      "sähköposti",
    ],
  },
  {
    key: "title",
    label: "Title",
    help: "As text.",
    isRequired: false,
    type: "text",
    synonyms: ["title", "job title", "position", "titel", "stilling", "befattning", "titteli"],
  },
  {
    key: "role",
    label: "Role",
    help: "Decision-maker, influencer or user.",
    isRequired: false,
    type: "text",
    synonyms: ["role", "buying role", "rolle", "roll", "rooli"],
  },
  {
    key: "language",
    label: "Language",
    help: "English, Danish, Swedish, Norwegian or Finnish; as code or word.",
    isRequired: false,
    type: "text",
    synonyms: ["language", "language code", "lang", "sprog", "språk", "kieli"],
  },
  {
    key: "worksWithEmail",
    label: "Works mostly with (e-mail)",
    help: "Your colleague; added as employee when not known.",
    isRequired: false,
    type: "text",
    synonyms: ["works with", "works mostly with", "our contact", "salesperson email"],
  },
  {
    key: "leftOn",
    label: "Left on",
    help: "The day the person left the company.",
    isRequired: false,
    type: "date",
    synonyms: ["left on", "left", "end date", "fratrådt", "slutat", "sluttet"],
  },
];

function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const [firstName = null, ...rest] = name.split(" ");
  return { firstName, lastName: rest.length > 0 ? rest.join(" ") : null };
}

export function parseContact(row: read.Row): ContactRow {
  const whole = splitName(read.text(row, "fullName", 200) ?? "");
  const contact = {
    externalId: read.externalId(row, "externalId"),
    accountExternalId: read.externalId(row, "accountExternalId"),
    firstName: read.text(row, "firstName", 100) ?? (whole.firstName || null),
    lastName: read.text(row, "lastName", 100) ?? whole.lastName,
    email: read.email(row, "email"),
    title: read.text(row, "title", 100),
    role: read.choice(row, "role", ROLES),
    language: read.parsed(
      row,
      "language",
      parseLanguage,
      "is none of English, Danish, Swedish, Norwegian, Finnish.",
    ),
    worksWithEmail: read.email(row, "worksWithEmail"),
    leftOn: read.date(row, "leftOn"),
  };
  const isNameless = !contact.firstName && !contact.lastName && !contact.email;
  const mapsName = ["fullName", "firstName", "lastName", "email"].some((f) => read.has(row, f));
  if (isNameless && mapsName && row.problems.length === 0) {
    read.problem(row, "email", "and the name are both empty; give one of them.");
  }
  return contact;
}
