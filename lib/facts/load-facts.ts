import type { Ctx } from "@/lib/auth/ctx";
import { readWorkspace, type Snapshot } from "@/lib/db/read-workspace";
import type { Reader } from "@/lib/db/with-workspace-sql";
import type { LoyaltyContext } from "@/lib/metrics";
import type { AccountRow } from "./account-rows";
import { buildDots, type Read } from "./build-dots";
import { type FactsState, isOfNewerKind, readState } from "./facts-state";
import type { HistoryHead } from "./history-bytes";
import { copyAccounts } from "./load-accounts";
import { dataFromMonth, loadFrame } from "./load-frame";
import { copyHistories } from "./load-histories";
import { type LoyaltyContexts, loyaltyContexts } from "./loyalty-contexts";
import { loadMapTimeline } from "./map-settings";
import { divide } from "./per-block";
import type { StoredUnit } from "./stored-unit";
import type { EmployeeRow, ProductTypeRow, UnitFacts, WorkspaceFacts } from "./workspace-facts";

const LOAD_TIMEOUT_MS = 60_000;

export async function loadEmployees(
  tx: Reader,
  workspaceId: string,
): Promise<WorkspaceFacts["employees"]> {
  const rows = await tx.$queryRaw<EmployeeRow[]>`
    SELECT id, name, left_on IS NOT NULL AS "hasLeft"
    FROM employee WHERE workspace_id = ${workspaceId}::uuid ORDER BY name, id`;
  return new Map(rows.map((employee) => [employee.id, employee]));
}

function loadProductTypes(tx: Reader, workspaceId: string): Promise<ProductTypeRow[]> {
  return tx.$queryRaw<ProductTypeRow[]>`
    SELECT id, name, billed_as AS "billedAs"
    FROM product_type WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL
    ORDER BY name, id`;
}

/** What was read since the epoch before, laid over what was known then. */
function laidOver(read: Read, previous: WorkspaceFacts): ReadonlyMap<string, AccountRow> {
  if (read.histories.size === 0) return previous.accounts;
  const accounts = new Map(previous.accounts);
  let isNew = false;
  for (const id of read.histories.keys()) {
    const account = read.accounts.get(id);
    isNew ||= account !== undefined && !accounts.has(id);
    if (account) accounts.set(id, account);
    else accounts.delete(id);
  }
  if (!isNew) return accounts;
  return new Map([...accounts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Heads = Pick<WorkspaceFacts, "ordersToDay" | "answersToDay" | "firstMonth"> & {
  recordedFrom: NonNullable<LoyaltyContext["recordedFrom"]>;
};

function sumHeads(units: readonly UnitFacts[]): Heads {
  const over = (
    pick: (a: number, b: number) => number,
    name: Exclude<keyof HistoryHead, "hasUnknownRate">,
  ) => {
    let found: number | null = null;
    for (const { head } of units) {
      const value = head[name];
      if (value !== null) found = found === null ? value : pick(found, value);
    }
    return found;
  };
  return {
    ordersToDay: over(Math.max, "lastOrderDay"),
    answersToDay: over(Math.max, "lastAnswerDay"),
    firstMonth: over(Math.min, "firstMonth"),
    recordedFrom: {
      contact: over(Math.min, "firstContactDay"),
      voice: over(Math.min, "firstVoiceDay"),
      training: over(Math.min, "firstTrainingDay"),
    },
  };
}

// A history read takes two to three times its stored form; an account with its name and ids the rest.
const BYTES_PER_STORED = 4;
const BYTES_PER_ACCOUNT = 3_000;

/** Whichever bundle made it: a class of another one is another class. */
function storedBytes(unit: UnitFacts): number {
  return "bytes" in unit ? (unit as StoredUnit).bytes.bytes.length : 0;
}

function bytesOf(units: readonly UnitFacts[]): number {
  let bytes = 0;
  for (const unit of units)
    bytes += unit.members.length * BYTES_PER_ACCOUNT + storedBytes(unit) * BYTES_PER_STORED;
  return bytes;
}

/** The same object as before where nothing in it changed: assessments are told by it. */
function sameOr(contexts: LoyaltyContexts, previous: WorkspaceFacts | undefined): LoyaltyContexts {
  return previous?.contexts.key === contexts.key ? previous.contexts : contexts;
}

/** Where many accounts changed, what was made of each before would only keep what they were. */
function areFew(changed: number, of: number): boolean {
  return changed * 10 <= Math.max(100, of);
}

async function readFacts(
  { reader, copy }: Snapshot,
  ctx: Ctx,
  state: FactsState,
  known: WorkspaceFacts | undefined,
): Promise<WorkspaceFacts> {
  const { id: workspaceId } = ctx.workspace;
  const frame = await loadFrame(reader, ctx);
  // Quiet weeks and rates follow the month: another one is read whole.
  const previous = known?.rateMonth === frame.rateMonth ? known : undefined;
  const since = previous?.epoch ?? null;
  const histories = await copyHistories(copy, workspaceId, since);
  const read = { histories, accounts: await copyAccounts(copy, workspaceId, since) };
  const accounts = previous ? laidOver(read, previous) : read.accounts;
  const dots = buildDots(read, accounts, frame, previous);
  const { units } = dots;
  const { recordedFrom, ...heads } = sumHeads(units);
  const types = await loadProductTypes(reader, workspaceId);
  const base = { dataFromMonth: dataFromMonth(state.firstMonth, frame.rateMonth), recordedFrom };
  const timeline = await loadMapTimeline(reader, workspaceId);
  const contexts = sameOr(loyaltyContexts(base, timeline), previous);
  const kept =
    previous?.contexts === contexts && areFew(histories.size, previous.accounts.size)
      ? previous
      : undefined;
  divide(units, kept?.units);
  return {
    workspaceId,
    epoch: state.epoch,
    refreshedAt: state.refreshedAt.toISOString(),
    rates: frame.rates,
    rateMonth: frame.rateMonth,
    contexts,
    each: kept?.each ?? {},
    ...dots,
    accounts,
    employees: await loadEmployees(reader, workspaceId),
    employeesVersion: 0,
    productTypes: new Map(types.map((type) => [type.id, type])),
    ...heads,
    bytes: bytesOf(units),
    assessed: new Map(),
  };
}

/**
 * What the figures are computed from, as it stands now: read whole, or what changed since `known`. Where a
 * newer version is at work beside this one, what was known before stays as it is.
 */
export async function loadFacts(
  ctx: Ctx,
  known: WorkspaceFacts | undefined,
): Promise<WorkspaceFacts | null> {
  return readWorkspace(
    ctx,
    async (snapshot) => {
      const { state } = await readState(snapshot.reader, ctx);
      if (isOfNewerKind(state)) return known ?? null;
      return state?.isComplete ? readFacts(snapshot, ctx, state, known) : null;
    },
    { timeoutMs: LOAD_TIMEOUT_MS },
  );
}
