import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const ANSWER_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Answer id",
    "Its id in the other system; where there is none, it is made of the row's other cells.",
    "answer id, response id, survey response id, result id, external id, id",
  ),
  field(
    "email",
    "E-mail",
    "Finds the person among your contacts; otherwise the answer is kept without one.",
    "e-mail, email, e-mail address, email address, contact email, person email, mail, e-mailadresse, mailadresse, e-postadress, e-postadresse, sähköpostiosoite, e-post, epost, sähköposti, respondent email, recipient email",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The account's id or name: where the person is not known, or works for several accounts.",
    "account id, customer id, customer no, customer number, account number, account no, company id, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, asiakasnumero, account, account name, company, company name, customer, customer name, organisation, organization, kunde, kundenavn, virksomhed, firma, firmanavn, bedrift, selskap, kund, kundnamn, företag, företagsnamn, bolag, asiakas, yritys",
  ),
  field(
    "survey",
    "Survey",
    "Its name; one that is not here is made for past answers.",
    "survey, survey name, program, project, campaign, undersøgelse, enkät, undersøkelse, kysely",
  ),
  field(
    "question",
    "Question",
    "NPS, satisfaction or ease; NPS where it is not said.",
    "question, question type, survey type, metric, spørgsmål, fråga, spørsmål, kysymys",
  ),
  field(
    "score",
    "Score",
    "A whole number.",
    "score, nps, nps score, rating, answer, response, csat, svar, karakter, poeng, vurdering, betyg, omdöme, poäng, arvosana, arvio, pisteet, vastaus",
    { isRequired: true, type: "number" },
  ),
  field(
    "scaleTop",
    "Highest score",
    "10 for NPS; 3, 4, 5 or 7 for satisfaction, 5 where it is not said.",
    "scale, highest score, max score, out of, skala, asteikko",
    { type: "number" },
  ),
  field(
    "comment",
    "Comment",
    "In their own words.",
    "comment, comments, verbatim, feedback, reason, answer text, kommentar, bemærkning, begrundelse, motivering, palaute, kommentti",
  ),
  field(
    "answeredOn",
    "Answered on",
    "The day of the answer.",
    "answered on, answered at, answered, date, response date, responded at, survey responded at, completed, submitted, created at, dato, datum, svardato, svarsdatum, besvaret, besvarad, besvart, vastattu, vastauspäivä, päivä, päivämäärä, pvm",
    { isRequired: true, type: "date" },
  ),
];
