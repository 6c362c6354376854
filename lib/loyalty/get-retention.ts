import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildRetention } from "./build-retention";
import type { Targets } from "./build-tiles";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { loadTargets } from "./load-targets";
import { perSelection } from "./per-epoch";
import { buildByGroup } from "./retention/build-by-group";
import { buildOverTime } from "./retention/build-over-time";
import { type SavedSegment, splitUnits } from "./retention/split-units";
import type { RetentionChoices, RetentionDto } from "./retention.types";
import { comparedDay, type Scene, sceneFor } from "./scene";
import { retentionInput } from "./view-input";

const DEFINITIONS = ["revenueRetention", "customerRetention", "renewalRate", "benjaminiHochberg"];

type Asked = { choices: RetentionChoices; segments: readonly SavedSegment[]; targets: Targets };

/** Each part of a selection is computed once per epoch, whatever else of the page is chosen. */
function partsOf(scene: Scene, { choices, segments, targets }: Asked) {
  const { units, asOfDay, compareDay } = scene;
  const { closes, split } = choices;
  const once = <T>(part: string, make: () => T) =>
    perSelection(units, `retention ${part} ${asOfDay} ${compareDay}`, make);
  const rules = split === "segments" ? JSON.stringify(segments) : "";
  const aims = JSON.stringify([...targets]);
  return {
    ...once(`tiles ${aims}`, () => buildRetention(scene, targets)),
    ...once(`over time ${closes}`, () => buildOverTime(scene, closes)),
    byGroup: once(`by ${split} ${rules}`, () =>
      buildByGroup(scene, splitUnits(scene, split, segments)),
    ),
  };
}

/** How much of the revenue and the customers of a year ago is still there, over time and by group. */
export async function getRetention({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RetentionDto> {
  requirePermission(ctx, "figures:read");
  const wanted = retentionInput.parse(input);
  const { closes, split, by } = wanted;
  const choices = { closes, split, by };
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units, segments } = await loadFilter(tx, ctx, facts, wanted);
      const { currency, id: workspaceId } = ctx.workspace;
      const segmentId = filter.segment?.id ?? null;
      const targets = await loadTargets(tx, workspaceId, segmentId, filter.asOf);
      const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
      const saved = segments.map(({ id, name, rules }) => ({ id, name, rules }));
      return {
        currency,
        filter,
        choices,
        ...buildDoubt(scene, currency),
        ...partsOf(scene, { choices, segments: saved, targets }),
        definitions: definitionsOf(DEFINITIONS, ctx.locale),
      };
    },
    days,
  );
}
