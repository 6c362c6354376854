import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { dateColumn, dateIn, isIsoDate } from "@/lib/format/calendar";
import { touchpointIdSchema } from "./touchpoint-input";

const recordAuditSchema = touchpointIdSchema.extend({
  auditedOn: z.string({ error: "Give the day." }).refine(isIsoDate, "Give a day of the calendar."),
  score: z.coerce
    .number({ error: "Choose how it was." })
    .int("Choose how it was.")
    .min(1, "Choose how it was.")
    .max(5, "Choose how it was."),
  note: z
    .string()
    .trim()
    .max(2_000, "Use at most 2,000 characters.")
    .default("")
    .transform((note) => note || null),
});

/** What a colleague found who tried it as a customer would; it never touches a customer's score. */
export async function recordTouchpointAudit({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ auditId: string }> {
  requirePermission(ctx, "touch:write");
  const { touchpointId, auditedOn, ...found } = recordAuditSchema.parse(input);
  const { actor, workspace } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a colleague can look.");
  if (auditedOn > dateIn(workspace.timeZone, ctx.now)) {
    const message = "That day has not come yet.";
    throw new AppError("INVALID_INPUT", message, { fieldErrors: { auditedOn: message } });
  }
  return withWorkspace(ctx, async (tx) => {
    const touchpoint = await tx.touchpoint.findFirst({
      where: { workspaceId: workspace.id, id: touchpointId, kind: "audit", archivedAt: null },
      select: { id: true },
    });
    if (!touchpoint) throw notFound("touchpoint");
    const auditId = newId();
    await tx.touchpointAudit.create({
      data: {
        workspaceId: workspace.id,
        id: auditId,
        touchpointId,
        auditedOn: dateColumn(auditedOn),
        ...found,
        recordedById: actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "recordTouchpointAudit",
      subjectType: "touchpoint",
      subjectId: touchpointId,
      fields: ["auditedOn", "score", "note"],
    });
    return { auditId };
  });
}
