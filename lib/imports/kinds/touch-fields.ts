import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const TOUCH_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Activity id",
    "Its id in the other system; where there is none, it is made of the row's other cells.",
    "activity id, task id, event id, engagement id, external id, id",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account; not needed where the e-mail names a contact.",
    "account id, customer id, customer no, customer number, account number, account no, account, company id, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, asiakasnumero, associated company id",
  ),
  field(
    "contactEmail",
    "E-mail",
    "The person's e-mail; where it names one of your contacts, the row is about that person.",
    "e-mail, email, e-mail address, email address, contact email, person email, mail, e-post, epost, sähköposti",
  ),
  field(
    "employeeEmail",
    "Colleague (e-mail)",
    "Who of yours; added as employee when not known.",
    "colleague, colleague email, owner, owner email, assigned to, activity owner, sælger email, ansvarig, ansvarlig, vastuuhenkilö",
  ),
  field(
    "kind",
    "Kind of activity",
    "Call, meeting, visit, e-mail or note; a note where it is not said.",
    "kind, type, activity type, task subtype, aktivitet, typ, laji, tyyppi",
  ),
  field(
    "isTwoWay",
    "Both spoke",
    "Yes or no; without it yes for calls, meetings and visits.",
    "both spoke, two way, two-way, reply",
  ),
  field(
    "happenedOn",
    "Happened on",
    "The day.",
    "happened on, date, activity date, due date, start, start date, dato, datum, päivä, päivämäärä",
    { isRequired: true, type: "date" },
  ),
  field(
    "note",
    "What was said",
    "As text.",
    "note, notes, subject, description, comments, comment, body, notat, anteckning, beskrivelse, muistiinpano",
  ),
  field(
    "nextStep",
    "Next step",
    "As text.",
    "next step, next action, næste skridt, nästa steg, neste steg, seuraava askel",
  ),
  field(
    "nextStepOn",
    "Next step on",
    "The day.",
    "next step on, next step date, follow up date, follow-up date",
    { type: "date" },
  ),
];
