import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import {
  ASKING_KEY,
  type AskingSettings,
  askingSettingsSchema,
  loadAskingSettings,
} from "./asking-settings";
import {
  addSettingVersion,
  changedFields,
  namedFields,
  settingReasonSchema,
} from "./setting-versions";

/** A new version from today on; fields that are not given stay as they are. */
export async function updateAskingSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AskingSettings> {
  requirePermission(ctx, "setting:write");
  const { reason } = z.object({ reason: settingReasonSchema }).parse(input);
  const given = askingSettingsSchema.partial().parse(input);
  const { workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  return withWorkspace(ctx, async (tx) => {
    const before = await loadAskingSettings(tx, { ...workspace, isDemo: false }, today);
    const value = askingSettingsSchema.parse({ ...before, ...namedFields(given, input) });
    if (value.workingHours.from >= value.workingHours.until) {
      throw invalidField("workingHours", "Let the day end after it begins.");
    }
    await addSettingVersion(tx, ctx, { key: ASKING_KEY, value, validFrom: today, reason });
    await writeAudit(tx, ctx, {
      verb: "updateAskingSettings",
      subjectType: "setting",
      fields: changedFields(before, value),
    });
    return value;
  });
}
