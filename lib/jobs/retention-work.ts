import { applyRetention } from "@/lib/erasure/apply-retention";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import type { WorkHandler } from "./work-handler";

/** When hardly anybody works in the workspace. */
const AT_NIGHT = "02:30";

export const retentionWork: WorkHandler = {
  kind: "retention",
  leaseSeconds: 180,
  async run(ctx) {
    await applyRetention({ ctx });
    return true;
  },
  async nextAt(_tx, { workspace, now }) {
    const { timeZone } = workspace;
    return instantOf(timeZone, addDays(dateIn(timeZone, now), 1), AT_NIGHT);
  },
};
