import type { Ctx } from "@/lib/auth/ctx";
import type { Reader } from "@/lib/db/with-workspace-sql";
import { orderColumns } from "./account-columns";
import type { AccountRow } from "./account-rows";
import { rowsByAccount } from "./build-history";
import { type BuiltUnit, buildUnit, type UnitInputs } from "./build-unit";
import { decidingUnits } from "./deciding-units";
import { groupBy } from "./group-by";
import { packHistory } from "./history-bytes";
import { loadAccountRows } from "./load-account-rows";
import { loadFamily } from "./load-family";
import { dataFromMonth, loadFrame } from "./load-frame";
import { loadOrderLines } from "./load-order-lines";
import { loadOrderGroups } from "./load-orders";
import { loyaltyContexts } from "./loyalty-contexts";
import { loadMapTimeline } from "./map-settings";
import { type HistoryRow, writeAccountFacts } from "./write-account-facts";

async function loadInputs(
  tx: Reader,
  ctx: Ctx,
  accountIds: readonly string[],
  firstMonth: number | null,
): Promise<UnitInputs> {
  const { id: workspaceId, timeZone } = ctx.workspace;
  const scope = { tx, workspaceId, timeZone, accountIds };
  const frame = await loadFrame(tx, ctx);
  const rows = rowsByAccount(await loadAccountRows(scope));
  const groups = groupBy(await loadOrderGroups(scope), (row) => row.accountId);
  const lines = groupBy(await loadOrderLines(tx, workspaceId, accountIds), (row) => row.accountId);
  return {
    rows,
    frame,
    lines,
    columns: new Map([...groups].map(([id, own]) => [id, orderColumns(own, frame.rates)] as const)),
    contexts: loyaltyContexts(
      { dataFromMonth: dataFromMonth(firstMonth, frame.rateMonth) },
      await loadMapTimeline(tx, workspaceId),
    ),
  };
}

/** Where each of these accounts is pooled by its facts; one without facts of its own yet is not there. */
async function loadDeciders(
  tx: Reader,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<{ id: string; deciderId: string | null }[]>`
    SELECT account_id AS id, decider_id AS "deciderId" FROM account_history
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  return new Map(rows.map(({ id, deciderId }) => [id, deciderId]));
}

/** Where these accounts were pooled before: a dot that a site has left is another one without it. */
async function loadFormerDeciders(
  tx: Reader,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  const deciders = await loadDeciders(tx, workspaceId, accountIds);
  return [...deciders.values()].filter((id) => id !== null);
}

/**
 * The dots that hold any of these accounts, each with the account that decides first, and those of sites that one of
 * them decided for and does no longer: they changed though nobody wrote them.
 */
async function loadUnits(
  tx: Reader,
  workspaceId: string,
  changedIds: readonly string[],
): Promise<AccountRow[][]> {
  const family = await loadFamily(tx, workspaceId, changedIds);
  const byId = new Map(family.map((account) => [account.id, account]));
  const deciders = await loadDeciders(tx, workspaceId, [...byId.keys()]);
  const changed = new Set(changedIds);
  const isLetGo = (id: string, unitId: string) => {
    const decider = deciders.get(id);
    return decider != null && decider !== unitId && changed.has(decider);
  };
  return decidingUnits(family)
    .filter(({ id: unitId, memberIds }) =>
      memberIds.some((id) => changed.has(id) || isLetGo(id, unitId)),
    )
    .map((unit) => unit.memberIds.flatMap((id) => byId.get(id) ?? []));
}

/** Facts of these accounts, and of those whose dot they share or shared, from the rows alone. */
export async function recomputeAccounts(
  tx: Reader,
  ctx: Ctx,
  accountIds: readonly string[],
  facts: { epoch: number; firstMonth: number | null },
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const former = await loadFormerDeciders(tx, workspaceId, accountIds);
  const changedIds = [...new Set([...accountIds, ...former])];
  const units = await loadUnits(tx, workspaceId, changedIds);
  const memberIds = units.flatMap((members) => members.map(({ id }) => id));
  const inputs = await loadInputs(tx, ctx, memberIds, facts.firstMonth);
  const histories = new Map<string, HistoryRow>();
  for (const accountId of changedIds)
    histories.set(accountId, { accountId, deciderId: null, history: null });
  const months: BuiltUnit["months"] = [];
  for (const members of units) {
    const [unit] = members;
    if (!unit) continue;
    const built = buildUnit(members, inputs);
    months.push(...built.months);
    for (const { id: accountId } of members)
      histories.set(accountId, { accountId, deciderId: unit.id, history: null });
    const history = packHistory(built.stored);
    histories.set(unit.id, { accountId: unit.id, deciderId: unit.id, history });
  }
  await writeAccountFacts(tx, workspaceId, {
    epoch: facts.epoch,
    histories: [...histories.values()],
    months,
  });
}
