import { z } from "zod";
import { db } from "@/lib/db/client";
import { outsideWorkspaces } from "@/lib/db/outside-workspaces";
import { AppError } from "@/lib/errors";
import { emailSchema } from "./email-address";
import { hashPassword, needsRehash, verifyPassword } from "./password";
import { clearOldTries, countTry, forgiveTries } from "./rate-limit";
import { type SessionRef, startSession } from "./session-rows";

const signInSchema = z.object({
  email: emailSchema,
  password: z
    .string({ error: "Enter your password." })
    .min(1, "Enter your password.")
    .max(1_000, "This password is too long."),
});

/** The same words whether the address is unknown, disabled or the password is wrong. */
const REFUSED = "E-mail and password do not match. Check both and try again.";

async function renewHash(userId: string, stored: string, password: string): Promise<void> {
  if (!needsRehash(stored)) return;
  const passwordHash = await hashPassword(password);
  await db().appUser.updateMany({
    where: { id: userId, passwordHash: stored },
    data: { passwordHash },
  });
}

/** @returns a new session; the caller puts it into the cookie. */
export async function signIn({
  input,
  address,
  now,
}: {
  input: unknown;
  address: string;
  now: Date;
}): Promise<SessionRef> {
  const { email, password } = signInSchema.parse(input);
  const pair = { rule: "sign-in:pair", of: `${email} ${address}` } as const;
  await countTry([
    pair,
    { rule: "sign-in:account", of: email },
    { rule: "sign-in:address", of: address },
  ]);
  const user = await outsideWorkspaces((client) =>
    client.appUser.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, disabledAt: true },
    }),
  );
  const stored = user && !user.disabledAt ? user.passwordHash : null;
  const isRight = await verifyPassword(stored, password);
  if (!user || stored === null || !isRight) throw new AppError("UNAUTHENTICATED", REFUSED);
  await renewHash(user.id, stored, password);
  await forgiveTries(pair);
  await clearOldTries(now);
  return startSession(db(), { userId: user.id, now });
}
