import type { Tx } from "@/lib/db/with-workspace";

/** A colleague who can sign in, and so may be written to about customers' answers. */
export type InboxReader = {
  employeeId: string;
  name: string;
  email: string;
  locale: string;
  isAdmin: boolean;
  digest: string;
  digestedAt: Date | null;
};

export function loadInboxReaders(tx: Tx, workspaceId: string): Promise<InboxReader[]> {
  return tx.$queryRaw<InboxReader[]>`
    SELECT e.id AS "employeeId", e.name, e.email, u.locale, m.role = 'admin' AS "isAdmin", e.digest,
      e.digested_at AS "digestedAt"
    FROM employee e
    JOIN app_user u ON u.id = e.user_id AND u.disabled_at IS NULL
    JOIN user_workspace m ON m.user_id = e.user_id AND m.workspace_id = ${workspaceId}::uuid
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.left_on IS NULL
    ORDER BY e.id`;
}

type Concerned = { ownerId: string | null; touchpointOwnerId: string | null };

/** The owners of account and touchpoint; where neither can sign in, the admins: nobody would know. */
export function readersOf<Reader extends Pick<InboxReader, "employeeId" | "isAdmin">>(
  answer: Concerned,
  readers: readonly Reader[],
): Reader[] {
  const owners = readers.filter(
    ({ employeeId }) => employeeId === answer.ownerId || employeeId === answer.touchpointOwnerId,
  );
  return owners.length > 0 ? owners : readers.filter((reader) => reader.isAdmin);
}
