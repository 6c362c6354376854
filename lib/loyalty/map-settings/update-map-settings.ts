import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { changeForAll } from "@/lib/facts/change-for-all";
import {
  loadMapTimeline,
  MAP_KEY,
  mapSettingsAt,
  mapSettingsSchema,
} from "@/lib/facts/map-settings";
import { dayNumber } from "@/lib/format/calendar";
import {
  addSettingVersion,
  changedFields,
  namedFields,
  settingReasonSchema,
} from "@/lib/workspaces/setting-versions";
import { EVERY_DATE } from "./every-date";

const updateMapSettingsSchema = z.object({
  /** From the as-of date on, or for every date: then earlier figures are told anew. */
  from: z.enum(["now", "start"], { error: "Choose from when it holds." }),
  reason: settingReasonSchema,
});

/** Other conventions of the map, as a new version; fields that are not given stay as they are. */
export async function updateMapSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<void> {
  requirePermission(ctx, "setting:write");
  const { from, reason } = updateMapSettingsSchema.parse(input);
  const given = mapSettingsSchema.partial().parse(input);
  const { workspace } = ctx;
  const validFrom = from === "start" ? EVERY_DATE : ctx.asOf;
  await withWorkspace(ctx, async (tx) => {
    const before = mapSettingsAt(await loadMapTimeline(tx, workspace.id), dayNumber(ctx.asOf));
    const value = mapSettingsSchema.parse({ ...before, ...namedFields(given, input) });
    const fields = changedFields(before, value);
    if (fields.length === 0 && from === "now")
      throw new AppError("INVALID_INPUT", "Nothing is different from what holds today.");
    await addSettingVersion(tx, ctx, { key: MAP_KEY, value, validFrom, reason });
    await changeForAll(tx, ctx, { earlierToo: from === "start" });
    await writeAudit(tx, ctx, { verb: "updateMapSettings", subjectType: "setting", fields });
  });
}
