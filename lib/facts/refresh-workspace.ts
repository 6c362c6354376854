import type { Ctx } from "@/lib/auth/ctx";
import { type Reader, readerOf, withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { analyzeUnknown } from "./analyze-unknown";
import {
  type FactsState,
  isOfNewerKind,
  isOfOldKind,
  isOutdated,
  lockState,
  markAllChanged,
  markComplete,
  takeChanges,
  writeState,
} from "./facts-state";
import { loadFirstMonth } from "./load-orders";
import { recomputeAccounts } from "./recompute-accounts";

// The smaller a step, the sooner a page that waits for the lock has it.
const ACCOUNTS_PER_STEP = 500;
const ACCOUNTS_PER_PAGE_STEP = 200;
const STEP_TIMEOUT_MS = 120_000;

export type Refreshed = { accounts: number; epoch: number; isDone: boolean };

/** Older or younger data than the facts were built from change "the last 24 months" for everybody. */
function isBuiltAnew(state: FactsState | null, firstMonth: number | null): boolean {
  if (isOfOldKind(state)) return true;
  const known = state?.firstMonth ?? null;
  return known !== null && firstMonth !== null && known !== firstMonth;
}

async function refreshStep(tx: Reader, ctx: Ctx, limit: number): Promise<Refreshed> {
  const state = await lockState(tx, ctx);
  if (state && isOfNewerKind(state)) return { accounts: 0, epoch: state.epoch, isDone: true };
  const firstMonth = await loadFirstMonth(tx, ctx.workspace.id);
  const isAnew = isBuiltAnew(state, firstMonth);
  const startsOver = isAnew || isOutdated(state, ctx);
  if (startsOver) await markAllChanged(tx, ctx);
  const accountIds = await takeChanges(tx, ctx, limit);
  if (accountIds.length === 0 && !startsOver) {
    await markComplete(tx, ctx);
    return { accounts: 0, epoch: state?.epoch ?? 0, isDone: true };
  }
  const epoch = (state?.epoch ?? 0) + 1;
  await recomputeAccounts(tx, ctx, accountIds, { epoch, firstMonth });
  await writeState(tx, ctx, { epoch, firstMonth, isAnew });
  return { accounts: accountIds.length, epoch, isDone: false };
}

/**
 * Computes the facts of every account that waits in `facts_change`, deletes what it read and raises the
 * workspace's epoch, in one transaction per so many accounts. Two refreshers wait for each other.
 *
 * @param untilMs moment (of `performance.now`) after which a page, which waits, begins no further step
 * @param goesOn asked after every step; false leaves the rest to a later call
 */
export async function refreshWorkspace(
  ctx: Ctx,
  untilMs?: number,
  goesOn: () => boolean = () => true,
): Promise<Refreshed> {
  const limit = untilMs === undefined ? ACCOUNTS_PER_STEP : ACCOUNTS_PER_PAGE_STEP;
  let accounts = 0;
  await analyzeUnknown(ctx);
  for (;;) {
    const step = await withWorkspaceSql(ctx, (run) => refreshStep(readerOf(run), ctx, limit), {
      timeoutMs: STEP_TIMEOUT_MS,
    });
    accounts += step.accounts;
    const isOver = untilMs !== undefined && performance.now() > untilMs;
    if (step.isDone || isOver || !goesOn()) return { ...step, accounts };
  }
}
