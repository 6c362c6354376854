import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";

const YEAR_DAYS = 365;

/** Product types of every deciding account. */
export type OwnedTypes = ReadonlyMap<string, ReadonlySet<string>>;

function underContract({ terms }: UnitFacts, asOfDay: number): string[] {
  return terms.flatMap(({ productTypeId, startDay, endedDay, autoRenews, endDay }) => {
    const last = endedDay ?? (autoRenews ? null : endDay);
    const isOwned = startDay <= asOfDay && (last === null || last > asOfDay - YEAR_DAYS);
    return productTypeId !== null && isOwned ? [productTypeId] : [];
  });
}

/**
 * Under contract or ordered in the last 12 months as of a day, also a past one: what was bought since is
 * not known on it.
 */
export async function loadOwnedTypes(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OwnedTypes> {
  const { workspaceId } = facts;
  const from = `${isoOfDay(asOfDay - YEAR_DAYS + 1).slice(0, 7)}-01`;
  const rows = await tx.$queryRaw<{ accountId: string; typeIds: string[] }[]>`
    SELECT p.account_id AS "accountId", array_agg(DISTINCT p.product_type_id) AS "typeIds"
    FROM purchase p
    JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${workspaceId}::uuid AND t.billed_as <> 'contract'
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
      AND p.ordered_on >= ${from}::date AND p.ordered_on <= ${isoOfDay(asOfDay)}::date
    GROUP BY p.account_id`;
  const owned = new Map(
    facts.units.map((unit) => [unit.id, new Set(underContract(unit, asOfDay))] as const),
  );
  for (const { accountId, typeIds } of rows) {
    const own = owned.get(facts.unitOfAccount.get(accountId) ?? "");
    for (const id of typeIds) own?.add(id);
  }
  return owned;
}
