import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { addSettingVersion } from "@/lib/workspaces/setting-versions";
import { lockTouchpoints, writeOrder } from "./order-touchpoints";
import { JOURNEY_KEY, loadStages, MAX_STAGES } from "./stages";

const DOUBLE = "Two stages cannot have the same name.";

const changeStagesSchema = z.object({
  /** From left to right; an empty name removes the stage of the same place in `was`. */
  stages: z.array(z.string().trim().max(60, "Use at most 60 characters.")).max(MAX_STAGES + 1),
  /** The names they had when the form was opened; "" for a new one. */
  was: z.array(z.string()),
});

/** Renames take their touchpoints along; only an empty stage can be removed. */
export async function changeStages({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { stages, was } = changeStagesSchema.parse(input);
  const named = stages.filter((stage) => stage !== "");
  if (new Set(named).size < named.length) throw invalidField("stages", DOUBLE);
  if (named.length === 0) throw invalidField("stages", "A journey has at least one stage.");
  return withWorkspace(ctx, async (tx) => {
    const order = await lockTouchpoints(tx, ctx);
    const today = dateIn(ctx.workspace.timeZone, ctx.now);
    const before = await loadStages(tx, ctx, today);
    const renamed = new Map(was.map((name, i) => [name, stages[i] ?? name]));
    const after = order.map((place) => {
      const stage = renamed.get(place.stage) ?? place.stage;
      if (stage === "") throw invalidField("stages", `“${place.stage}” still has touchpoints.`);
      return { ...place, stage };
    });
    await writeOrder(tx, ctx, after);
    // A stage that somebody else added meanwhile stays.
    const kept = before.filter((stage) => !was.includes(stage) && !named.includes(stage));
    await addSettingVersion(tx, ctx, {
      key: JOURNEY_KEY,
      value: { stages: [...named, ...kept] },
      validFrom: today,
      reason: "touchpoint_map",
    });
    await writeAudit(tx, ctx, {
      verb: "changeStages",
      subjectType: "setting",
      fields: ["stages"],
    });
    return null;
  });
}
