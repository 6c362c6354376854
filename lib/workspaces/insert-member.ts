import type { Role } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

export type NewMember = {
  workspaceId: string;
  email: string;
  name: string;
  role: Role;
  /** Kept only for a user who does not exist yet. */
  passwordHash: string | null;
  now: Date;
};

export type MemberIds = { userId: string; employeeId: string };

async function userOf(tx: Tx, member: NewMember): Promise<string> {
  const { workspaceId, email, name, passwordHash, now } = member;
  const known = await tx.appUser.findUnique({ where: { email }, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  // Until the person chooses: what the colleagues of the workspace speak.
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true },
  });
  await tx.appUser.create({
    data: { id, email, name, locale, passwordHash, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Accounts belong to employees: an imported employee of the same address is the same person. */
async function employeeOf(tx: Tx, member: NewMember, userId: string): Promise<string> {
  const { workspaceId, email, name } = member;
  const found = await tx.employee.findUnique({
    where: { workspaceId_email: { workspaceId, email } },
    select: { id: true },
  });
  const id = found?.id ?? newId();
  await tx.employee.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { workspaceId, id, name, email, userId },
    update: { userId, leftOn: null },
    select: { id: true },
  });
  return id;
}

/** User, membership and employee of one person. @throws AppError CONFLICT for a member. */
export async function insertMember(tx: Tx, member: NewMember): Promise<MemberIds> {
  const { workspaceId, role, now } = member;
  const userId = await userOf(tx, member);
  const key = { userId_workspaceId: { userId, workspaceId } };
  const isMember = await tx.userWorkspace.findUnique({ where: key, select: { userId: true } });
  if (isMember) throw new AppError("CONFLICT", "This person is a member already.");
  await tx.userWorkspace.create({
    data: { userId, workspaceId, role, createdAt: now },
    select: { userId: true },
  });
  return { userId, employeeId: await employeeOf(tx, member, userId) };
}
