import { can, isRole } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";

export type Sender = { employeeId: string } | { refused: "sender" | "role" };

type MemberRow = { employeeId: string; userId: string; role: string };

/** The colleague who wrote, by the address that signs in or the one customers know. */
export async function findSender(tx: Tx, workspaceId: string, address: string): Promise<Sender> {
  const [member] = await tx.$queryRaw<MemberRow[]>`
    SELECT e.id AS "employeeId", u.id AS "userId", m.role FROM employee e
    JOIN app_user u ON u.id = e.user_id
    JOIN user_workspace m ON m.user_id = u.id AND m.workspace_id = ${workspaceId}::uuid
    WHERE e.workspace_id = ${workspaceId}::uuid AND u.disabled_at IS NULL
      AND (lower(e.email) = ${address} OR u.email = ${address})
    ORDER BY lower(e.email) = ${address} DESC LIMIT 1`;
  if (!member) return { refused: "sender" };
  const { role, userId, employeeId } = member;
  const isAllowed =
    isRole(role) && can({ type: "user", userId, sessionId: "", role, employeeId }, "touch:write");
  return isAllowed ? { employeeId } : { refused: "role" };
}
