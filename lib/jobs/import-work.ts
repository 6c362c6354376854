import { listDueImports, nextImportAt } from "@/lib/imports/list-due-imports";
import { runImport } from "@/lib/imports/run-import";
import type { WorkHandler } from "./work-handler";

/** A large file goes on in the workspace's next turn; every turn reads it again from its beginning. */
const PART_MS = 60_000;

export const importWork: WorkHandler = {
  kind: "import",
  leaseSeconds: 120,
  async run(ctx) {
    const [batchId] = (await listDueImports({ ctx })).batchIds;
    if (batchId === undefined) return false;
    const until = Date.now() + PART_MS;
    await runImport({ ctx, input: { batchId }, onProgress: () => Date.now() < until });
    return true;
  },
  nextAt: (tx, ctx) => nextImportAt(tx, ctx.workspace.id, ctx.now),
};
