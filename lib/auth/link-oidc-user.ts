import { z } from "zod";
import { db } from "@/lib/db/client";
import { emailSchema } from "./email-address";

const profileSchema = z.object({
  sub: z.string().min(1).max(255),
  email: emailSchema.optional(),
  email_verified: z.boolean().optional(),
});

/**
 * Nobody is created here: who may sign in was invited. The first time, a verified e-mail address
 * links the person at the identity provider with the user of that address; from then on the subject.
 * @returns the user's id, or null where the provider named nobody we know.
 */
export async function linkOidcUser(profile: unknown): Promise<string | null> {
  const parsed = profileSchema.safeParse(profile);
  if (!parsed.success) return null;
  const { sub, email, email_verified: isVerified } = parsed.data;
  const known = await db().appUser.findUnique({
    where: { oidcSubject: sub },
    select: { id: true, disabledAt: true },
  });
  if (known) return known.disabledAt ? null : known.id;
  if (!email || isVerified !== true) return null;
  const linked = await db().appUser.updateManyAndReturn({
    where: { email, oidcSubject: null, disabledAt: null },
    data: { oidcSubject: sub },
    select: { id: true },
  });
  return linked[0]?.id ?? null;
}
