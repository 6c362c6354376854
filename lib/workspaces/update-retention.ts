import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import {
  RETENTION_KEY,
  type RetentionSettings,
  retentionSettingsSchema,
} from "./retention-settings";

/** A new version from today on; what is older than it says goes with the next night. */
export async function updateRetention({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RetentionSettings> {
  requirePermission(ctx, "setting:write");
  const value = retentionSettingsSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { actor, workspace, now } = ctx;
    await tx.settingVersion.create({
      data: {
        workspaceId: workspace.id,
        id: newId(),
        key: RETENTION_KEY,
        value,
        validFrom: dateColumn(dateIn(workspace.timeZone, now)),
        authorId: actor.type === "user" ? actor.userId : null,
        reason: "sending_page",
        createdAt: now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateRetention",
      subjectType: "setting",
      fields: Object.keys(value),
    });
    return value;
  });
}
