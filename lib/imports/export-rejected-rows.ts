import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { NO_ID } from "@/lib/format/id-bytes";
import { loadBatch } from "./batch";
import { type RejectedLine, rejectedCsv } from "./rejected-csv";
import { sayFaults } from "./say-import";

const PAGE_ROWS = 2_000;

const exportRejectedRowsSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
});

async function loadPage(ctx: Ctx, batchId: string, after: { row: number; id: string }) {
  return withWorkspace(ctx, (tx) =>
    tx.importRejection.findMany({
      where: {
        workspaceId: ctx.workspace.id,
        batchId,
        OR: [{ rowNumber: { gt: after.row } }, { rowNumber: after.row, id: { gt: after.id } }],
      },
      orderBy: [{ rowNumber: "asc" }, { id: "asc" }],
      take: PAGE_ROWS,
      select: { id: true, rowNumber: true, message: true, raw: true },
    }),
  );
}

async function* allLines(ctx: Ctx, batchId: string): AsyncGenerator<RejectedLine> {
  let after = { row: 0, id: NO_ID };
  for (;;) {
    const page = await loadPage(ctx, batchId, after);
    for (const row of sayFaults(ctx.locale, page)) {
      yield { rowNumber: row.rowNumber, message: row.message, cells: row.raw as string[] };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE_ROWS) return;
    after = { row: last.rowNumber, id: last.id };
  }
}

export type RejectedFile = { fileName: string; text: AsyncIterable<string> };

/** All refused rows of an import with their reasons, as a CSV in pieces. */
export async function exportRejectedRows({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof exportRejectedRowsSchema>;
}): Promise<RejectedFile> {
  requirePermission(ctx, "import:read");
  const { batchId } = exportRejectedRowsSchema.parse(input);
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, ctx.workspace.id, batchId));
  return {
    fileName: `${batch.fileName.replace(/\.[a-z]{1,4}$/i, "")}-rejected.csv`,
    text: rejectedCsv(batch.headers, allLines(ctx, batchId), ctx.locale),
  };
}
