import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { endSessionsOf } from "@/lib/auth/session-rows";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { keepAnAdmin } from "./keep-an-admin";
import { userIdSchema } from "./member-input";

const removeMemberSchema = z.object({ userId: userIdSchema });

/** The employee stays, marked as gone: accounts, touches and promises keep their history. */
export async function removeMember({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ userId: string }> {
  requirePermission(ctx, "member:write");
  const { userId } = removeMemberSchema.parse(input);
  const { workspace, now } = ctx;
  const workspaceId = workspace.id;
  return withWorkspace(ctx, async (tx) => {
    await keepAnAdmin(tx, workspaceId, userId);
    await tx.userWorkspace.deleteMany({ where: { workspaceId, userId } });
    await tx.savedView.deleteMany({ where: { workspaceId, userId, isShared: false } });
    await tx.employee.updateMany({
      where: { workspaceId, userId, leftOn: null },
      data: { leftOn: dateColumn(dateIn(workspace.timeZone, now)) },
    });
    await endSessionsOf(tx, userId, now);
    await writeAudit(tx, ctx, { verb: "removeMember", subjectType: "user", subjectId: userId });
    return { userId };
  });
}
