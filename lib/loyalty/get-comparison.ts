import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildComparison } from "./build-comparison";
import { buildDoubt } from "./build-doubt";
import { MEASURES } from "./build-tiles";
import type { ComparisonDto } from "./comparison.types";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { perSelection } from "./per-epoch";
import { splitUnits } from "./retention/split-units";
import { comparedDay, sceneFor } from "./scene";
import { suitingMeasures } from "./suiting-measures";
import { comparisonInput } from "./view-input";

const FIRST = "netPromoterScore";
const TESTS = ["intervalDifference", "benjaminiHochberg"] as const;

/** One measure across the groups of accounts: which of them really differ from the others. */
export async function getComparison({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<ComparisonDto> {
  requirePermission(ctx, "figures:read");
  const wanted = comparisonInput.parse(input);
  const { split } = wanted;
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units, segments } = await loadFilter(tx, ctx, facts, wanted);
      const { currency } = ctx.workspace;
      const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
      const key = `${filter.asOf} ${filter.compareTo}`;
      const measures = suitingMeasures(scene);
      const measure = measures.find((one) => one === wanted.measure) ?? measures[0] ?? FIRST;
      const definitionKey = MEASURES.find(({ key: one }) => one === measure)?.definitionKey;
      const saved = segments.map(({ id, name, rules }) => ({ id, name, rules }));
      const rules = split === "segments" ? JSON.stringify(saved) : "";
      return {
        currency: filter.currency,
        filter,
        ...buildDoubt(scene, currency),
        measure,
        split,
        measures,
        ...perSelection(units, `compared ${key} ${measure} ${split} ${rules}`, () =>
          buildComparison(scene, measure, splitUnits(scene, split, saved)),
        ),
        definitions: definitionsOf(
          [...(definitionKey ? [definitionKey] : []), ...TESTS],
          ctx.locale,
        ),
        definitionKey: definitionKey ?? null,
      };
    },
    days,
  );
}
