import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { isoDate } from "@/lib/format/calendar";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";

type CaseEvent = "case.opened" | "case.handed_over" | "case.closed" | "case.reopened";

/** Tells systems of the customer's own; what was written stays here, for it may name people. */
export async function tellSystemsOfCase(
  tx: Tx,
  ctx: Ctx,
  kind: CaseEvent,
  caseId: string,
): Promise<void> {
  const row = await tx.caseFile.findFirstOrThrow({
    where: { workspaceId: ctx.workspace.id, id: caseId },
    select: {
      accountId: true,
      signal: true,
      signalRefId: true,
      ownerId: true,
      openedAt: true,
      dueOn: true,
      closedAt: true,
    },
  });
  const { signal, signalRefId, openedAt, dueOn, closedAt, ...ids } = row;
  const data = {
    ...{ caseId, ...ids, about: { signal, id: signalRefId } },
    openedAt: openedAt.toISOString(),
    dueOn: isoDate(dueOn),
    closedAt: closedAt?.toISOString() ?? null,
  };
  await enqueueEvents(tx, ctx, [{ kind, key: `${kind}:${caseId}:${ctx.now.toISOString()}`, data }]);
}

/** Writes to whoever looks after a case now, unless it is the one who says so. */
export async function tellOwnerOfCase(
  tx: Tx,
  ctx: Ctx,
  { caseId, ownerId }: { caseId: string; ownerId: string | null },
): Promise<void> {
  const { actor } = ctx;
  const isOwn = actor.type === "user" && actor.employeeId === ownerId;
  if (ownerId === null || isOwn) return;
  const waiting = await tx.mailOutbox.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      ...{ kind: "case", state: "pending", employeeId: ownerId },
      payload: { path: ["caseId"], equals: caseId },
    },
    select: { id: true },
  });
  // To and fro before anything was sent: one mail says it.
  if (waiting) return;
  const givenById = actor.type === "user" ? actor.userId : null;
  await enqueueMail(tx, ctx, {
    kind: "case",
    employeeId: ownerId,
    payload: { caseId, givenById },
  });
}
