import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { type LoyaltyContext, recordedFrom } from "@/lib/metrics";
import type { OrderColumns } from "./account-columns";
import type { AccountRow } from "./account-rows";
import { closeOfMonth } from "./build-account-months";
import { buildHistory, type RowsByAccount, rowsByAccount } from "./build-history";
import { decidingUnits } from "./deciding-units";
import type { FactsState } from "./facts-state";
import type { HistoryFrame } from "./history-frame";
import { loadAccountRows, loadAccounts } from "./load-account-rows";
import { loadColumns } from "./load-columns";
import { loadFirstOrderDay } from "./load-orders";
import { loadFrame, loyaltyContext } from "./recompute-accounts";
import type { Scope } from "./scope";
import { unitSignature } from "./unit-signature";
import type { EmployeeRow, ProductTypeRow, UnitFacts, WorkspaceFacts } from "./workspace-facts";

const NOTHING: OrderColumns = { months: [], days: [] };

export async function loadEmployees({
  tx,
  workspaceId,
}: Scope): Promise<WorkspaceFacts["employees"]> {
  const rows = await tx.$queryRaw<EmployeeRow[]>`
    SELECT id, name, left_on IS NOT NULL AS "hasLeft"
    FROM employee WHERE workspace_id = ${workspaceId}::uuid ORDER BY name, id`;
  return new Map(rows.map((employee) => [employee.id, employee]));
}

function loadProductTypes({ tx, workspaceId }: Scope): Promise<ProductTypeRow[]> {
  return tx.$queryRaw<ProductTypeRow[]>`
    SELECT id, name, billed_as AS "billedAs"
    FROM product_type WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL
    ORDER BY name, id`;
}

function currenciesWithoutRate(
  members: readonly AccountRow[],
  columns: readonly OrderColumns[],
  terms: UnitFacts["terms"],
  frame: HistoryFrame,
): string[] {
  const codes = new Set<string>();
  members.forEach(({ currency }, index) => {
    const months = columns[index]?.months ?? [];
    if (months.some((row) => row.orderMinor === null)) codes.add(currency);
  });
  for (const { currency } of terms)
    if (frame.rates.factor(currency, frame.rateMonth) === null) codes.add(currency);
  return [...codes].sort();
}

function productTypesOf(
  columns: readonly OrderColumns[],
  terms: UnitFacts["terms"],
  horizonDay: number,
): Map<string, number> {
  const lastDay = new Map<string, number>();
  const see = (id: string, day: number) => lastDay.set(id, Math.max(day, lastDay.get(id) ?? day));
  for (const own of columns)
    for (const { month, productTypeIds } of own.months)
      for (const id of productTypeIds) see(id, closeOfMonth(month));
  for (const term of terms)
    if (term.productTypeId !== null)
      see(
        term.productTypeId,
        term.endedDay ?? (term.autoRenews ? horizonDay : term.endDay) ?? horizonDay,
      );
  return lastDay;
}

function latest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b));
}

type Loaded = {
  accounts: AccountRow[];
  columns: Map<string, OrderColumns>;
  rows: RowsByAccount;
  frame: HistoryFrame;
  context: LoyaltyContext;
};

function buildUnit(members: AccountRow[], loaded: Loaded): Omit<UnitFacts, "signature"> | null {
  const [account] = members;
  if (!account) return null;
  const { columns, rows, frame } = loaded;
  const columnsOf = (id: string) => columns.get(id) ?? NOTHING;
  const stored = members.map(({ id }) => columnsOf(id));
  const terms = members.flatMap(({ id }) => rows.terms.get(id) ?? []);
  return {
    id: account.id,
    account,
    members,
    history: buildHistory(members, columnsOf, rows, frame),
    terms,
    months: stored.flatMap(({ months }) => months),
    productTypes: productTypesOf(stored, terms, frame.horizonDay),
    currenciesWithoutRate: currenciesWithoutRate(members, stored, terms, frame),
  };
}

/** Units whose rows are the same as at the epoch before are taken over as they are. */
function buildUnits(loaded: Loaded, previous: WorkspaceFacts | undefined): UnitFacts[] {
  const byId = new Map(loaded.accounts.map((account) => [account.id, account]));
  return decidingUnits(loaded.accounts).flatMap(({ id, memberIds }) => {
    const members = memberIds.flatMap((memberId) => byId.get(memberId) ?? []);
    const signature = unitSignature(members, loaded);
    const kept = previous?.unitById.get(id);
    if (kept?.signature === signature) return [kept];
    const unit = buildUnit(members, loaded);
    return unit ? [{ ...unit, signature }] : [];
  });
}

/** Reads and builds everything; readers go through `withFacts`, which keeps it per epoch. */
export async function loadFacts(
  tx: Tx,
  ctx: Ctx,
  state: FactsState,
  previous?: WorkspaceFacts,
): Promise<WorkspaceFacts> {
  const { id: workspaceId, timeZone } = ctx.workspace;
  const scope: Scope = { tx, workspaceId, timeZone, accountIds: null };
  const frame = await loadFrame(tx, ctx);
  const accounts = await loadAccounts(scope);
  const columns = await loadColumns(scope);
  const accountRows = await loadAccountRows(scope);
  const firstDay = await loadFirstOrderDay(scope);
  const employees = await loadEmployees(scope);
  const productTypes = await loadProductTypes(scope);
  const context = {
    ...loyaltyContext(firstDay, frame.rateMonth),
    recordedFrom: recordedFrom(accountRows.events),
  };
  const rows = rowsByAccount(accountRows);
  const units = buildUnits({ accounts, columns, rows, frame, context }, previous);
  return {
    workspaceId,
    epoch: state.epoch,
    refreshedAt: state.refreshedAt.toISOString(),
    rates: frame.rates,
    rateMonth: frame.rateMonth,
    context,
    units,
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    unitOfAccount: new Map(
      units.flatMap((unit) => unit.members.map((member) => [member.id, unit.id] as const)),
    ),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    employees,
    productTypes: new Map(productTypes.map((type) => [type.id, type])),
    ordersToDay: latest([...columns.values()].flatMap((own) => own.days.at(-1)?.day ?? [])),
    answersToDay: latest(accountRows.answers.map((answer) => answer.day)),
    assessed: new Map(),
  };
}
