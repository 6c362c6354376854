import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { NO_ID } from "@/lib/format/id-bytes";
import { loadRecords } from "./records/load-records";
import type { RecordKind, RecordRow } from "./records/record-kind";

const PAGE_ROWS = 5_000;
const PAGE_TIMEOUT_MS = 30_000;

/** All rows of a kind, page by page in short transactions; rows that come meanwhile come last. */
export async function* recordPages(ctx: Ctx, kind: RecordKind): AsyncGenerator<RecordRow[]> {
  let afterId = NO_ID;
  for (;;) {
    const page = { workspaceId: ctx.workspace.id, afterId, limit: PAGE_ROWS, accountId: null };
    const rows = await withWorkspace(ctx, (tx) => loadRecords(tx, kind, page), {
      timeoutMs: PAGE_TIMEOUT_MS,
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    afterId = last.id;
  }
}
