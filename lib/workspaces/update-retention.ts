import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import {
  RETENTION_KEY,
  type RetentionSettings,
  retentionSettingsSchema,
} from "./retention-settings";
import { addSettingVersion } from "./setting-versions";

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
    await addSettingVersion(tx, ctx, {
      key: RETENTION_KEY,
      value,
      validFrom: dateIn(ctx.workspace.timeZone, ctx.now),
      reason: "sending_page",
    });
    await writeAudit(tx, ctx, {
      verb: "updateRetention",
      subjectType: "setting",
      fields: Object.keys(value),
    });
    return value;
  });
}
