import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadSurveys } from "../design/load-surveys";

export type ProgramFormDto = {
  surveys: { id: string; name: string; scope: string }[];
  segments: { id: string; name: string }[];
};

/** What a new program can choose from. */
export async function getProgramForm({ ctx }: { ctx: Ctx }): Promise<ProgramFormDto> {
  requirePermission(ctx, "wave:send");
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => ({
    surveys: (await loadSurveys(tx, workspaceId)).map(({ id, name, scope }) => ({
      id,
      name,
      scope,
    })),
    segments: await tx.segment.findMany({
      where: { workspaceId, archivedAt: null },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  }));
}
