import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

export type Profile = {
  name: string;
  email: string;
  locale: string;
  hasPassword: boolean;
  /** How often new answers come by mail in this workspace; null for somebody without accounts here. */
  digest: string | null;
  /** Whether the first lines of the worklist come on Mondays; null as above. */
  mondayMail: boolean | null;
};

export async function getProfile({ ctx }: { ctx: Ctx }): Promise<Profile> {
  requirePermission(ctx, "member:read");
  const { actor } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person has a profile.");
  return withWorkspace(ctx, async (tx) => {
    const { passwordHash, ...user } = await tx.appUser.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { name: true, email: true, locale: true, passwordHash: true },
    });
    const employee = await tx.employee.findFirst({
      where: { workspaceId: ctx.workspace.id, userId: actor.userId, leftOn: null },
      select: { digest: true, mondayMail: true },
    });
    return {
      ...user,
      hasPassword: passwordHash !== null,
      digest: employee?.digest ?? null,
      mondayMail: employee?.mondayMail ?? null,
    };
  });
}
