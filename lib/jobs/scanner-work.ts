import { learnScanners } from "@/lib/surveys/answers/learn-scanners";
import type { WorkHandler } from "./work-handler";

/** Each visit asks for it within the hour; where nobody visits there is nothing to learn. */
export const scannerWork: WorkHandler = {
  kind: "scanners",
  leaseSeconds: 120,
  async run(ctx) {
    await learnScanners({ ctx });
    return true;
  },
  nextAt: async () => null,
};
