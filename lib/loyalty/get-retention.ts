import { setImmediate as nextTurn } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildRetention } from "./build-retention";
import type { Targets } from "./build-tiles";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { loadTargets } from "./load-targets";
import { perEpochLoaded, perSelection } from "./per-epoch";
import { buildByGroup } from "./retention/build-by-group";
import { buildChurn } from "./retention/build-churn";
import { buildCohorts } from "./retention/build-cohorts";
import { buildNegotiation } from "./retention/build-negotiation";
import { buildOverTime } from "./retention/build-over-time";
import { buildSurvival } from "./retention/build-survival";
import { loadNegotiations, type NegotiationRow } from "./retention/load-negotiations";
import { type SavedSegment, splitUnits } from "./retention/split-units";
import { survivalGroups } from "./retention/survival-groups";
import type { RetentionChoices, RetentionDto } from "./retention.types";
import { comparedDay, monthsBefore, type Scene, sceneFor } from "./scene";
import { retentionInput } from "./view-input";

const DEFINITIONS = [
  "revenueRetention",
  "customerRetention",
  "renewalRate",
  "benjaminiHochberg",
  "churnRates",
  "cohortTable",
  "cohortRetention",
  "cohortRevenue",
  "customerSurvival",
  "logRank",
  "restrictedMean",
  "negotiationDepth",
  "negotiationDays",
];

type Asked = {
  choices: RetentionChoices;
  segments: readonly SavedSegment[];
  targets: Targets;
  negotiations: readonly NegotiationRow[];
};

/**
 * Each part of a selection is computed once per epoch, whatever else of the page is chosen. Between two
 * parts others have a turn: of many accounts a part takes long.
 */
async function partsOf(scene: Scene, { choices, segments, targets, negotiations }: Asked) {
  const { units, asOfDay, compareDay } = scene;
  const { closes, split, cohorts, of, clock, pair } = choices;
  const once = async <T>(part: string, make: () => T) => {
    await nextTurn();
    return perSelection(units, `retention ${part} ${asOfDay} ${compareDay}`, make);
  };
  const rules = split === "segments" ? JSON.stringify(segments) : "";
  const aims = JSON.stringify([...targets]);
  return {
    ...(await once(`tiles ${aims}`, () => buildRetention(scene, targets))),
    ...(await once(`over time ${closes}`, () => buildOverTime(scene, closes))),
    byGroup: await once(`by ${split} ${rules}`, () =>
      buildByGroup(scene, splitUnits(scene, split, segments)),
    ),
    churn: await once(`churn ${closes}`, () => buildChurn(scene, closes)),
    cohorts: await once(`cohorts ${cohorts} ${of}`, () => buildCohorts(scene, cohorts, of)),
    survival: await once(`survival ${clock} ${split} ${pair} ${rules}`, () =>
      buildSurvival(scene, clock, survivalGroups(scene, split, segments, pair)),
    ),
    negotiation: await once("negotiation", () => buildNegotiation(scene, negotiations)),
  };
}

function negotiationsOf(tx: Tx, scene: Scene): Promise<NegotiationRow[]> {
  const { facts, asOfDay } = scene;
  const period = { from: isoOfDay(monthsBefore(asOfDay, 12)), asOf: isoOfDay(asOfDay) };
  return perEpochLoaded(facts, `negotiations ${asOfDay}`, () =>
    loadNegotiations(tx, facts.workspaceId, period),
  );
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
  const { segmentId, ownerId, currency, asOf, compareTo, ...choices } = retentionInput.parse(input);
  const wanted = { segmentId, ownerId, currency, asOf, compareTo };
  const days = comparedDay(asOf ?? ctx.asOf, compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units, segments } = await loadFilter(tx, ctx, facts, wanted);
      const { id: workspaceId } = ctx.workspace;
      const targets = await loadTargets(tx, workspaceId, filter.segment?.id ?? null, filter.asOf);
      const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
      const saved = segments.map(({ id, name, rules }) => ({ id, name, rules }));
      const negotiations = await negotiationsOf(tx, scene);
      return {
        currency: filter.currency,
        filter,
        choices,
        ...buildDoubt(scene, ctx.workspace.currency),
        ...(await partsOf(scene, { choices, segments: saved, targets, negotiations })),
        definitions: definitionsOf(DEFINITIONS, ctx.locale),
      };
    },
    days,
  );
}
