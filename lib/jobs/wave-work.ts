import { withWorkspace } from "@/lib/db/with-workspace";
import { advanceWaves, nextWaveAt } from "@/lib/surveys/waves/advance-waves";
import type { WorkHandler } from "./work-handler";

export const waveWork: WorkHandler = {
  kind: "wave",
  leaseSeconds: 60,
  run: (ctx) => withWorkspace(ctx, async (tx) => (await advanceWaves(tx, ctx)) > 0),
  nextAt: (tx, ctx) => nextWaveAt(tx, ctx.workspace.id),
};
