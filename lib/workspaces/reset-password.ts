import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { hashPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { countTry } from "@/lib/auth/rate-limit";
import { isSameHash, readSecretToken } from "@/lib/auth/secret-token";
import { endSessionsOf } from "@/lib/auth/session-rows";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

const resetSchema = z.object({ token: z.string(), password: newPasswordSchema });

function linkGone(): AppError {
  return new AppError("GONE", "This link is no longer valid. Ask for a new one.");
}

async function openReset(token: unknown, now: Date) {
  const { ids, hash } = readSecretToken(token, 1);
  const user = await db().appUser.findUnique({
    where: { id: ids[0] ?? "" },
    select: {
      id: true,
      resetTokenHash: true,
      resetExpiresAt: true,
      disabledAt: true,
      memberships: { select: { workspaceId: true }, orderBy: { createdAt: "asc" }, take: 1 },
    },
  });
  const isRight = isSameHash(user?.resetTokenHash ?? "0".repeat(64), hash);
  const isOpen = user?.resetExpiresAt && user.resetExpiresAt > now && !user.disabledAt;
  const workspaceId = user?.memberships[0]?.workspaceId;
  if (!user || !isRight || !isOpen || !workspaceId) throw linkGone();
  return { userId: user.id, workspaceId, hash };
}

/** For the page: reading it changes nothing, so that a mail scanner does no harm. */
export async function checkResetLink({ token, now }: { token: string; now: Date }): Promise<void> {
  await openReset(token, now);
}

/** Single use, and everywhere signed out: whoever knew the old password is out as well. */
export async function resetPassword({
  input,
  address,
  now,
}: {
  input: unknown;
  address: string;
  now: Date;
}): Promise<void> {
  await countTry([{ rule: "token:address", of: address }]);
  const { token, password } = resetSchema.parse(input);
  const { userId, workspaceId, hash } = await openReset(token, now);
  const passwordHash = await hashPassword(password);
  const ctx = await ctxForSystem({ id: workspaceId }, "password-reset", now);
  await withWorkspace(ctx, async (tx) => {
    const { count } = await tx.appUser.updateMany({
      where: { id: userId, resetTokenHash: hash },
      data: { passwordHash, resetTokenHash: null, resetExpiresAt: null },
    });
    if (count === 0) throw linkGone();
    await endSessionsOf(tx, userId, now);
    await writeAudit(tx, ctx, {
      verb: "resetPassword",
      subjectType: "user",
      subjectId: userId,
      fields: ["password"],
    });
  });
}
