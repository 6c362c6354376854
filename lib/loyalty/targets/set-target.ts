import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { dateColumn } from "@/lib/format/calendar";
import { currencyExponent } from "@/lib/format/currency-exponent";
import { typedNumber } from "@/lib/format/typed-number";
import { shareOf } from "@/lib/metrics";
import { loadSegment } from "@/lib/segments/load-segments";
import { MEASURES } from "../build-tiles";
import type { Measure } from "../measures/measure";
import { optional } from "../view-input";

const setTargetSchema = z.object({
  measure: z.string({ error: "Choose a measure." }),
  segmentId: optional(z.uuid({ error: "Choose a segment from the list." })),
  /** As it is read: per cent, points, or whole units of the currency; empty ends the target. */
  value: z.string().trim().max(20, "Give a number.").default(""),
});

const MOST = 1e12;
const DECIMALS = 4;

/** In the measure's own unit: a ratio of per cent, minor units of whole ones. */
function aimOf(typed: string, { unit }: Measure, currency: string): number {
  const exponent = currencyExponent(currency);
  const value = typedNumber(typed, unit === "money" ? exponent : DECIMALS);
  if (!(Math.abs(value) < MOST)) throw invalidField("value", "Give a number, such as 93 or 12.5.");
  if (unit === "ratio") return shareOf(value, 100) ?? 0;
  return unit === "money" ? Math.round(value * 10 ** exponent) : value;
}

/** What a measure should be from the as-of date on, for a segment or for all accounts. */
export async function setTarget({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<void> {
  requirePermission(ctx, "setting:write");
  const { measure: name, segmentId = null, value } = setTargetSchema.parse(input);
  const measure = MEASURES.find(({ key }) => key === name);
  if (!measure) throw invalidField("measure", "Choose a measure.");
  const { id: workspaceId, currency } = ctx.workspace;
  const aim = value === "" ? null : aimOf(value, measure, currency);
  await withWorkspace(ctx, async (tx) => {
    if (segmentId !== null) await loadSegment(tx, workspaceId, segmentId);
    const validFrom = dateColumn(ctx.asOf);
    // A second thought of the same day takes the place of the first.
    await tx.target.deleteMany({ where: { workspaceId, measure: name, segmentId, validFrom } });
    await tx.target.create({
      data: {
        workspaceId,
        id: newId(),
        measure: name,
        segmentId,
        value: aim,
        validFrom,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, { verb: "setTarget", subjectType: "target", fields: [name] });
  });
}
