import { withWorkspace } from "@/lib/db/with-workspace";
import { nextProgramAt, nextProgramDue } from "@/lib/surveys/programs/next-program";
import { runProgram } from "@/lib/surveys/programs/run-program";
import type { WorkHandler } from "./work-handler";

/** Plans the asks of one program at a time. */
export const programWork: WorkHandler = {
  kind: "program",
  leaseSeconds: 120,
  async run(ctx) {
    const programId = await withWorkspace(ctx, (tx) => nextProgramDue(tx, ctx));
    if (programId === null) return false;
    await runProgram({ ctx, input: { programId } });
    return true;
  },
  nextAt: (tx, ctx) => nextProgramAt(tx, ctx.workspace.id),
};
