import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const CHURN_EVENT_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Event id",
    "Its id in the other system; where there is none, it is made of the row's other cells.",
    "event id, churn id, external id, id",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account, as imported with the accounts.",
    "account id, customer id, customer no, customer number, account number, account no, account, company id, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, asiakasnumero",
    { isRequired: true },
  ),
  field(
    "kind",
    "What happened",
    "Contract lost, account lost, shrunk or won back.",
    "kind, what happened, type, event, event type, churn type, hændelse, händelse, hendelse, tapahtuma",
    { isRequired: true },
  ),
  field(
    "happenedOn",
    "Happened on",
    "The day.",
    "happened on, date, event date, churn date, lost on, dato, datum, päivä, päivämäärä",
    { isRequired: true, type: "date" },
  ),
  field(
    "contractExternalId",
    "Contract id",
    "The contract it is about.",
    "contract id, contract no, contract number, contract, kontraktnr, aftalenr, avtalsnr, avtalenr",
  ),
  field(
    "reason",
    "Reason",
    "As text.",
    "reason, churn reason, lost reason, årsag, orsak, årsak, syy",
  ),
  field("rival", "Rival", "To whom it went.", "rival, competitor, lost to, konkurrent, kilpailija"),
  field(
    "amount",
    "Yearly amount",
    "What was lost or won back, a year.",
    "amount, yearly amount, annual amount, arr lost, value, beløb, belopp, beløp, summa",
    { type: "number" },
  ),
  field(
    "currency",
    "Currency",
    "Three letters (DKK).",
    "currency, currency code, valuta, valutakode, valutakod, valuutta",
  ),
];
