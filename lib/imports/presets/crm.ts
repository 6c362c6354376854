import type { MappingPreset } from "./preset";

// Where the names of columns are from stands in docs/imports.md. A deal that was won is a purchase of the
// day it was closed; what is open or lost is passed over, and a lost renewal says nothing of who left.

const PERSON = {
  firstName: ["first name", "firstname"],
  lastName: ["last name", "lastname"],
  email: ["email", "email address", "e mail"],
  title: ["title", "job title", "jobtitle"],
} as const;

export const salesforceAccounts: MappingPreset = {
  key: "salesforceAccounts",
  kind: "accounts",
  needs: [
    ["account id", "id"],
    ["account name", "name"],
    ["billing country", "billingcountry", "account owner", "parent account id", "parentid"],
  ],
  columns: {
    externalId: ["account id", "id"],
    name: ["account name", "name"],
    parentExternalId: ["parent account id", "parentid"],
    ownerEmail: ["account owner email", "owner email"],
    ownerName: ["account owner"],
    industry: ["industry"],
    country: ["billing country", "billingcountry", "shipping country"],
    region: ["billing state province", "billing state", "billingstate"],
  },
  attributes: ["type", "rating"],
};

export const salesforceContacts: MappingPreset = {
  key: "salesforceContacts",
  kind: "contacts",
  needs: [
    ["contact id", "id"],
    ["account id", "accountid", "account name"],
    ["last name", "lastname", "full name"],
  ],
  columns: {
    externalId: ["contact id", "id"],
    accountExternalId: ["account id", "accountid", "account name"],
    fullName: ["full name"],
    ...PERSON,
  },
};

export const salesforceDeals: MappingPreset = {
  key: "salesforceDeals",
  kind: "purchases",
  needs: [
    ["opportunity id", "id"],
    ["stage", "stagename", "won", "iswon"],
    ["close date", "closedate"],
    ["amount"],
  ],
  columns: {
    externalId: ["opportunity id", "id"],
    accountExternalId: ["account id", "accountid", "account name"],
    accountName: ["account name"],
    orderedOn: ["close date", "closedate"],
    amount: ["amount"],
    currency: ["amount currency", "opportunity currency", "currencyisocode", "currency"],
    dealState: ["won", "iswon", "stage", "stagename"],
  },
};

export const hubSpotAccounts: MappingPreset = {
  key: "hubSpotAccounts",
  kind: "accounts",
  needs: [["record id", "company id"], ["company name"]],
  columns: {
    externalId: ["record id", "company id"],
    name: ["company name"],
    industry: ["industry"],
    country: ["country region", "country"],
    region: ["state region", "state"],
  },
  attributes: ["lifecycle stage", "type"],
};

export const hubSpotContacts: MappingPreset = {
  key: "hubSpotContacts",
  kind: "contacts",
  needs: [["record id"], ["first name"], ["last name"]],
  columns: {
    externalId: ["record id"],
    accountExternalId: [
      "associated company ids primary",
      "primary associated company id",
      "associated company id",
      "associated company ids",
      "associated company primary",
      "associated company",
      "company name",
    ],
    ...PERSON,
    language: ["preferred language"],
  },
};

export const hubSpotDeals: MappingPreset = {
  key: "hubSpotDeals",
  kind: "purchases",
  needs: [["record id", "deal id"], ["deal stage", "is closed won"], ["close date"], ["amount"]],
  columns: {
    externalId: ["record id", "deal id"],
    accountExternalId: [
      "associated company ids primary",
      "associated company id",
      "associated company ids",
      "associated company primary",
      "associated company",
      "company name",
    ],
    accountName: ["associated company primary", "associated company", "company name"],
    orderedOn: ["close date"],
    amount: ["amount"],
    currency: ["currency"],
    dealState: ["is closed won", "deal stage"],
  },
};

export const dynamicsAccounts: MappingPreset = {
  key: "dynamicsAccounts",
  kind: "accounts",
  needs: [["do not modify account"], ["account name", "company name"]],
  columns: {
    externalId: ["do not modify account"],
    name: ["account name", "company name"],
    industry: ["industry"],
    country: ["address 1 country region", "country region"],
    region: ["address 1 state province", "state province"],
  },
  attributes: ["relationship type", "category"],
};

export const dynamicsContacts: MappingPreset = {
  key: "dynamicsContacts",
  kind: "contacts",
  needs: [["do not modify contact"]],
  columns: {
    externalId: ["do not modify contact"],
    accountExternalId: ["company name", "account name", "company"],
    fullName: ["full name"],
    ...PERSON,
  },
};

export const dynamicsDeals: MappingPreset = {
  key: "dynamicsDeals",
  kind: "purchases",
  needs: [["do not modify opportunity"], ["status", "status reason"]],
  columns: {
    externalId: ["do not modify opportunity"],
    accountExternalId: ["account", "potential customer", "company name"],
    accountName: ["account", "potential customer", "company name"],
    orderedOn: ["actual close date", "close date", "est close date"],
    amount: ["actual revenue", "est revenue"],
    currency: ["currency"],
    dealState: ["status", "status reason"],
  },
};
