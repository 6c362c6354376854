import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { cacheKey, keepFacts, keptFacts } from "./facts-cache";
import { isOutdated, readState, type StateRead } from "./facts-state";
import { loadEmployees, loadFacts } from "./load-facts";
import { refreshWorkspace } from "./refresh-workspace";
import type { WorkspaceFacts } from "./workspace-facts";

const READ_TIMEOUT_MS = 15_000;
/** How long a page computes what waits; after an import of millions the worker goes on. */
const REFRESH_MS = 1_500;
const STALE = Symbol("stale");

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
  const facts = await loadFacts(ctx, keptFacts(key));
  if (!facts)
    throw new AppError("UNAVAILABLE", "The figures are being computed. Try again in a minute.");
  keepFacts(key, facts);
  return facts;
}

type Turn = { running: Promise<WorkspaceFacts>; next: Promise<WorkspaceFacts> | null };
const turns = new Map<string, Turn>();

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
      // Colleagues come, leave and are renamed without an event of any account.
      facts.employees = await loadEmployees(tx, ctx.workspace.id);
      return work(tx, facts);
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

/**
 * Runs a read with facts that hold every event committed before it: what waits is computed first, what
 * is new is read, and then the page is read in one transaction of its own.
 */
export async function withFacts<T>(
  ctx: Ctx,
  work: (tx: Tx, facts: WorkspaceFacts) => Promise<T>,
): Promise<T> {
  const first = await readWith(ctx, null, work);
  if (first !== STALE) return first;
  const second = await readWith(ctx, await renewed(ctx), work);
  if (second === STALE) throw new AppError("INTERNAL", "Facts were read and then not there.");
  return second;
}
