import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { emailSchema } from "@/lib/auth/email-address";
import { hashPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { insertMember, type MemberIds } from "./insert-member";
import { roleSchema } from "./member-input";
import { nameSchema } from "./workspace-input";

const addMemberSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  role: roleSchema,
  /** Only scripts give one: people choose theirs through an invitation. */
  password: newPasswordSchema.nullable().default(null),
});

export type AddMemberInput = z.input<typeof addMemberSchema>;

export async function addMember({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: AddMemberInput;
}): Promise<MemberIds> {
  requirePermission(ctx, "member:write");
  const { password, ...person } = addMemberSchema.parse(input);
  const passwordHash = password === null ? null : await hashPassword(password);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const ids = await insertMember(tx, { ...person, workspaceId, passwordHash, now: ctx.now });
    await writeAudit(tx, ctx, {
      verb: "addMember",
      subjectType: "user",
      subjectId: ids.userId,
      fields: ["role"],
    });
    return ids;
  });
}
