import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withFacts } from "@/lib/facts/with-facts";
import { dateColumn, dayNumber } from "@/lib/format/calendar";
import { loadFilter } from "../load-filter";
import { sceneFor } from "../scene";
import { tilesOf } from "../tiles-of";
import { optional } from "../view-input";

const freezeBaselineSchema = z.object({
  segmentId: optional(z.uuid({ error: "Choose a segment from the list." })),
});

/**
 * Writes down where every measure stands today, with its interval and n: what later figures are told
 * beside, whatever becomes of settings and data.
 */
export async function freezeBaseline({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<void> {
  requirePermission(ctx, "setting:write");
  const { segmentId } = freezeBaselineSchema.parse(input);
  await withFacts(ctx, async (tx, facts) => {
    const workspaceId = ctx.workspace.id;
    const { filter, units } = await loadFilter(tx, ctx, facts, { segmentId });
    const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
    const { tiles, moreTiles } = await tilesOf(scene);
    const frozenOn = dateColumn(filter.asOf);
    const known = [...tiles, ...moreTiles].flatMap(({ key, value, interval, n }) =>
      value === null
        ? []
        : [{ measure: key, value, low: interval?.low ?? null, high: interval?.high ?? null, n }],
    );
    const scope = { workspaceId, segmentId: segmentId ?? null };
    await tx.baseline.deleteMany({ where: { ...scope, frozenOn } });
    await tx.baseline.createMany({
      data: known.map((figure) => ({
        ...scope,
        ...figure,
        id: newId(),
        frozenOn,
        createdAt: ctx.now,
      })),
    });
    const fields = known.map(({ measure }) => measure);
    await writeAudit(tx, ctx, { verb: "freezeBaseline", subjectType: "baseline", fields });
  });
}
