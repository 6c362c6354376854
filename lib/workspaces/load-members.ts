import { isRole, type Role } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";

export type Member = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** Accounts this person owns. */
  accounts: number;
};

export type OpenInvitation = {
  invitationId: string;
  name: string;
  email: string;
  role: Role;
  expiresAt: string;
  isExpired: boolean;
};

async function countAccounts(tx: Tx, workspaceId: string): Promise<Map<string, number>> {
  const employees = await tx.employee.findMany({
    where: { workspaceId, userId: { not: null } },
    select: {
      userId: true,
      _count: { select: { accounts: { where: { archivedAt: null, mergedIntoId: null } } } },
    },
  });
  return new Map(employees.map((e) => [e.userId ?? "", e._count.accounts]));
}

export async function loadMembers(tx: Tx, workspaceId: string): Promise<Member[]> {
  const rows = await tx.userWorkspace.findMany({
    where: { workspaceId },
    select: {
      role: true,
      user: { select: { id: true, name: true, email: true } },
    },
    orderBy: { user: { name: "asc" } },
  });
  const accounts = await countAccounts(tx, workspaceId);
  return rows.flatMap(({ role, user }) => {
    if (!isRole(role)) return [];
    const { id: userId, name, email } = user;
    return [{ userId, name, email, role, accounts: accounts.get(userId) ?? 0 }];
  });
}

export async function loadOpenInvitations(
  tx: Tx,
  workspaceId: string,
  now: Date,
): Promise<OpenInvitation[]> {
  const rows = await tx.memberInvitation.findMany({
    where: { workspaceId, acceptedAt: null, revokedAt: null },
    select: { id: true, name: true, email: true, role: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  return rows.flatMap(({ id, role, expiresAt, ...person }) => {
    if (!isRole(role)) return [];
    const isExpired = expiresAt <= now;
    return [{ ...person, invitationId: id, role, expiresAt: expiresAt.toISOString(), isExpired }];
  });
}
