import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import { makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "@/lib/auth/ctx";
import { hashPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { countTry } from "@/lib/auth/rate-limit";
import { type SessionRef, startSession } from "@/lib/auth/session-rows";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { insertMember } from "./insert-member";
import { openInvitation, readInvitationToken } from "./invitation-token";
import { roleSchema } from "./member-input";
import { nameSchema } from "./workspace-input";

const acceptSchema = z.object({
  token: z.string(),
  /** A user of this address keeps name and password: both fields are then missing. */
  name: nameSchema.optional(),
  password: newPasswordSchema.optional(),
});

type Accepted = { slug: string; session: SessionRef | null };

/** Taken once: of two presses at the same moment only one finds it open. */
async function takeInvitation(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  const { count } = await tx.memberInvitation.updateMany({
    where: { workspaceId, id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: now },
  });
  if (count === 0) throw new AppError("GONE", "This invitation was used already. Sign in.");
}

function firstPassword(passwordHash: string | null): string {
  if (passwordHash !== null) return passwordHash;
  const message = "Choose a password.";
  throw new AppError("INVALID_INPUT", message, { fieldErrors: { password: message } });
}

/**
 * @returns a session for a new user. Who had an account already signs in with it: the link proves
 * the address, not the password.
 */
export async function acceptInvitation({
  input,
  address,
  now,
}: {
  input: unknown;
  address: string;
  now: Date;
}): Promise<Accepted> {
  await countTry([{ rule: "token:address", of: address }]);
  const { token, name, password } = acceptSchema.parse(input);
  const named = readInvitationToken(token);
  const { workspaceId } = named;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return withWorkspace({ workspace: { id: workspaceId } }, async (tx) => {
    const invitation = await openInvitation(tx, named, now);
    const { email } = invitation;
    const known = await tx.appUser.findUnique({ where: { email }, select: { id: true } });
    await takeInvitation(tx, workspaceId, invitation.id, now);
    const role = roleSchema.parse(invitation.role);
    const { userId, employeeId } = await insertMember(tx, {
      workspaceId,
      email,
      name: name ?? invitation.name,
      role,
      passwordHash: known ? null : firstPassword(passwordHash),
      now,
    });
    const session = known ? null : await startSession(tx, { userId, now });
    const row = await tx.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: WORKSPACE_COLUMNS,
    });
    const workspace = toWorkspaceInfo(row);
    const sessionId = session?.sessionId ?? "";
    const actor = { type: "user", userId, sessionId, role, employeeId } as const;
    await writeAudit(tx, makeCtx({ actor, workspace, now }), {
      verb: "acceptInvitation",
      subjectType: "memberInvitation",
      subjectId: invitation.id,
    });
    return { slug: workspace.slug, session };
  });
}
