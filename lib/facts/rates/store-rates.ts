import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "../mark-changed";
import type { DayRate } from "./read-ecb-rates";

const ROWS_PER_STATEMENT = 5_000;
const MARK_TIMEOUT_MS = 120_000;

async function upsertRates(rates: readonly DayRate[]): Promise<number> {
  let changed = 0;
  for (let at = 0; at < rates.length; at += ROWS_PER_STATEMENT) {
    const part = rates.slice(at, at + ROWS_PER_STATEMENT);
    const rows = await db().$queryRaw<{ code: string }[]>`
      INSERT INTO currency_rate (date, code, per_eur)
      SELECT t.date, t.code, t.per_eur
      FROM unnest(${part.map((rate) => rate.date)}::date[], ${part.map((rate) => rate.code)}::text[],
        ${part.map((rate) => String(rate.perEur))}::float8[]) AS t(date, code, per_eur)
      ON CONFLICT (date, code) DO UPDATE SET per_eur = excluded.per_eur
        WHERE currency_rate.per_eur IS DISTINCT FROM excluded.per_eur
      RETURNING code`;
    changed += rows.length;
  }
  return changed;
}

/** Accounts with any amount in another currency than the workspace's. */
async function loadForeignAccounts(tx: Tx, workspaceId: string, currency: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND currency <> ${currency}
    UNION
    SELECT c.account_id FROM contract_term t
    JOIN contract c ON c.workspace_id = t.workspace_id AND c.id = t.contract_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND t.currency <> ${currency}
    UNION
    SELECT account_id FROM purchase
    WHERE workspace_id = ${workspaceId}::uuid AND currency <> ${currency}
    UNION
    SELECT account_id FROM wallet_estimate
    WHERE workspace_id = ${workspaceId}::uuid AND currency <> ${currency}`;
  return rows.map(({ id }) => id);
}

export type StoredRates = { changed: number; accounts: number };

/** Keeps rates and has the facts of every account computed again whose amounts they convert. */
export async function storeRates(rates: readonly DayRate[], now: Date): Promise<StoredRates> {
  const changed = await upsertRates(rates);
  if (changed === 0) return { changed, accounts: 0 };
  const workspaces = await db().workspace.findMany({
    where: { archivedAt: null },
    select: { id: true },
  });
  let accounts = 0;
  for (const { id } of workspaces) {
    const ctx = await ctxForSystem({ id }, "rates", now);
    accounts += await withWorkspace(
      ctx,
      async (tx) => {
        const ids = await loadForeignAccounts(tx, id, ctx.workspace.currency);
        await markFactsChanged(tx, id, ids, now);
        return ids.length;
      },
      { timeoutMs: MARK_TIMEOUT_MS },
    );
  }
  return { changed, accounts };
}
