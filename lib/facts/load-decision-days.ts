import { decisionDay, monthOfDay } from "@/lib/metrics";
import { buildContracts } from "./build-contracts";
import { groupBy } from "./group-by";
import { loadChurn, loadTerms } from "./load-account-rows";
import type { Scope } from "./scope";

type Link = { accountId: string; deciderId: string };

/** Each account with itself and the parents that decide for it, upwards. */
function loadDeciders(scope: Scope): Promise<Link[]> {
  const { tx, workspaceId, accountIds } = scope;
  return tx.$queryRaw<Link[]>`
    WITH RECURSIVE up AS (
      SELECT id AS account_id, id AS decider_id FROM account
      WHERE workspace_id = ${workspaceId}::uuid
        AND (${accountIds}::uuid[] IS NULL OR id = ANY(${accountIds}::uuid[]))
      UNION
      SELECT up.account_id, p.id FROM up
      JOIN account a ON a.workspace_id = ${workspaceId}::uuid AND a.id = up.decider_id
      JOIN account p ON p.workspace_id = ${workspaceId}::uuid AND p.id = a.parent_id
        AND p.decides_for_sites
    )
    SELECT account_id AS "accountId", decider_id AS "deciderId" FROM up`;
}

/** What a contract is worth does not move its date. */
const ANY_CURRENCY = { currency: "", factor: () => 1, newestMonth: null };

/**
 * The earliest decision date ahead of each account, as the radar counts it: its own contracts and
 * those of the parents that decide for it. Accounts without one are left out.
 */
export async function loadDecisionDays(scope: Scope, today: number): Promise<Map<string, number>> {
  const links = await loadDeciders(scope);
  const wide = { ...scope, accountIds: [...new Set(links.map((link) => link.deciderId))] };
  const terms = groupBy(await loadTerms(wide), (term) => term.accountId);
  const churn = groupBy(await loadChurn(wide), (event) => event.accountId);
  const earliest = new Map<string, number>();
  for (const { accountId, deciderId } of links) {
    const contracts = buildContracts(
      terms.get(deciderId) ?? [],
      churn.get(deciderId) ?? [],
      ANY_CURRENCY,
      monthOfDay(today),
      today,
    );
    for (const contract of contracts) {
      const day = decisionDay(contract, today);
      if (day === null || day < today) continue;
      earliest.set(accountId, Math.min(day, earliest.get(accountId) ?? day));
    }
  }
  return earliest;
}
