import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { dateIn, isoDate } from "@/lib/format/calendar";
import { loadColleagues, loadTouchpoints } from "./load-touchpoints";
import { loadStages } from "./stages";
import type { AuditDto, Colleague, TouchpointSummary } from "./touchpoint.types";
import { touchpointIdSchema } from "./touchpoint-input";

export type TouchpointDto = TouchpointSummary & {
  isArchived: boolean;
  /** Newest first. */
  audits: AuditDto[];
  stages: string[];
  colleagues: Colleague[];
  today: string;
  canWrite: boolean;
  canAudit: boolean;
};

const AUDITS_SHOWN = 100;

async function loadAudits(tx: Tx, ctx: Ctx, touchpointId: string): Promise<AuditDto[]> {
  const rows = await tx.touchpointAudit.findMany({
    where: { workspaceId: ctx.workspace.id, touchpointId },
    orderBy: [{ auditedOn: "desc" }, { id: "desc" }],
    take: AUDITS_SHOWN,
    select: {
      id: true,
      auditedOn: true,
      score: true,
      note: true,
      recordedById: true,
      withdrawnAt: true,
    },
  });
  const people = await tx.appUser.findMany({
    where: { id: { in: rows.flatMap((row) => row.recordedById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const mayAll = can(ctx.actor, "survey:write");
  const mayOwn = can(ctx.actor, "touch:write");
  const userId = ctx.actor.type === "user" && mayOwn ? ctx.actor.userId : null;
  return rows.map(({ recordedById, withdrawnAt, auditedOn, ...row }) => ({
    ...row,
    auditedOn: isoDate(auditedOn),
    recordedBy: (recordedById && names.get(recordedById)) || null,
    isWithdrawn: withdrawnAt !== null,
    canWithdraw: withdrawnAt === null && (mayAll || recordedById === userId),
  }));
}

export async function getTouchpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<TouchpointDto> {
  requirePermission(ctx, "survey:read");
  const parsed = touchpointIdSchema.safeParse(input);
  if (!parsed.success) throw notFound("touchpoint");
  const { id: workspaceId, timeZone } = ctx.workspace;
  const today = dateIn(timeZone, ctx.now);
  return withWorkspace(ctx, async (tx) => {
    const [touchpoint] = await loadTouchpoints(tx, ctx, { id: parsed.data.touchpointId });
    if (!touchpoint) throw notFound("touchpoint");
    return {
      ...touchpoint,
      audits: await loadAudits(tx, ctx, touchpoint.id),
      stages: await loadStages(tx, ctx, today),
      colleagues: await loadColleagues(tx, workspaceId),
      today,
      canWrite: can(ctx.actor, "survey:write"),
      canAudit: can(ctx.actor, "touch:write") && touchpoint.kind === "audit",
    };
  });
}
