import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { recordPages } from "./record-pages";
import { ALL_RECORDS } from "./records/all-records";
import { RECORD_KINDS } from "./records/record-kind";
import { recordsCsv } from "./records-csv";
import { recordsXlsx } from "./records-xlsx";

const exportRecordsSchema = z.object({
  kind: z.enum(RECORD_KINDS, { error: "There is no such kind of rows." }),
  format: z.enum(["csv", "xlsx"], { error: "Choose CSV or XLSX." }),
});

export type ExportFile = {
  fileName: string;
  contentType: string;
  body: AsyncIterable<string | Uint8Array>;
};

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Every row of a kind as one file. @throws AppError TOO_LARGE for a workbook of too many rows. */
export async function exportRecords({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<ExportFile> {
  requirePermission(ctx, "data:export");
  const { kind, format } = exportRecordsSchema.parse(input);
  await withWorkspace(ctx, (tx) =>
    writeAudit(tx, ctx, { verb: "exportRecords", fields: [`kind:${kind}`, `format:${format}`] }),
  );
  const fileName = `${ctx.workspace.slug}-${kind}-${ctx.asOf}.${format}`;
  const pages = recordPages(ctx, ALL_RECORDS[kind]);
  if (format === "csv") {
    return {
      fileName,
      contentType: "text/csv; charset=utf-8",
      body: recordsCsv(ALL_RECORDS[kind], pages),
    };
  }
  // Made before the answer begins, so that too many rows are said and not cut off.
  const workbook = await recordsXlsx(ALL_RECORDS[kind], pages);
  return {
    fileName,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: inOnePiece(workbook),
  };
}
