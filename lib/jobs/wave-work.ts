import { withWorkspace } from "@/lib/db/with-workspace";
import { advanceWaves, nextWaveAt } from "@/lib/surveys/waves/advance-waves";
import { enqueueReminders, nextReminderAt } from "@/lib/surveys/waves/enqueue-reminders";
import type { WorkHandler } from "./work-handler";

export const waveWork: WorkHandler = {
  kind: "wave",
  leaseSeconds: 60,
  run: (ctx) =>
    withWorkspace(ctx, async (tx) => {
      const reminded = await enqueueReminders(tx, ctx);
      return (await advanceWaves(tx, ctx)) + reminded > 0;
    }),
  async nextAt(tx, ctx) {
    const { id } = ctx.workspace;
    const times = [await nextWaveAt(tx, id), await nextReminderAt(tx, id)];
    const known = times.filter((at) => at !== null).map((at) => at.getTime());
    return known.length > 0 ? new Date(Math.min(...known)) : null;
  },
};
