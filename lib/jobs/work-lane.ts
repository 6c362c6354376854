import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { withWorkspace } from "@/lib/db/with-workspace";
import { isAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { keepWork, settleWork, type TakenWork, takeWork } from "@/lib/queue/work-signals";
import type { WorkHandler } from "./work-handler";

const RETRY_AFTER_MS = 30_000;
/** Work that is due but of which nothing could be done waits a moment, so that no lane spins. */
const IDLE_RETRY_MS = 2_000;

export type Lane = {
  kind: string;
  /** Look now. */
  wake(): void;
  /** Resolves when the part in hand is done; no other is begun. */
  stop(): Promise<void>;
};

type Outcome = "progress" | "nothing" | "failed";
const WAIT_MS: Record<Outcome, number> = {
  progress: 0,
  nothing: IDLE_RETRY_MS,
  failed: RETRY_AFTER_MS,
};

/** Null for a workspace that is archived by now: its work is dropped. */
async function ctxFor({ workspaceId, kind }: TakenWork): Promise<Ctx | null> {
  try {
    return await ctxForSystem({ id: workspaceId }, kind);
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

async function settle(handler: WorkHandler, taken: TakenWork, outcome: Outcome): Promise<void> {
  const ctx = await ctxFor(taken);
  const workspace = { id: taken.workspaceId };
  const earliest = Date.now() + WAIT_MS[outcome];
  await withWorkspace({ workspace }, (tx) =>
    settleWork(tx, taken, async () => {
      const next = ctx && (await handler.nextAt(tx, ctx));
      return next && new Date(Math.max(next.getTime(), earliest));
    }),
  );
}

/** Does one part of the work that is due longest. @returns false when none is due. */
async function doOnePart(handler: WorkHandler, isStopping: () => boolean): Promise<boolean> {
  const { kind, leaseSeconds } = handler;
  let taken = await takeWork(kind, leaseSeconds);
  if (taken === null) return false;
  const { workspaceId } = taken;
  const keeper = setInterval(() => {
    if (taken === null) return;
    keepWork(taken, leaseSeconds)
      .then((kept) => {
        taken = kept;
      })
      .catch((err) => log.warn({ kind, workspaceId, err }, "lease not renewed"));
  }, leaseSeconds * 333);
  let outcome: Outcome = "nothing";
  try {
    const ctx = await ctxFor(taken);
    if (ctx !== null && (await handler.run(ctx, isStopping))) outcome = "progress";
  } catch (err) {
    outcome = "failed";
    log.error({ kind, workspaceId, err }, "work failed and will be tried again");
  } finally {
    clearInterval(keeper);
  }
  if (taken !== null) await settle(handler, taken, outcome);
  return true;
}

/** One loop per kind, so that a long import holds up no mail; workspaces take turns in it. */
export function startLane(handler: WorkHandler, sweepMs: number): Lane {
  let isStopping = false;
  let isAwake = false;
  let rouse: () => void = () => {};

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (isAwake || isStopping) return resolve();
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      isAwake = false;
      try {
        if (await doOnePart(handler, () => isStopping)) continue;
      } catch (err) {
        log.error({ kind: handler.kind, err }, "the database did not answer");
        await rest(IDLE_RETRY_MS);
        continue;
      }
      await rest(sweepMs);
    }
  }

  const ended = loop();
  return {
    kind: handler.kind,
    wake() {
      isAwake = true;
      rouse();
    },
    async stop() {
      isStopping = true;
      rouse();
      await ended;
    },
  };
}
