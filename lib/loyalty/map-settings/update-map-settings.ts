import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { changeForAll } from "@/lib/facts/change-for-all";
import {
  loadMapTimeline,
  MAP_KEY,
  mapSettingsAt,
  mapSettingsSchema,
} from "@/lib/facts/map-settings";
import { dateColumn, dayNumber } from "@/lib/format/calendar";

const WHY = "Say why, for whoever reads it later.";

const updateMapSettingsSchema = z.object({
  /** From the as-of date on, or for every date: then earlier figures are told anew. */
  from: z.enum(["now", "start"], { error: "Choose from when it holds." }),
  reason: z.string({ error: WHY }).trim().min(1, WHY).max(300, "Use at most 300 characters."),
});

const START = "1970-01-01";

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
  const { actor, workspace, now } = ctx;
  const validFrom = from === "start" ? START : ctx.asOf;
  await withWorkspace(ctx, async (tx) => {
    const before = mapSettingsAt(await loadMapTimeline(tx, workspace.id), dayNumber(ctx.asOf));
    const named = Object.keys(input as object);
    const changes = Object.fromEntries(
      Object.entries(given).filter(([key]) => named.includes(key)),
    );
    const value = mapSettingsSchema.parse({ ...before, ...changes });
    const fields = (Object.keys(value) as (keyof typeof value)[]).filter(
      (key) => value[key] !== before[key],
    );
    if (fields.length === 0 && from === "now")
      throw new AppError("INVALID_INPUT", "Nothing is different from what holds today.");
    await tx.settingVersion.create({
      data: {
        workspaceId: workspace.id,
        id: newId(),
        key: MAP_KEY,
        value,
        validFrom: dateColumn(validFrom),
        authorId: actor.type === "user" ? actor.userId : null,
        reason,
        createdAt: now,
      },
      select: { id: true },
    });
    await changeForAll(tx, ctx, { earlierToo: from === "start" });
    await writeAudit(tx, ctx, { verb: "updateMapSettings", subjectType: "setting", fields });
  });
}
