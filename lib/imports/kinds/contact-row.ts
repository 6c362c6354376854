import { parseLanguage } from "../values/language";
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
  surveyConsent: "granted" | "declined" | null;
  consentOn: string | null;
  consentWording: string | null;
};

const ROLES = {
  decision_maker: [
    "decision-maker",
    "decision maker",
    "decider",
    "buyer",
    "beslutningstager",
    "beslutstager",
    "beslutningstaker",
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

const CONSENTS = {
  granted: ["yes", "y", "true", "1", "ja", "kyllä", "granted", "opt-in", "opted in"],
  declined: ["no", "n", "false", "0", "nej", "nei", "ei", "declined", "opt-out", "opted out"],
} as const;

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
    surveyConsent: read.choice(row, "surveyConsent", CONSENTS),
    consentOn: read.pastDate(row, "consentOn"),
    consentWording: read.text(row, "consentWording", 1000),
  };
  const isNameless = !contact.firstName && !contact.lastName && !contact.email;
  const mapsName = ["fullName", "firstName", "lastName", "email"].some((f) => read.has(row, f));
  if (isNameless && mapsName && row.problems.length === 0) {
    read.problem(row, "email", "and the name are both empty; give one of them.");
  }
  return contact;
}
