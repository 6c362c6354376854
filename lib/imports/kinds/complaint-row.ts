import { derivedId } from "./derived-id";
import * as read from "./row";

export type ComplaintRow = {
  externalId: string;
  accountExternalId: string;
  contactEmail: string | null;
  subject: string;
  body: string | null;
  openedOn: string;
  solvedOn: string | null;
};

const MAX_BODY = 10_000;

export function parseComplaint(row: read.Row): ComplaintRow {
  const accountExternalId = read.externalId(row, "accountExternalId");
  const subject = read.requiredText(row, "subject", 300);
  const openedOn = read.required(row, "openedOn", read.pastDate(row, "openedOn"), "");
  const solvedOn = read.pastDate(row, "solvedOn");
  if (solvedOn !== null && solvedOn < openedOn) {
    read.problem(row, "solvedOn", "lies before the day it came.");
  }
  const id = read.text(row, "externalId", 200);
  return {
    externalId: derivedId(id, [accountExternalId, openedOn, subject]),
    accountExternalId,
    contactEmail: read.email(row, "contactEmail"),
    subject,
    body: read.text(row, "body", MAX_BODY),
    openedOn,
    solvedOn,
  };
}
