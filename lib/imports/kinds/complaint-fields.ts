import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const COMPLAINT_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Complaint id",
    "Its id in the other system; where there is none, it is made of the row's other cells.",
    "complaint id, case id, case number, ticket id, ticket number, sagsnr, ärendenr, saksnr, external id, id",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account, as imported with the accounts.",
    "account id, customer id, customer no, customer number, account number, account no, account, company id, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, asiakasnumero",
    { isRequired: true },
  ),
  field(
    "contactEmail",
    "E-mail",
    "The person's e-mail; where it names one of your contacts, the row is about that person.",
    "e-mail, email, e-mail address, email address, contact email, person email, mail, e-post, epost, sähköposti",
  ),
  field(
    "subject",
    "Subject",
    "In a few words.",
    "subject, title, summary, complaint, emne, ämne, rubrik, aihe",
    { isRequired: true },
  ),
  field(
    "body",
    "In full",
    "The whole text.",
    "body, description, details, text, beskrivelse, beskrivning, kuvaus",
  ),
  field(
    "openedOn",
    "Opened on",
    "The day it came.",
    "opened on, opened, created, created date, created at, date, date opened, oprettet, dato, datum, skapad, opprettet, päivä, luotu",
    { isRequired: true, type: "date" },
  ),
  field(
    "solvedOn",
    "Solved on",
    "The day it was solved; empty: still open.",
    "solved on, solved, closed on, closed, closed date, resolved, resolved on, lukket, stängd, løst, suljettu",
    { type: "date" },
  ),
];
