import type { Tx } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";

type Member = { user_id: string; role: string };

/**
 * Locks the workspace's admins and checks that one remains when this member stops being one.
 * @throws AppError NOT_FOUND for a stranger, CONFLICT for the last admin.
 */
export async function keepAnAdmin(tx: Tx, workspaceId: string, userId: string): Promise<string> {
  const members = await tx.$queryRaw<Member[]>`
    SELECT user_id, role FROM user_workspace
    WHERE workspace_id = ${workspaceId}::uuid AND (role = 'admin' OR user_id = ${userId}::uuid)
    ORDER BY user_id FOR UPDATE`;
  const member = members.find((row) => row.user_id === userId);
  if (!member) throw notFound("member");
  const others = members.filter((row) => row.role === "admin" && row.user_id !== userId);
  if (member.role === "admin" && others.length === 0) {
    throw new AppError(
      "CONFLICT",
      "This is the only admin. Make somebody else an admin first, then try again.",
    );
  }
  return member.role;
}
