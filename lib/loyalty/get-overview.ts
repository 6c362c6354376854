import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { type MapTotals, mapTotals } from "@/lib/metrics";
import { type MapPlace, placeOf } from "@/lib/segments/map-place";
import { buildCoverage, buildFreshness, totalsOf } from "./build-doubt";
import { buildGrow } from "./build-grow";
import { buildHeadline, buildStates } from "./build-headline";
import { buildCuts, buildMap, buildMovement } from "./build-map";
import { definitionsOf, LIST_DEFINITIONS, MAP_DEFINITIONS } from "./definitions";
import { loadAdvantage } from "./drivers/load-advantage";
import type { MapDto } from "./figures.types";
import { loadTilesBothWays } from "./load-both-ways";
import { loadFilter, unitsInPlace } from "./load-filter";
import { loadTargets } from "./load-targets";
import { loadWorklist } from "./load-worklist";
import type { ChosenDto, OverviewDto } from "./overview.types";
import { perSelection } from "./per-epoch";
import { comparedDay, type Scene, sceneFor } from "./scene";
import { tilesOf } from "./tiles-of";
import { overviewInput } from "./view-input";

/** The company-level picture: headline, map, states, tiles and worklist of one filter at one date. */
export async function getOverview({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<OverviewDto> {
  requirePermission(ctx, "figures:read");
  const wanted = overviewInput.parse(input);
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
      const asOfDay = dayNumber(filter.asOf);
      const segmentId = filter.segment?.id ?? null;
      const targets = await loadTargets(tx, ctx.workspace.id, segmentId, filter.asOf);
      const worklist = await loadWorklist(tx, ctx, facts, units, asOfDay, wanted.allLines);
      const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
      const isFiltered = filter.segment !== null || filter.owner !== null;
      const measured = await tilesOf(scene, targets);
      const tiles = [...measured.tiles, ...measured.moreTiles];
      const { currency } = ctx.workspace;
      const figures = figuresFor(scene, isFiltered, currency);
      return {
        currency: filter.currency,
        filter,
        ...figures,
        ...measured,
        chosen: chosenOf(scene, figures.map, placeOf(wanted)),
        bothWays: await loadTilesBothWays(tx, ctx, facts, units, tiles),
        worklist,
        grow: buildGrow(facts, units, { asOfDay, allRoom: wanted.allRoom }),
        cuts: wanted.withCuts ? buildCuts(scene) : null,
        advantageDrops: (await loadAdvantage(tx, ctx, facts, units, asOfDay))
          .filter(({ isRealDrop }) => isRealDrop)
          .map(({ segment }) => segment),
        definitions: definitionsOf(
          [...MAP_DEFINITIONS, ...LIST_DEFINITIONS, ...tiles.map((tile) => tile.definitionKey)],
          ctx.locale,
        ),
        epoch: facts.epoch,
      };
    },
    days,
  );
}

/** Names of owners stand on the map. */
function figuresFor(scene: Scene, isFiltered: boolean, currency: string) {
  const { facts, asOfDay, compareDay, units } = scene;
  const key = `figures ${asOfDay} ${compareDay} ${facts.employeesVersion}`;
  return perSelection(units, key, () => figuresOf(scene, totalsOf(scene), isFiltered, currency));
}

function chosenOf(scene: Scene, map: MapDto, place: MapPlace | null): ChosenDto | null {
  if (place === null) return null;
  const { facts, units, asOfDay, settings } = scene;
  const ids = new Set(unitsInPlace(facts, units, place, asOfDay).map(({ id }) => id));
  const standing = scene.now.filter(({ accountId }) => ids.has(accountId));
  const { total } = mapTotals(standing, settings.line);
  const shown = map.points.map(({ accountId }) => accountId);
  return { place, ...total, shownIds: shown.filter((id) => ids.has(id)) };
}

function figuresOf(scene: Scene, totals: MapTotals, isFiltered: boolean, currency: string) {
  return {
    headline: buildHeadline(scene, totals, isFiltered),
    freshness: buildFreshness(scene, currency),
    coverage: buildCoverage(scene, totals),
    runningMinor: totals.total.revenueMinor,
    activeAccounts: totals.total.accounts,
    map: buildMap(scene, totals),
    states: buildStates(scene, totals),
    keepsComing: { ...totals.split },
    movement: buildMovement(scene),
  };
}
