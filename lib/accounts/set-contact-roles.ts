import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { CONTACT_ROLES } from "./contact-roles";

const MAX_ROLES = 200;
const NOBODY = "Tick at least one person.";

const setContactRolesSchema = z.object({
  roles: z
    .array(
      z.object({
        contactId: z.uuid({ error: "Open the list again." }),
        role: z.enum(CONTACT_ROLES, { error: "Choose a role for everybody who is ticked." }),
      }),
    )
    .min(1, NOBODY)
    .max(MAX_ROLES, `Set at most ${MAX_ROLES} roles at a time.`),
});

/** Records roles that were not known. A role somebody has recorded meanwhile stays. */
export async function setContactRoles({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ set: number }> {
  requirePermission(ctx, "account:write");
  const { roles } = setContactRolesSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const changed = await tx.$queryRaw<{ id: string; accountId: string }[]>`
      UPDATE contact c SET role = v.role, updated_at = ${ctx.now}
      FROM unnest(${roles.map(({ contactId }) => contactId)}::uuid[],
        ${roles.map(({ role }) => role)}::text[]) AS v(id, role)
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = v.id AND c.role IS NULL
        AND c.erased_at IS NULL
      RETURNING c.id, c.account_id AS "accountId"`;
    if (changed.length === 0) return { set: 0 };
    const [only] = changed.length === 1 ? changed : [];
    await writeAudit(tx, ctx, {
      verb: "setContactRoles",
      subjectType: "contact",
      ...(only ? { subjectId: only.id } : {}),
      fields: ["role", `changed:${changed.length}`],
    });
    const accountIds = [...new Set(changed.map(({ accountId }) => accountId))];
    await markFactsChanged(tx, workspaceId, accountIds, ctx.now);
    return { set: changed.length };
  });
}
