import { readEnv } from "@/lib/env";
import { listenForWork } from "@/lib/queue/listen-for-work";
import type { WorkHandler } from "./work-handler";
import { startLane } from "./work-lane";

export type Worker = {
  /** Finishes the parts in hand and begins no other. */
  stop(): Promise<void>;
};

const SWEEP_MS = 3_000;

/** One lane per kind; a notification wakes them, the sweep finds whatever no notification told of. */
export function startWorker(handlers: readonly WorkHandler[], sweepMs = SWEEP_MS): Worker {
  const lanes = handlers.map((handler) => startLane(handler, sweepMs));
  const listener = listenForWork(readEnv().DATABASE_URL, (kind) => {
    for (const lane of lanes) {
      if (kind === null || kind === lane.kind) lane.wake();
    }
  });
  return {
    async stop() {
      await Promise.all([listener.stop(), ...lanes.map((lane) => lane.stop())]);
    },
  };
}
