import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { reopenCaseSchema } from "./follow-up-input";
import { setCaseClosed } from "./set-case-closed";
import { tellSystemsOfCase } from "./tell-of-case";

/** Opens a closed complaint or case again, as it was. */
export async function reopenCase({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const of = reopenCaseSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { id } = ctx.workspace;
    const accountId = await setCaseClosed(tx, id, of, null);
    await writeAudit(tx, ctx, {
      verb: "reopenCase",
      subjectType: "account",
      subjectId: accountId,
      fields: [of.kind],
    });
    if (of.kind === "case") await tellSystemsOfCase(tx, ctx, "case.reopened", of.caseId);
    await markFactsChanged(tx, id, [accountId], ctx.now);
    return { id: of.caseId, accountId };
  });
}
