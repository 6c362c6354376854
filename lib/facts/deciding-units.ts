import type { AccountRow } from "./account-rows";

/** The account that decides, with every account whose figures are pooled into its dot (itself first). */
export type DecidingUnit = { id: string; memberIds: string[] };

/**
 * The unit on every screen is the account that decides: a site goes to its parent where the parent is
 * marked as deciding for its sites, and so on upwards; a merged account goes to what it was merged into.
 */
export function decidingUnits(accounts: readonly AccountRow[]): DecidingUnit[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const units = new Map<string, DecidingUnit>();
  for (const { id } of accounts) {
    const unitId = decidingAccount(id, byId);
    const unit = units.get(unitId) ?? { id: unitId, memberIds: [unitId] };
    units.set(unitId, unit);
    if (id !== unitId) unit.memberIds.push(id);
  }
  return [...units.values()];
}

function decidingAccount(id: string, byId: ReadonlyMap<string, AccountRow>): string {
  const seen = new Set<string>();
  let current = id;
  // A circle of parents is bad data: it ends where it began.
  while (!seen.has(current)) {
    seen.add(current);
    const next = decidedBy(byId.get(current), byId);
    if (next === null) return current;
    current = next;
  }
  return [...seen].sort()[0] ?? id;
}

function decidedBy(
  account: AccountRow | undefined,
  byId: ReadonlyMap<string, AccountRow>,
): string | null {
  if (!account) return null;
  if (account.mergedIntoId !== null && byId.has(account.mergedIntoId)) return account.mergedIntoId;
  const parent = account.parentId === null ? undefined : byId.get(account.parentId);
  return parent?.decidesForSites ? parent.id : null;
}
