import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { IMPORT_KINDS, type ImportKindName } from "./kinds/import-kind";
import { sayKind } from "./kinds/say-kind";

export type NewImportDto = {
  kinds: { name: ImportKindName; label: string; about: string; required: string[] }[];
  /** Names earlier files came under. */
  sources: string[];
  /** What the last file came under: under another name its rows would all be new. */
  lastSource: string;
};

const USUAL_SOURCE = "csv";

async function loadLastSource(tx: Tx, workspaceId: string): Promise<string> {
  const last = await tx.importBatch.findFirst({
    where: { workspaceId, via: "file" },
    orderBy: { createdAt: "desc" },
    select: { source: true },
  });
  return last?.source ?? USUAL_SOURCE;
}

/** What can be imported, for the upload form. */
export async function getNewImport({ ctx }: { ctx: Ctx }): Promise<NewImportDto> {
  requirePermission(ctx, "import:write");
  const workspaceId = ctx.workspace.id;
  const { earlier, lastSource } = await withWorkspace(ctx, async (tx) => ({
    earlier: await tx.importBatch.findMany({
      where: { workspaceId },
      distinct: ["source"],
      orderBy: { source: "asc" },
      take: 20,
      select: { source: true },
    }),
    lastSource: await loadLastSource(tx, workspaceId),
  }));
  const kinds = IMPORT_KINDS.map((name) => {
    const { label, about, fields } = sayKind(ctx.locale, name);
    const required = fields.filter((field) => field.isRequired).map((field) => field.label);
    return { name, label, about, required };
  });
  return { kinds, sources: earlier.map((row) => row.source), lastSource };
}
