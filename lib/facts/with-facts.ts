import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, isAppError } from "@/lib/errors";
import { dayNumber } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { cacheKey, keepFacts, keptFacts } from "./facts-cache";
import { isOutdated, readState, type StateRead } from "./facts-state";
import { loadEmployees, loadFacts } from "./load-facts";
import { sharedByBundles } from "./once";
import { refreshWorkspace } from "./refresh-workspace";
import { standInTurns } from "./stand-at";
import { assessInTurns, hasMany, type WorkspaceFacts } from "./workspace-facts";

// The first page after a start makes everything anew; at a hundred thousand accounts that is its own kind of work.
const READ_TIMEOUT_MS = 60_000;
/** How long a page computes what waits; after an import of millions the worker goes on. */
const REFRESH_MS = 1_500;
/** And how long it waits for facts that are built for the first time: before, there is nothing to show. */
const BUILD_MS = 30_000;
/** How long what can do without them waits. */
const SOON_MS = 1_500;
const STALE = Symbol("stale");

export function beingComputed(): AppError {
  return new AppError("UNAVAILABLE", "The figures are being computed. Try again in a minute.");
}

function isFresh({ state, hasChanges }: StateRead, ctx: Ctx, kept: WorkspaceFacts): boolean {
  return (
    state !== null &&
    !hasChanges &&
    !isOutdated(state, ctx) &&
    kept.epoch === state.epoch &&
    kept.refreshedAt === state.refreshedAt.toISOString()
  );
}

function isNotOlder(kept: WorkspaceFacts, than: WorkspaceFacts | null): boolean {
  return than !== null && kept.epoch >= than.epoch;
}

/** Computes what waits and reads what is new. */
async function renew(ctx: Ctx): Promise<WorkspaceFacts> {
  const key = cacheKey(ctx);
  const { isDone } = await refreshWorkspace(ctx, performance.now() + REFRESH_MS);
  if (!isDone) await withWorkspace(ctx, (tx) => signalWork(tx, ctx.workspace.id, "facts", ctx.now));
  let facts = await loadFacts(ctx, keptFacts(key));
  if (!facts) {
    await refreshWorkspace(ctx, performance.now() + BUILD_MS);
    facts = await loadFacts(ctx, undefined);
  }
  if (!facts) throw beingComputed();
  keepFacts(key, facts);
  return facts;
}

function isSameTeam(a: WorkspaceFacts["employees"], b: WorkspaceFacts["employees"]): boolean {
  if (a.size !== b.size) return false;
  return [...b].every(([id, { name, hasLeft }]) => {
    const known = a.get(id);
    return known?.name === name && known.hasLeft === hasLeft;
  });
}

/** Colleagues come, leave and are renamed without an event of any account. */
async function renewEmployees(tx: Tx, facts: WorkspaceFacts): Promise<void> {
  const employees = await loadEmployees(tx, facts.workspaceId);
  if (isSameTeam(facts.employees, employees)) return;
  facts.employees = employees;
  facts.employeesVersion += 1;
}

type Turn = { running: Promise<WorkspaceFacts>; next: Promise<WorkspaceFacts> | null };
const turns = sharedByBundles("turns", () => new Map<string, Turn>());

async function runTurn(key: string, ctx: Ctx): Promise<WorkspaceFacts> {
  try {
    return await renew(ctx);
  } finally {
    const turn = turns.get(key);
    if (turn?.next) turns.set(key, { running: turn.next, next: null });
    else turns.delete(key);
  }
}

/**
 * One renewal at a time for a workspace. Whoever comes while one is at work may have written since it
 * began: those wait together for the one after it.
 */
function renewed(ctx: Ctx): Promise<WorkspaceFacts> {
  const key = cacheKey(ctx);
  const turn = turns.get(key);
  if (!turn) {
    const running = runTurn(key, ctx);
    turns.set(key, { running, next: null });
    return running;
  }
  turn.next ??= turn.running.then(
    () => runTurn(key, ctx),
    () => runTurn(key, ctx),
  );
  return turn.next;
}

async function readWith<T>(
  ctx: Ctx,
  renewedFacts: WorkspaceFacts | null,
  work: (tx: Tx, facts: WorkspaceFacts) => Promise<T>,
): Promise<T | typeof STALE> {
  const key = cacheKey(ctx);
  return withWorkspace(
    ctx,
    async (tx) => {
      const kept = keptFacts(key);
      const read = await readState(tx, ctx);
      const isUsable = kept && (isFresh(read, ctx, kept) || isNotOlder(kept, renewedFacts));
      const facts = isUsable ? kept : renewedFacts;
      if (facts === null) return STALE;
      keepFacts(key, facts);
      await renewEmployees(tx, facts);
      return work(tx, facts);
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

/** What takes long of many accounts is done before the transaction begins, giving way to others. */
async function prepare(ctx: Ctx, facts: WorkspaceFacts, comparedDays: readonly number[]) {
  if (!hasMany(facts)) return;
  await assessInTurns(facts, dayNumber(ctx.asOf));
  for (const day of comparedDays) await standInTurns(facts, day);
}

/**
 * Runs a read with facts that hold every event committed before it: what waits is computed first, what
 * is new is read, and then the page is read in one transaction of its own.
 *
 * @param comparedDays earlier days at which the read needs to know where every account stood
 */
export async function withFacts<T>(
  ctx: Ctx,
  work: (tx: Tx, facts: WorkspaceFacts) => Promise<T>,
  comparedDays: readonly number[] = [],
): Promise<T> {
  const kept = keptFacts(cacheKey(ctx));
  if (kept) await prepare(ctx, kept, comparedDays);
  const first = await readWith(ctx, null, work);
  if (first !== STALE) return first;
  const facts = await renewed(ctx);
  await prepare(ctx, facts, comparedDays);
  const second = await readWith(ctx, facts, work);
  if (second === STALE) throw new AppError("INTERNAL", "Facts were read and then not there.");
  return second;
}

/** Null where it takes longer, or where the facts of all accounts take longer than a page waits. */
async function soon(renewal: Promise<WorkspaceFacts>): Promise<WorkspaceFacts | null> {
  const inTime = renewal.catch((error) => {
    if (isAppError(error) && error.code === "UNAVAILABLE") return null;
    throw error;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SOON_MS);
  });
  try {
    return await Promise.race([inTime, late]);
  } finally {
    clearTimeout(timer);
    // Whoever waits for it still is told; here nobody does.
    inTime.catch(() => {});
  }
}

/**
 * As `withFacts`, for what can be done without figures too: `work` gets null where facts are being built
 * and are not there at once.
 */
export async function withFactsSoon<T>(
  ctx: Ctx,
  work: (tx: Tx, facts: WorkspaceFacts | null) => Promise<T>,
): Promise<T> {
  const first = await readWith(ctx, null, work);
  if (first !== STALE) return first;
  const facts = await soon(renewed(ctx));
  if (facts === null) return withWorkspace(ctx, (tx) => work(tx, null));
  await prepare(ctx, facts, []);
  const second = await readWith(ctx, facts, work);
  if (second === STALE) throw new AppError("INTERNAL", "Facts were read and then not there.");
  return second;
}
