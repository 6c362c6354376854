import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { IMPORT_COLUMNS, type ImportDto, toImportDto } from "./load-import";
import { sayImport } from "./say-import";

const PAGE_ROWS = 25;

const listImportsSchema = z.object({ page: z.coerce.number().int().min(1).catch(1) });

export type ImportListDto = {
  imports: (ImportDto & { by: string | null })[];
  total: number;
  page: number;
  pageSize: number;
  canImport: boolean;
};

/** The imports of a workspace, newest first. */
export async function listImports({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { page?: string | number | undefined };
}): Promise<ImportListDto> {
  requirePermission(ctx, "import:read");
  const { page } = listImportsSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.importBatch.findMany({
      where: { workspaceId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAGE_ROWS,
      take: PAGE_ROWS,
      select: { ...IMPORT_COLUMNS, createdById: true },
    });
    const total = await tx.importBatch.count({ where: { workspaceId } });
    const userIds = rows.flatMap((row) => row.createdById ?? []);
    const users = await tx.appUser.findMany({
      where: { id: { in: userIds } },
      select: { id: true, name: true },
    });
    const nameOf = new Map(users.map((user) => [user.id, user.name]));
    return {
      imports: rows.map(({ createdById, ...row }) => ({
        ...sayImport(ctx.locale, toImportDto(row)),
        by: createdById === null ? null : (nameOf.get(createdById) ?? null),
      })),
      total,
      page,
      pageSize: PAGE_ROWS,
      canImport: can(ctx.actor, "import:write"),
    };
  });
}
