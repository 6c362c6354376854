import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const ACCOUNT_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Account id",
    "The customer's number in your system; by it rows are known again.",
    "account id, customer id, customer no, customer number, account number, account no, kundenr, kundenummer, kunde id, kund id, kundnr, kundnummer, debitornr, debitornummer, asiakasnumero, asiakas id, external id, id",
    { isRequired: true },
  ),
  field(
    "name",
    "Name",
    "The company's name.",
    "name, account name, customer name, company, company name, account, customer, navn, kundenavn, firma, firmanavn, namn, kundnamn, företag, företagsnamn, nimi, asiakas, yritys",
    { isRequired: true },
  ),
  field(
    "parentExternalId",
    "Parent account id",
    "The id of the company it belongs to.",
    "parent id, parent, parent account, parent account id, parent customer, koncern, moderselskab, moderbolag, morselskap, hovedkunde, konserni",
  ),
  field(
    "decidesForSites",
    "Decides for its sites",
    "Yes where the parent buys for all its sites.",
    "decides for sites, decides for its sites, central purchasing",
  ),
  field(
    "ownerEmail",
    "Owner's e-mail",
    "The account manager; added as employee when not known.",
    "owner e-mail, owner email, account manager email, owner, account manager, salesperson email, sælger email, kundeansvarlig, kundansvarig, säljare, selger, myyjä",
  ),
  field(
    "ownerName",
    "Owner's name",
    "Used when the owner is added as employee.",
    "owner name, account manager name, salesperson, sælger, säljare namn",
  ),
  field(
    "sizeBand",
    "Size",
    "Your own bands, as text.",
    "size, size band, employees band, størrelse, storlek, koko",
  ),
  field(
    "industry",
    "Industry",
    "As text.",
    "industry, sector, branche, bransch, bransje, toimiala",
  ),
  field(
    "country",
    "Country",
    "Two letters (DK) or the name.",
    "country, country code, land, landekode, landkod, landskod, maa",
  ),
  field("region", "Region", "As text.", "region, area, territory, område, alue"),
  field(
    "currency",
    "Currency",
    "Three letters (DKK).",
    "currency, currency code, valuta, valutakode, valutakod, valuutta",
  ),
  field(
    "customerSince",
    "Customer since",
    "The day the relation began.",
    "customer since, since, first order date, created, kunde siden, kund sedan, kunde siden dato, asiakas alkaen",
    { type: "date" },
  ),
  field(
    "acquiredBy",
    "How it was won",
    "Referral, repeat person, inbound, bought or unknown.",
    "acquired by, source of acquisition, acquisition source, acquisition, lead source, hvordan vundet",
  ),
];
