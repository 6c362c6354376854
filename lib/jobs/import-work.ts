import { listDueImports, nextImportAt } from "@/lib/imports/list-due-imports";
import { runCheck } from "@/lib/imports/run-check";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import type { WorkHandler } from "./work-handler";

/** A large file goes on in the workspace's next turn; every turn reads it again from its beginning. */
const PART_MS = 60_000;

export const importWork: WorkHandler = {
  kind: "import",
  leaseSeconds: 120,
  async run(ctx, isStopping = () => false) {
    const [first] = (await listDueImports({ ctx })).due;
    if (first === undefined) return false;
    const input = { batchId: first.batchId };
    const until = Date.now() + PART_MS;
    const goesOn = () => Date.now() < until && !isStopping();
    if (first.state === "checking") await runCheck({ ctx, input });
    else if (first.state === "undoing") await runUndo({ ctx, input, goesOn });
    else await runImport({ ctx, input, onProgress: goesOn });
    return true;
  },
  nextAt: (tx, ctx) => nextImportAt(tx, ctx.workspace.id, ctx.now),
};
