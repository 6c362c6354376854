import { ACCOUNT_FIELDS } from "./account-fields";
import { parseAccount } from "./account-row";
import { applyAccounts } from "./apply-accounts";
import { defineKind } from "./import-kind";

export const accounts = defineKind({
  name: "accounts",
  label: "Accounts",
  about: "The companies you sell to: name, owner, size, industry, country.",
  fields: ACCOUNT_FIELDS,
  idFields: [["externalId"]],
  entity: "account",
  keepsAttributes: true,
  parentField: "parentExternalId",
  parse: parseAccount,
  apply: applyAccounts,
});
