import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { ALL_KINDS } from "./kinds/all-kinds";
import { IMPORT_KINDS } from "./kinds/import-kind";

export type NewImportDto = {
  kinds: { name: string; label: string; about: string; required: string[] }[];
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
    const { label, about, fields } = ALL_KINDS[name];
    const required = fields.filter((field) => field.isRequired).map((field) => field.label);
    return { name, label, about, required };
  });
  return { kinds, sources: earlier.map((row) => row.source) };
}
