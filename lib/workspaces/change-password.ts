import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { requirePermission } from "@/lib/auth/permissions";
import { countTry, forgiveTries } from "@/lib/auth/rate-limit";
import { endSessionsOf, type SessionRef, startSession } from "@/lib/auth/session-rows";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField } from "@/lib/errors";

const changePasswordSchema = z.object({
  currentPassword: z
    .string({ error: "Enter your present password." })
    .min(1, "Enter your present password.")
    .max(1_000, "This password is too long."),
  newPassword: newPasswordSchema,
});

async function checkCurrent(userId: string, password: string): Promise<void> {
  const tries = { rule: "password:account", of: userId } as const;
  await countTry([tries]);
  const user = await db().appUser.findUnique({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, password))) {
    throw invalidField("currentPassword", "This is not your present password.");
  }
  await forgiveTries(tries);
}

/** Ends every session of the user. @returns a new one for the browser that asked. */
export async function changePassword({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SessionRef> {
  requirePermission(ctx, "member:read");
  const { actor, now } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person has a password.");
  const { userId } = actor;
  const { currentPassword, newPassword } = changePasswordSchema.parse(input);
  await checkCurrent(userId, currentPassword);
  const passwordHash = await hashPassword(newPassword);
  return withWorkspace(ctx, async (tx) => {
    await tx.appUser.update({
      where: { id: userId },
      data: { passwordHash, resetTokenHash: null, resetExpiresAt: null },
      select: { id: true },
    });
    await endSessionsOf(tx, userId, now);
    await writeAudit(tx, ctx, {
      verb: "changePassword",
      subjectType: "user",
      subjectId: userId,
      fields: ["password"],
    });
    return startSession(tx, { userId, now });
  });
}
