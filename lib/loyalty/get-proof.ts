import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { firstDayOfMonth, shiftMonths } from "@/lib/metrics";
import { buildDoubt } from "./build-doubt";
import { buildProof, PROOF_MEASURES } from "./build-proof";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { perSelection, perSelectionLoaded } from "./per-epoch";
import type { ProofDto } from "./proof.types";
import { proofRows } from "./proof-rows";
import { monthsBefore, type Scene, sceneFor } from "./scene";
import { optional, reportInput } from "./view-input";

const proofInput = reportInput.extend({
  measure: optional(z.enum(PROOF_MEASURES, { error: "Choose a measure from the list." })),
});

/** From when on there are data of a day and of the day a year after it; null once there are. */
function tooShortUntil({ facts }: Scene, thenDay: number): string | null {
  const { firstMonth } = facts;
  if (firstMonth === null) return null;
  const firstDay = firstDayOfMonth(firstMonth + 1) - 1;
  return thenDay < firstDay ? isoOfDay(shiftMonths(firstDay, 12)) : null;
}

/** Did the scores of a year ago foretell who is still a customer? */
export async function getProof({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<ProofDto> {
  requirePermission(ctx, "figures:read");
  const { measure = "attitude", ...wanted } = proofInput.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const thenDay = monthsBefore(asOfDay, 12);
    const rows = await perSelectionLoaded(units, `proof rows ${asOfDay}`, () => proofRows(scene));
    const made = perSelection(units, `proof ${asOfDay} ${measure}`, () => ({
      ...buildDoubt(scene, ctx.workspace.currency),
      ...buildProof(scene, rows, measure),
    }));
    return {
      currency: filter.currency,
      filter,
      ...made,
      thenOn: isoOfDay(thenDay),
      tooShortUntil: tooShortUntil(scene, thenDay),
      chosen: measure,
      definitions: definitionsOf(
        [
          "proofOfPrediction",
          "raceOfMeasures",
          "predictiveValidity",
          "calibration",
          "concordance",
          "retentionJump",
          "proofMaterial",
        ],
        ctx.locale,
      ),
    };
  });
}
