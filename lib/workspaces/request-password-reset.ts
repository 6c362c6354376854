import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { emailSchema } from "@/lib/auth/email-address";
import { countTry } from "@/lib/auth/rate-limit";
import { makeSecretToken } from "@/lib/auth/secret-token";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { enqueueMail } from "@/lib/mail/enqueue-mail";

const requestSchema = z.object({ email: emailSchema });

export const RESET_MINUTES = 60;

/**
 * First half, before the answer: checks what was typed and counts the try. What follows depends on
 * whether the address is known, so it must run after the answer was given.
 */
export async function acceptResetRequest({
  input,
  address,
}: {
  input: unknown;
  address: string;
}): Promise<{ email: string }> {
  const { email } = requestSchema.parse(input);
  await countTry([
    { rule: "reset:account", of: email },
    { rule: "reset:address", of: address },
  ]);
  return { email };
}

async function findPerson(email: string) {
  const user = await db().appUser.findFirst({
    where: { email, disabledAt: null },
    select: {
      id: true,
      name: true,
      memberships: {
        where: { workspace: { archivedAt: null } },
        select: { workspaceId: true },
        orderBy: { createdAt: "asc" },
        take: 1,
      },
    },
  });
  const first = user?.memberships[0];
  return user && first ? { id: user.id, name: user.name, workspaceId: first.workspaceId } : null;
}

/** Second half: the mail goes out through the person's first workspace, or nothing happens. */
export async function sendResetMail({ email, now }: { email: string; now: Date }): Promise<void> {
  const person = await findPerson(email);
  if (!person) return;
  const ctx = await ctxForSystem({ id: person.workspaceId }, "password-reset", now);
  const { token, hash } = makeSecretToken([person.id]);
  const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000);
  await withWorkspace(ctx, async (tx) => {
    await tx.appUser.update({
      where: { id: person.id },
      data: { resetTokenHash: hash, resetExpiresAt: expiresAt },
      select: { id: true },
    });
    const payload = {
      url: `${readEnv().APP_URL}/reset-password/${token}`,
      name: person.name,
      workspaceName: ctx.workspace.name,
      expiresAt: expiresAt.toISOString(),
    };
    await enqueueMail(tx, ctx, { kind: "password_reset", to: email, payload });
    await writeAudit(tx, ctx, {
      verb: "sendResetMail",
      subjectType: "user",
      subjectId: person.id,
    });
  });
}
