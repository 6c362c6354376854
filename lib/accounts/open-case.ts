import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { caseMoment } from "./case-moment";
import { refuseUnknownEmployee } from "./check-references";
import { ABOUT_WHAT, openCaseSchema } from "./follow-up-input";
import { tellOwnerOfCase, tellSystemsOfCase } from "./tell-of-case";

type About = { signal: "complaint" | "answer" | "silence" | "other"; refId: string | null };

/** Held until the end: two who open a case on the same signal at once come one after the other. */
async function holdAccount(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND archived_at IS NULL
    FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("account");
}

/** The signal is one of the account, or of a site that is shown with it. */
async function refuseStrangeSignal(tx: Tx, workspaceId: string, accountId: string, about: About) {
  const { signal, refId } = about;
  if (refId === null) return;
  const account = { OR: [{ id: accountId }, { parentId: accountId }, { mergedIntoId: accountId }] };
  const select = { id: true };
  const row =
    signal === "complaint"
      ? await tx.complaint.findFirst({ where: { workspaceId, id: refId, account }, select })
      : await tx.responseEvent.findFirst({
          where: { workspaceId, invitationId: refId, class: "confirmed", account },
          select,
        });
  if (!row) throw invalidField("about", ABOUT_WHAT);
}

/** One follow-up on one signal; where it is on nothing in particular, the note tells them apart. */
async function refuseSecond(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  { signal, refId, note }: About & { note: string },
) {
  const same = signal === "other" ? { accountId, note } : { accountId };
  const row = await tx.caseFile.findFirst({
    where: { workspaceId, closedAt: null, signal, signalRefId: refId, ...same },
    select: { id: true },
  });
  if (row) throw new AppError("CONFLICT", "A case on this is open already.");
}

/** Opens a case by hand: what is to be followed up, by whom and until when. */
export async function openCase({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { accountId, about, note, dueOn, ...given } = openCaseSchema.parse(input);
  if (dueOn < ctx.asOf) throw invalidField("dueOn", "Give today or a later day.");
  const own = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await holdAccount(tx, workspaceId, accountId);
    if (given.ownerId) await refuseUnknownEmployee(tx, workspaceId, given.ownerId, "ownerId");
    await refuseStrangeSignal(tx, workspaceId, accountId, about);
    await refuseSecond(tx, workspaceId, accountId, { ...about, note });
    const [id, ownerId] = [newId(), given.ownerId ?? own];
    await tx.caseFile.create({
      data: {
        ...{ workspaceId, id, accountId, note },
        ...{ signal: about.signal, signalRefId: about.refId },
        ownerId,
        openedAt: caseMoment(ctx),
        dueOn: dateColumn(dueOn),
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "openCase",
      subjectType: "account",
      subjectId: accountId,
      fields: [about.signal, "note", "ownerId", "dueOn"],
    });
    await tellSystemsOfCase(tx, ctx, "case.opened", id);
    await tellOwnerOfCase(tx, ctx, { caseId: id, ownerId });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
