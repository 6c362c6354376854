import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { emailSchema } from "@/lib/auth/email-address";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { newInvitationSecret } from "./invitation-token";
import { roleSchema } from "./member-input";
import { nameSchema } from "./workspace-input";

const inviteMemberSchema = z.object({ email: emailSchema, name: nameSchema, role: roleSchema });

async function refuseMember(tx: Tx, workspaceId: string, email: string): Promise<void> {
  const member = await tx.userWorkspace.findFirst({
    where: { workspaceId, user: { email } },
    select: { userId: true },
  });
  if (member) throw invalidField("email", "This person is a member already.");
}

/** A newer invitation to the same address replaces the older one. */
async function cancelOlder(tx: Tx, workspaceId: string, email: string, now: Date): Promise<void> {
  await tx.memberInvitation.updateMany({
    where: { workspaceId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

export async function inviteMember({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ invitationId: string; email: string; expiresAt: string }> {
  requirePermission(ctx, "member:write");
  const { actor, workspace, now } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person can invite.");
  const person = inviteMemberSchema.parse(input);
  const invitationId = newId();
  const workspaceId = workspace.id;
  const secret = newInvitationSecret({ workspaceId, invitationId }, now);
  return withWorkspace(ctx, async (tx) => {
    await refuseMember(tx, workspaceId, person.email);
    await cancelOlder(tx, workspaceId, person.email, now);
    const { tokenHash, expiresAt, url } = secret;
    const invitedById = actor.userId;
    await tx.memberInvitation.create({
      data: {
        ...person,
        workspaceId,
        id: invitationId,
        tokenHash,
        invitedById,
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    });
    const payload = {
      url,
      name: person.name,
      workspaceName: workspace.name,
      expiresAt: expiresAt.toISOString(),
    };
    await enqueueMail(tx, ctx, { kind: "member_invitation", to: person.email, payload });
    await writeAudit(tx, ctx, {
      verb: "inviteMember",
      subjectType: "memberInvitation",
      subjectId: invitationId,
      fields: ["email", "name", "role"],
    });
    return { invitationId, email: person.email, expiresAt: payload.expiresAt };
  });
}
