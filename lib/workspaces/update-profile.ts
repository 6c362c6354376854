import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { DIGESTS, localeSchema, nameSchema } from "./workspace-input";

const profileSchema = z.object({
  name: nameSchema,
  locale: localeSchema,
  /** Left out: stays as it is. */
  digest: z.enum(DIGESTS, { error: "Choose how often." }).optional(),
  /** Left out: stays as it is. */
  mondayMail: z.boolean().optional(),
});

export async function updateProfile({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<z.infer<typeof profileSchema>> {
  requirePermission(ctx, "member:read");
  const { actor } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person has a profile.");
  const { userId } = actor;
  const { digest, mondayMail, ...profile } = profileSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    await tx.appUser.update({ where: { id: userId }, data: profile, select: { id: true } });
    await tx.employee.updateMany({
      where: { workspaceId: ctx.workspace.id, userId },
      data: {
        name: profile.name,
        ...(digest ? { digest } : {}),
        ...(mondayMail === undefined ? {} : { mondayMail }),
      },
    });
    await writeAudit(tx, ctx, {
      verb: "updateProfile",
      subjectType: "user",
      subjectId: userId,
      fields: [
        ...["name", "locale"],
        ...(digest ? ["digest"] : []),
        ...(mondayMail === undefined ? [] : ["mondayMail"]),
      ],
    });
    return { ...profile, digest, mondayMail };
  });
}
