import { WALLET_ESTIMATE_TABLE } from "../tables/event-tables";
import { accountProblem } from "./account-problem";
import type { ApplyCall, Outcome } from "./import-kind";
import { keepStored } from "./keep-stored";
import { resolveAccounts } from "./resolve-accounts";
import { resolveProductTypes, typeProblem } from "./resolve-product-types";
import type { WalletEstimateRow } from "./wallet-estimate-row";
import { writeById } from "./write-by-id";

export async function applyWalletEstimates(call: ApplyCall<WalletEstimateRow>): Promise<Outcome> {
  const accounts = await resolveAccounts(
    call,
    call.rows.map(({ value }) => value.accountExternalId),
  );
  const types = await resolveProductTypes(
    call,
    call.rows.flatMap(({ value }) => value.productType ?? []),
  );
  return writeById(call, WALLET_ESTIMATE_TABLE, ({ value }) => {
    const accountId = accounts.get(value.accountExternalId);
    const message = accountProblem(accountId);
    if (message !== null) return { problem: { field: "Account id", message } };
    const problem = typeProblem(value.productType, types);
    if (problem !== null) return { problem };
    const typeId = types.get(value.productType?.toLowerCase() ?? "") ?? null;
    return {
      make: (stored) => {
        const keep = keepStored(call.has, stored);
        return {
          account_id: accountId ?? null,
          product_type_id: keep("productType", typeId, "product_type_id"),
          yearly_low_minor: value.lowMinor,
          yearly_high_minor: value.highMinor,
          currency: value.currency,
          provenance: keep("provenance", value.provenance, "provenance") ?? value.provenance,
          estimated_on: value.estimatedOn,
        };
      },
    };
  });
}
