import { YES_NO } from "./account-row";
import { derivedId } from "./derived-id";
import * as read from "./row";

export type TouchRow = {
  externalId: string;
  accountExternalId: string | null;
  contactEmail: string | null;
  employeeEmail: string | null;
  kind: string;
  isTwoWay: boolean;
  happenedOn: string;
  note: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
};

const KINDS = {
  call: ["call", "phone", "phone call", "opkald", "samtal", "samtale", "puhelu"],
  meeting: ["meeting", "event", "demo", "møde", "möte", "møte", "tapaaminen"],
  interview: ["interview", "intervju", "haastattelu"],
  visit: ["visit", "site visit", "besøg", "besök", "besøk", "käynti"],
  email: ["email", "e-mail", "mail", "e-post", "mejl", "sähköposti"],
  note: ["note", "task", "to-do", "todo", "other", "note", "anteckning", "notat", "muistiinpano"],
  thanks: ["thanks", "thank you", "tak", "tack", "takk", "kiitos"],
} as const;
const BOTH_SPEAK: readonly string[] = ["call", "meeting", "visit", "interview"];
const MAX_NOTE = 5_000;

export function parseTouch(row: read.Row): TouchRow {
  const accountExternalId = read.text(row, "accountExternalId", 200);
  const contactEmail = read.email(row, "contactEmail");
  const kind = read.choice(row, "kind", KINDS) ?? "note";
  const both = read.choice(row, "isTwoWay", YES_NO);
  const happenedOn = read.required(row, "happenedOn", read.pastDate(row, "happenedOn"), "");
  const note = read.text(row, "note", MAX_NOTE);
  if (accountExternalId === null && contactEmail === null && row.problems.length === 0) {
    read.problem(row, "accountExternalId", "and the e-mail are both empty; give one of them.");
  }
  const id = read.text(row, "externalId", 200);
  return {
    externalId: derivedId(id, [accountExternalId, contactEmail, kind, happenedOn, note]),
    accountExternalId,
    contactEmail,
    employeeEmail: read.email(row, "employeeEmail"),
    kind,
    isTwoWay: both === null ? BOTH_SPEAK.includes(kind) : both === "yes",
    happenedOn,
    note,
    nextStep: read.text(row, "nextStep", 500),
    nextStepOn: read.date(row, "nextStepOn"),
  };
}
