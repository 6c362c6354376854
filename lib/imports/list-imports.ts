import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { IMPORT_COLUMNS, type ImportDto, toImportDto } from "./load-import";
import { sayImport } from "./say-import";

const PAGE_ROWS = 25;

const listImportsSchema = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  via: z.enum(["file", "api"]).catch("file"),
});

export type ImportListDto = {
  imports: (ImportDto & { by: string | null })[];
  total: number;
  /** Which of the two are listed, and whether there are any of the other. */
  via: "file" | "api";
  hasApi: boolean;
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
  input: { page?: string | number | undefined; via?: string | undefined };
}): Promise<ImportListDto> {
  requirePermission(ctx, "import:read");
  const { page, via } = listImportsSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const where = { workspaceId, via };
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.importBatch.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAGE_ROWS,
      take: PAGE_ROWS,
      select: { ...IMPORT_COLUMNS, createdById: true },
    });
    const total = await tx.importBatch.count({ where });
    const sent = await tx.importBatch.findFirst({
      where: { workspaceId, via: "api" },
      select: { id: true },
    });
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
      via,
      hasApi: sent !== null,
      page,
      pageSize: PAGE_ROWS,
      canImport: can(ctx.actor, "import:write"),
    };
  });
}
