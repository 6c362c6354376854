import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { type FactsState, readState } from "./facts-state";
import { loadEmployees, loadFacts } from "./load-facts";
import { refreshWorkspace } from "./refresh-workspace";
import type { WorkspaceFacts } from "./workspace-facts";

const WORKSPACES_KEPT = 8;
const MAX_TRIES = 5;
const READ_TIMEOUT_MS = 15_000;
const STALE = Symbol("stale");

// Next compiles server code into several bundles; they share one cache through globalThis.
const shared = globalThis as typeof globalThis & { holdfastFacts?: Map<string, WorkspaceFacts> };

function cache(): Map<string, WorkspaceFacts> {
  shared.holdfastFacts ??= new Map();
  return shared.holdfastFacts;
}

function remember(key: string, facts: WorkspaceFacts): void {
  const kept = cache();
  kept.delete(key);
  kept.set(key, facts);
  const oldest = kept.keys().next().value;
  if (kept.size > WORKSPACES_KEPT && oldest !== undefined) kept.delete(oldest);
}

async function factsAt(tx: Tx, ctx: Ctx, state: FactsState): Promise<WorkspaceFacts> {
  const { id, figuresAsOf, timeZone } = ctx.workspace;
  const key = `${id} ${figuresAsOf ?? "today"}`;
  const kept = cache().get(key);
  if (kept?.epoch === state.epoch && kept.refreshedAt === state.refreshedAt.toISOString()) {
    remember(key, kept);
    // Colleagues come, leave and are renamed without an event of any account.
    kept.employees = await loadEmployees({ tx, workspaceId: id, timeZone, accountIds: null });
    return kept;
  }
  const facts = await loadFacts(tx, ctx, state, kept);
  // A refresher may have committed between two of the statements: such a mixture is used by nobody else.
  const after = await readState(tx, ctx);
  if (after.state?.epoch === state.epoch) remember(key, facts);
  return facts;
}

/**
 * Runs a read with facts that hold every committed event: what waits is computed first, in a
 * transaction of its own, then facts and page are read in one transaction.
 */
export async function withFacts<T>(
  ctx: Ctx,
  work: (tx: Tx, facts: WorkspaceFacts) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const isLast = attempt === MAX_TRIES - 1;
    const result = await withWorkspace(
      ctx,
      async (tx) => {
        const { state, isStale } = await readState(tx, ctx);
        if (state === null || (isStale && !isLast)) return STALE;
        return work(tx, await factsAt(tx, ctx, state));
      },
      { timeoutMs: READ_TIMEOUT_MS },
    );
    if (result !== STALE) return result as T;
    await refreshWorkspace(ctx);
  }
  throw new AppError("UNAVAILABLE", "The figures are being computed. Try again in a minute.");
}
