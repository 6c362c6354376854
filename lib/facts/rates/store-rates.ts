import { db } from "@/lib/db/client";
import { inOneTransaction, type Tx } from "@/lib/db/with-workspace";
import { markFactsChanged } from "../mark-changed";
import type { DayRate } from "./read-ecb-rates";

const ROWS_PER_STATEMENT = 5_000;
const TIMEOUT_MS = 600_000;

async function upsertRates(tx: Tx, rates: readonly DayRate[]): Promise<number> {
  let changed = 0;
  for (let at = 0; at < rates.length; at += ROWS_PER_STATEMENT) {
    const part = rates.slice(at, at + ROWS_PER_STATEMENT);
    const rows = await tx.$queryRaw<{ code: string }[]>`
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

/**
 * Keeps rates and has the facts of every account computed again whose amounts they convert. In one transaction
 * over all workspaces: rates that are kept while a workspace was not told would never be told again.
 */
export async function storeRates(rates: readonly DayRate[], now: Date): Promise<StoredRates> {
  const workspaces = await db().workspace.findMany({
    where: { archivedAt: null },
    select: { id: true, currency: true },
    orderBy: { id: "asc" },
  });
  return inOneTransaction(() =>
    db().$transaction(
      async (tx) => {
        const changed = await upsertRates(tx, rates);
        let accounts = 0;
        for (const { id, currency } of changed === 0 ? [] : workspaces) {
          await tx.$executeRaw`SELECT set_workspace(${id}::uuid)`;
          const ids = await loadForeignAccounts(tx, id, currency);
          await markFactsChanged(tx, id, ids, now);
          accounts += ids.length;
        }
        return { changed, accounts };
      },
      { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
    ),
  );
}
