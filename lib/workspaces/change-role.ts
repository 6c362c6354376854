import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { type Role, requirePermission } from "@/lib/auth/permissions";
import { endSessionsOf } from "@/lib/auth/session-rows";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { keepAnAdmin } from "./keep-an-admin";
import { roleSchema, userIdSchema } from "./member-input";

const changeRoleSchema = z.object({ userId: userIdSchema, role: roleSchema });

async function roleOf(tx: Tx, workspaceId: string, userId: string): Promise<string> {
  const member = await tx.userWorkspace.findUnique({
    where: { userId_workspaceId: { userId, workspaceId } },
    select: { role: true },
  });
  if (!member) throw notFound("member");
  return member.role;
}

/** Ends the member's sessions: what an open page still offers must fit the new role. */
export async function changeRole({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ userId: string; role: Role }> {
  requirePermission(ctx, "member:write");
  const { userId, role } = changeRoleSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    if ((await roleOf(tx, workspaceId, userId)) === role) return { userId, role };
    if (role !== "admin") await keepAnAdmin(tx, workspaceId, userId);
    await tx.userWorkspace.updateMany({ where: { workspaceId, userId }, data: { role } });
    await endSessionsOf(tx, userId, ctx.now);
    await writeAudit(tx, ctx, {
      verb: "changeRole",
      subjectType: "user",
      subjectId: userId,
      fields: ["role"],
    });
    return { userId, role };
  });
}
