import { writeAudit } from "@/lib/auth/audit";
import { makeCtx, type WorkspaceInfo } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { insertWorkspace } from "./insert-workspace";
import { type WorkspaceInput, workspaceSchema } from "./workspace-input";

/** For scripts: there is no workspace yet whose permission could be asked. */
export async function createWorkspace({
  input,
  now,
}: {
  input: WorkspaceInput;
  now: Date;
}): Promise<WorkspaceInfo> {
  const values = workspaceSchema.parse(input);
  const id = newId();
  return withWorkspace({ workspace: { id } }, async (tx) => {
    const workspace = await insertWorkspace(tx, { id, values, now });
    const actor = { type: "system", job: "create-workspace" } as const;
    const ctx = makeCtx({ actor, workspace, now });
    await writeAudit(tx, ctx, {
      verb: "createWorkspace",
      subjectType: "workspace",
      subjectId: workspace.id,
    });
    return workspace;
  });
}
