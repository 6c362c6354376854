import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { createDoorSchema } from "./door-input";

type Named = {
  surveyId: string;
  accountId: string | null | undefined;
  employeeId: string | null | undefined;
};

/** Ids are references only: each is looked up in this workspace. @throws AppError NOT_FOUND */
async function requireNamed(tx: Tx, workspaceId: string, named: Named): Promise<void> {
  const select = { id: true };
  const own = (id: string) => ({ workspaceId, id });
  const survey = { ...own(named.surveyId), archivedAt: null };
  if (!(await tx.survey.findFirst({ where: survey, select }))) throw notFound("survey");
  if (named.accountId) {
    const where = { ...own(named.accountId), archivedAt: null, mergedIntoId: null };
    if (!(await tx.account.findFirst({ where, select }))) throw notFound("account");
  }
  if (named.employeeId) {
    const where = { ...own(named.employeeId), leftOn: null };
    if (!(await tx.employee.findFirst({ where, select }))) throw notFound("colleague");
  }
}

/** A way in for whoever finds it: a link or code, a kiosk, or a colleague's signature. */
export async function createDoor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ doorId: string; surveyId: string }> {
  requirePermission(ctx, "survey:write");
  const { kind, name, surveyId, accountId, employeeId } = createDoorSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    await requireNamed(tx, workspaceId, { surveyId, accountId, employeeId });
    const doorId = newId();
    await tx.surveyDoor.create({
      data: {
        workspaceId,
        id: doorId,
        surveyId,
        kind,
        name,
        accountId: accountId ?? null,
        employeeId: kind === "signature" ? (employeeId ?? null) : null,
        createdById: ctx.actor.type === "user" ? ctx.actor.userId : null,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createDoor",
      subjectType: "surveyDoor",
      subjectId: doorId,
      fields: ["surveyId", "kind", "name", "accountId", "employeeId"],
    });
    return { doorId, surveyId };
  });
}
