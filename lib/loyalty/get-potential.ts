import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildPotential, FEWEST_LOYAL } from "./build-potential";
import { definitionsOf } from "./definitions";
import { loadContractMargins } from "./load-contract-margins";
import { loadFilter } from "./load-filter";
import { perEpochLoaded, perSelection } from "./per-epoch";
import type { PotentialDto } from "./potential.types";
import { sceneFor } from "./scene";
import { optional, reportInput } from "./view-input";

const SHARE = "Give the share as a whole percentage from 1 to 100.";

export const potentialInput = reportInput.extend({
  /** Percent of the less loyal accounts that is assumed to be won over. */
  share: optional(z.coerce.number(SHARE).int(SHARE).min(1, SHARE).max(100, SHARE)),
});

const USUAL_PERCENT = 20;

/** What it would be worth if less loyal accounts were like loyal accounts of their size. */
export async function getPotential({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PotentialDto> {
  requirePermission(ctx, "figures:read");
  const { share = USUAL_PERCENT, ...wanted } = potentialInput.parse(input);
  const conversionShare = share * 0.01;
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const margins = await perEpochLoaded(facts, "contract margins", () =>
      loadContractMargins(tx, ctx.workspace.id),
    );
    const made = perSelection(units, `potential ${asOfDay} ${share}`, () => ({
      ...buildDoubt(scene, ctx.workspace.currency),
      ...buildPotential(scene, margins, conversionShare),
    }));
    return {
      currency: filter.currency,
      filter,
      ...made,
      conversionShare,
      fewestLoyal: FEWEST_LOYAL,
      definitions: definitionsOf(["upliftPotential"], ctx.locale),
    };
  });
}
