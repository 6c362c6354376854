import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { caseMoment } from "./case-moment";
import { closeCaseSchema } from "./follow-up-input";
import { setCaseClosed } from "./set-case-closed";
import { tellSystemsOfCase } from "./tell-of-case";

/** Closes a complaint or a case, with what was done about it. */
export async function closeCase({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { note, ...of } = closeCaseSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { id } = ctx.workspace;
    const accountId = await setCaseClosed(tx, id, of, { on: ctx.asOf, at: caseMoment(ctx), note });
    await writeAudit(tx, ctx, {
      verb: "closeCase",
      subjectType: "account",
      subjectId: accountId,
      fields: [of.kind],
    });
    if (of.kind === "case") await tellSystemsOfCase(tx, ctx, "case.closed", of.caseId);
    await markFactsChanged(tx, id, [accountId], ctx.now);
    return { id: of.caseId, accountId };
  });
}
