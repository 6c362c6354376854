import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { IMPORT_KINDS, type ImportKindName } from "./kinds/import-kind";
import { sayKind } from "./kinds/say-kind";

export type NewImportDto = {
  kinds: { name: ImportKindName; label: string; about: string; required: string[] }[];
  /** Names earlier files came under. */
  sources: string[];
};

/** What can be imported, for the upload form. */
export async function getNewImport({ ctx }: { ctx: Ctx }): Promise<NewImportDto> {
  requirePermission(ctx, "import:write");
  const earlier = await withWorkspace(ctx, (tx) =>
    tx.importBatch.findMany({
      where: { workspaceId: ctx.workspace.id },
      distinct: ["source"],
      orderBy: { source: "asc" },
      take: 20,
      select: { source: true },
    }),
  );
  const kinds = IMPORT_KINDS.map((name) => {
    const { label, about, fields } = sayKind(ctx.locale, name);
    const required = fields.filter((field) => field.isRequired).map((field) => field.label);
    return { name, label, about, required };
  });
  return { kinds, sources: earlier.map((row) => row.source) };
}
