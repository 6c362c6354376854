import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import type { ExportFile } from "./export-records";
import { loadConfiguration } from "./load-configuration";
import { membershipsCsv } from "./memberships-csv";
import { recordPages } from "./record-pages";
import { ALL_RECORDS } from "./records/all-records";
import { recordsCsv } from "./records-csv";
import { type ZipEntry, zipStream } from "./zip-stream";

async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}

async function* allFiles(ctx: Ctx, configuration: unknown): AsyncGenerator<ZipEntry> {
  yield { name: "workspace.json", body: oneText(`${JSON.stringify(configuration, null, 2)}\n`) };
  for (const kind of Object.values(ALL_RECORDS)) {
    yield { name: `${kind.name}.csv`, body: recordsCsv(kind, recordPages(ctx, kind)) };
  }
  yield { name: "segment_memberships.csv", body: membershipsCsv(ctx) };
}

/** The whole workspace as a zip: every kind of rows as CSV, surveys, segments, settings as JSON. */
export async function exportWorkspace({ ctx }: { ctx: Ctx }): Promise<ExportFile> {
  requirePermission(ctx, "data:export");
  const configuration = await withWorkspace(ctx, async (tx) => {
    await writeAudit(tx, ctx, { verb: "exportWorkspace" });
    return loadConfiguration(tx, ctx);
  });
  return {
    fileName: `${ctx.workspace.slug}-${ctx.asOf}.zip`,
    contentType: "application/zip",
    body: zipStream(allFiles(ctx, configuration)),
  };
}
