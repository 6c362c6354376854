import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import {
  type FactsState,
  isOutdated,
  lockState,
  markAllChanged,
  raiseEpoch,
  takeChanges,
} from "./facts-state";
import { hasOtherFirstMonth } from "./load-orders";
import { recomputeAccounts } from "./recompute-accounts";

const ACCOUNTS_PER_STEP = 1_000;
const STEP_TIMEOUT_MS = 120_000;

export type Refreshed = { accounts: number; epoch: number };

async function mustStartOver(tx: Tx, ctx: Ctx, state: FactsState | null): Promise<boolean> {
  if (isOutdated(state, ctx)) return true;
  const { id: workspaceId, timeZone } = ctx.workspace;
  return hasOtherFirstMonth({ tx, workspaceId, timeZone, accountIds: null });
}

async function refreshStep(tx: Tx, ctx: Ctx, isFirst: boolean): Promise<Refreshed> {
  const state = await lockState(tx, ctx);
  if (isFirst && (await mustStartOver(tx, ctx, state))) await markAllChanged(tx, ctx);
  const accountIds = await takeChanges(tx, ctx, ACCOUNTS_PER_STEP);
  if (accountIds.length === 0) return { accounts: 0, epoch: state?.epoch ?? 0 };
  await recomputeAccounts(tx, ctx, accountIds);
  return { accounts: accountIds.length, epoch: await raiseEpoch(tx, ctx) };
}

/**
 * Computes the facts of every account that waits in `facts_change`, deletes what it read and raises
 * the workspace's epoch, in one transaction per thousand accounts. Two refreshers wait for each other.
 */
export async function refreshWorkspace(ctx: Ctx): Promise<Refreshed> {
  let accounts = 0;
  for (;;) {
    const options = { timeoutMs: STEP_TIMEOUT_MS };
    const isFirst = accounts === 0;
    const step = await withWorkspace(ctx, (tx) => refreshStep(tx, ctx, isFirst), options);
    accounts += step.accounts;
    if (step.accounts === 0) return { accounts, epoch: step.epoch };
  }
}
