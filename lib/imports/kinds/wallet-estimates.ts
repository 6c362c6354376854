import { applyWalletEstimates } from "./apply-wallet-estimates";
import { defineKind } from "./import-kind";
import { WALLET_ESTIMATE_FIELDS } from "./wallet-estimate-fields";
import { parseWalletEstimate } from "./wallet-estimate-row";

export const walletEstimates = defineKind({
  name: "wallet_estimates",
  label: "Wallet estimates",
  about: "What an account spends a year with you and with others.",
  fields: WALLET_ESTIMATE_FIELDS,
  idFields: [
    ["externalId"],
    ["accountExternalId", "productType", "estimatedOn"],
    ["accountExternalId", "estimatedOn"],
  ],
  entity: "wallet_estimate",
  keepsAttributes: false,
  parentField: null,
  parse: parseWalletEstimate,
  apply: applyWalletEstimates,
});
