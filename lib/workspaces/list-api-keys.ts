import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";

export type ApiKeyRow = {
  apiKeyId: string;
  name: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

const SHOWN = 200;

/** Live keys first, then revoked ones, newest first. */
export async function listApiKeys({ ctx }: { ctx: Ctx }): Promise<ApiKeyRow[]> {
  requirePermission(ctx, "setting:write");
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.apiKey.findMany({
      where: { workspaceId: ctx.workspace.id },
      orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
      take: SHOWN,
      select: {
        id: true,
        name: true,
        scopes: true,
        createdAt: true,
        lastUsedAt: true,
        revokedAt: true,
      },
    });
    return rows.map(({ id, name, scopes, ...at }) => ({
      apiKeyId: id,
      name,
      scopes,
      createdAt: at.createdAt.toISOString(),
      lastUsedAt: at.lastUsedAt?.toISOString() ?? null,
      revokedAt: at.revokedAt?.toISOString() ?? null,
    }));
  });
}
