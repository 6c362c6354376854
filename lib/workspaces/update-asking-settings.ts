import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import {
  ASKING_KEY,
  type AskingSettings,
  askingSettingsSchema,
  loadAskingSettings,
} from "./asking-settings";

const reasonSchema = z.object({
  reason: z
    .string({ error: "Say why, for whoever reads it later." })
    .trim()
    .min(1, "Say why, for whoever reads it later.")
    .max(300, "Use at most 300 characters."),
});

function changedKeys(before: AskingSettings, after: AskingSettings): string[] {
  const keys = Object.keys(after) as (keyof AskingSettings)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** A new version from today on; fields that are not given stay as they are. */
export async function updateAskingSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AskingSettings> {
  requirePermission(ctx, "setting:write");
  const { reason } = reasonSchema.parse(input);
  const given = askingSettingsSchema.partial().parse(input);
  const { actor, workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  return withWorkspace(ctx, async (tx) => {
    const before = await loadAskingSettings(tx, { ...workspace, isDemo: false }, today);
    const named = Object.keys(input as object);
    const changes = Object.fromEntries(
      Object.entries(given).filter(([key]) => named.includes(key)),
    );
    const value = askingSettingsSchema.parse({ ...before, ...changes });
    if (value.workingHours.from >= value.workingHours.until) {
      throw invalidField("workingHours", "Let the day end after it begins.");
    }
    await tx.settingVersion.create({
      data: {
        workspaceId: workspace.id,
        id: newId(),
        key: ASKING_KEY,
        value,
        validFrom: dateColumn(today),
        authorId: actor.type === "user" ? actor.userId : null,
        reason,
        createdAt: now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateAskingSettings",
      subjectType: "setting",
      fields: changedKeys(before, value),
    });
    return value;
  });
}
