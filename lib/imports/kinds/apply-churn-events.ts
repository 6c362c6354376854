import { CHURN_EVENT_TABLE } from "../tables/event-tables";
import { accountProblem } from "./account-problem";
import type { ChurnEventRow } from "./churn-event-row";
import type { ApplyCall, Outcome } from "./import-kind";
import { keepStored } from "./keep-stored";
import { resolveAccounts } from "./resolve-accounts";
import { contractProblem, resolveContracts } from "./resolve-contracts";
import { writeById } from "./write-by-id";

export async function applyChurnEvents(call: ApplyCall<ChurnEventRow>): Promise<Outcome> {
  const accounts = await resolveAccounts(
    call,
    call.rows.map(({ value }) => value.accountExternalId),
  );
  const contracts = await resolveContracts(
    call,
    call.rows.flatMap(({ value }) => value.contractExternalId ?? []),
  );
  return writeById(call, CHURN_EVENT_TABLE, ({ value }) => {
    const accountId = accounts.get(value.accountExternalId);
    const message = accountProblem(accountId);
    if (message !== null) return { problem: { field: "Account id", message } };
    const problem = contractProblem(value.contractExternalId, accountId, contracts);
    if (problem !== null) return { problem };
    const contractId = contracts.get(value.contractExternalId ?? "")?.id ?? null;
    return {
      make: (stored) => {
        const keep = keepStored(call.has, stored);
        return {
          account_id: accountId ?? null,
          contract_id: keep("contractExternalId", contractId, "contract_id"),
          kind: value.kind,
          happened_on: value.happenedOn,
          reason: keep("reason", value.reason, "reason"),
          rival: keep("rival", value.rival, "rival"),
          amount_minor: keep("amount", value.amountMinor, "amount_minor"),
          currency: keep("amount", value.currency, "currency"),
        };
      },
    };
  });
}
