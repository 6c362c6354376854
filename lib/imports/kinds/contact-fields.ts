import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const CONTACT_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Contact id",
    "The person's id in your system; the e-mail column does where there is none.",
    "contact id, contact no, contact number, person id, kontakt id, kontaktnr, external id, id",
    { isRequired: true },
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account the person works for, as imported with the accounts.",
    "account id, customer id, customer no, customer number, account number, account, company id, kundenr, kundenummer, kundnr, kundnummer, debitornr, asiakasnumero",
    { isRequired: true },
  ),
  field(
    "fullName",
    "Whole name",
    "Where the file has one column for it: the first word becomes the first name.",
    "name, full name, contact name, contact, navn, namn, nimi, kontaktperson",
  ),
  field("firstName", "First name", "As text.", "first name, given name, fornavn, förnamn, etunimi"),
  field(
    "lastName",
    "Last name",
    "As text.",
    "last name, surname, family name, efternavn, efternamn, etternavn, sukunimi",
  ),
  field(
    "email",
    "E-mail",
    "Without it the person cannot be asked.",
    "e-mail, email, e-mail address, email address, mail, e-post, epost, sähköposti",
  ),
  field(
    "title",
    "Title",
    "As text.",
    "title, job title, position, titel, stilling, befattning, titteli",
  ),
  field(
    "role",
    "Role",
    "Decision-maker, influencer or user.",
    "role, buying role, rolle, roll, rooli",
  ),
  field(
    "language",
    "Language",
    "English, Danish, Swedish, Norwegian or Finnish; as code or word.",
    "language, language code, lang, sprog, språk, kieli",
  ),
  field(
    "worksWithEmail",
    "Works mostly with (e-mail)",
    "Your colleague; added as employee when not known.",
    "works with, works mostly with, our contact, salesperson email",
  ),
  field(
    "leftOn",
    "Left on",
    "The day the person left the company.",
    "left on, left, end date, fratrådt, slutat, sluttet",
    { type: "date" },
  ),
  field(
    "surveyConsent",
    "Agreed to surveys",
    "Yes or no; empty says nothing. A no that is recorded later stays.",
    "survey consent, consent, agreed to surveys, opt-in, samtykke, samtycke, suostumus",
  ),
  field(
    "consentOn",
    "Agreed on",
    "The day it was said; without it, it counts from today, and a yes never against a no.",
    "consent date, agreed on, consent on, samtykke dato, samtyckesdatum",
    { type: "date" },
  ),
  field(
    "consentWording",
    "Agreed to what",
    "The words the person agreed to.",
    "consent wording, consent text, agreed to what, samtykketekst, samtyckestext",
  ),
];
