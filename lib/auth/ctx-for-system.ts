import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { type Ctx, makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "./ctx";

/** For scripts and the worker: the system acts in a workspace, named by slug or id. */
export async function ctxForSystem(
  workspace: string | { id: string },
  job: string,
  now: Date = new Date(),
): Promise<Ctx> {
  const where = typeof workspace === "string" ? { slug: workspace } : { id: workspace.id };
  const row = await db().workspace.findFirst({
    where: { ...where, archivedAt: null },
    select: WORKSPACE_COLUMNS,
  });
  if (!row) throw notFound("workspace");
  return makeCtx({ actor: { type: "system", job }, workspace: toWorkspaceInfo(row), now });
}
