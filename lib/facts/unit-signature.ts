import { createHash } from "node:crypto";
import type { LoyaltyContext } from "@/lib/metrics";
import type { OrderColumns } from "./account-columns";
import type { AccountRow } from "./account-rows";
import type { RowsByAccount } from "./build-history";
import type { HistoryFrame } from "./history-frame";

type Inputs = {
  columns: ReadonlyMap<string, OrderColumns>;
  rows: RowsByAccount;
  frame: HistoryFrame;
  context: LoyaltyContext;
};

/** Fingerprint of every row and rate that a unit's history is built from. */
export function unitSignature(members: readonly AccountRow[], inputs: Inputs): string {
  const { columns, rows, frame, context } = inputs;
  const currencies = new Set<string>();
  const parts = members.map((member) => {
    const contacts = rows.contacts.get(member.id) ?? [];
    const terms = rows.terms.get(member.id) ?? [];
    for (const code of [member.currency, ...terms.map(({ currency }) => currency)])
      currencies.add(code);
    return [
      member,
      columns.get(member.id),
      terms,
      contacts,
      contacts.map(({ id }) => [rows.answers.get(id), rows.invitations.get(id)]),
      rows.events.get(member.id),
      rows.churn.get(member.id),
      rows.wallets.get(member.id),
    ];
  });
  const rates = [...currencies].map((code) => frame.rates.factor(code, frame.rateMonth));
  const shared = [
    frame.rateMonth,
    frame.horizonDay,
    context.dataFromMonth,
    context.recordedFrom,
    rates,
  ];
  return createHash("sha1")
    .update(JSON.stringify([shared, parts]))
    .digest("base64");
}
