import type { AccountHistory, WalletRow } from "@/lib/metrics";
import { contractValue } from "@/lib/metrics";
import type { TermRow, WalletEstimateRow } from "./account-rows";
import { roundHalfEven } from "./currency";
import type { HistoryFrame } from "./history-frame";

/** What is known of the account's wallets; a modelled one is no knowledge of the account. */
export function buildWallets(
  rows: readonly WalletEstimateRow[],
  terms: readonly TermRow[],
  contractsFor: (terms: readonly TermRow[]) => AccountHistory["contracts"],
  { rates, rateMonth }: HistoryFrame,
): WalletRow[] {
  return rows.flatMap((row) => {
    const factor = rates.factor(row.currency, rateMonth);
    if (row.provenance === "modelled" || factor === null) return [];
    const own = row.productTypeId;
    const contracts = contractsFor(terms.filter((t) => own === null || t.productTypeId === own));
    const contractMinor = contracts.reduce((sum, c) => sum + contractValue(c, row.day), 0);
    const orderMinor = row.ownOrders.reduce(
      (sum, order) => sum + order.amountMinor * (rates.factor(order.currency, rateMonth) ?? 0),
      0,
    );
    const ownMinor = contractMinor + Math.max(0, roundHalfEven(orderMinor));
    // Nobody spends more with us than in all: a wallet typed too small is at least our part.
    const walletOf = (minor: number) => Math.max(roundHalfEven(minor * factor), ownMinor);
    const { category, day, provenance } = row;
    return [
      {
        ...{ category, day, provenance, ownMinor },
        lowMinor: walletOf(row.lowMinor),
        categoryMinor: walletOf((row.lowMinor + row.highMinor) / 2),
        highMinor: walletOf(row.highMinor),
        coversAll: own === null,
      },
    ];
  });
}
