import { DRIVER_ITEMS } from "@/lib/accounts/driver-items";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { addDays, dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { definitionsOf } from "./definitions";
import { buildImportance, buildLadder } from "./drivers/build-importance";
import { buildReasonsToStay } from "./drivers/build-reasons-to-stay";
import { buildRivals, rivalsAfter } from "./drivers/build-rivals";
import { loadAdvantage } from "./drivers/load-advantage";
import {
  type InterviewRow,
  loadDriverAnswers,
  loadInterviews,
  loadRivals,
  loadStayReasons,
} from "./drivers/load-driver-answers";
import type { AdvantageDto, DriversDto, InterviewsDto } from "./drivers.types";
import { loadFilter } from "./load-filter";
import { perSelectionLoaded } from "./per-epoch";
import { type Scene, sceneFor } from "./scene";
import { reportInput } from "./view-input";

function buildInterviews(rows: readonly InterviewRow[]): InterviewsDto {
  const count = (lists: readonly string[][], item: string) =>
    lists.filter((list) => list.includes(item)).length;
  return {
    interviews: rows.length,
    drivers: (rows.length === 0 ? [] : DRIVER_ITEMS).map((key) => ({
      key,
      praised: count(
        rows.map(({ praised }) => praised),
        key,
      ),
      criticised: count(
        rows.map(({ criticised }) => criticised),
        key,
      ),
    })),
  };
}

/** What answers, notes and rivals of the scene's accounts say; read once per epoch and selection. */
async function loadSaid(tx: Tx, ctx: Ctx, scene: Scene, asOf: string) {
  const ours = new Set(scene.units.map(({ id }) => id));
  const unitOf = (accountId: string) => {
    const id = scene.facts.unitOfAccount.get(accountId);
    return id !== undefined && ours.has(id) ? id : undefined;
  };
  const { answerDays, fewestForStatistic } = scene.settings;
  const workspaceId = ctx.workspace.id;
  const window = { workspaceId, after: addDays(asOf, -answerDays), until: asOf };
  const rivalsWindow = { ...window, after: rivalsAfter(scene.asOfDay) };
  const interviews = await loadInterviews(tx, window);
  return {
    figures: buildImportance(await loadDriverAnswers(tx, window), unitOf),
    reasons: buildReasonsToStay(await loadStayReasons(tx, window), unitOf, fewestForStatistic),
    rivals: buildRivals(scene, await loadRivals(tx, rivalsWindow)),
    interviews: buildInterviews(interviews.filter(({ accountId }) => unitOf(accountId))),
  };
}

const NOBODY: Pick<AdvantageDto, "counts"> = {
  counts: { better: 0, same: 0, worse: 0, none: 0, cannotSay: 0 },
};

/** What moves customers, how we do on it, and how they see us beside their alternatives. */
export async function getDrivers({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<DriversDto> {
  requirePermission(ctx, "figures:read");
  const wanted = reportInput.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const { figures, ...said } = await perSelectionLoaded(units, `drivers ${asOfDay}`, () =>
      loadSaid(tx, ctx, scene, filter.asOf),
    );
    const advantage = await loadAdvantage(tx, ctx, facts, units, asOfDay);
    const { counts } = advantage[0] ?? NOBODY;
    return {
      currency: filter.currency,
      filter,
      ...buildDoubt(scene, ctx.workspace.currency),
      ...said,
      importance: figures.dto,
      ladder: buildLadder(figures.importance, counts),
      advantage,
      definitions: definitionsOf(
        [
          "driverImportance",
          "shapleyImportance",
          "relativeWeights",
          "ladderAdvice",
          "clusteredDifference",
          "clusteredRatio",
        ],
        ctx.locale,
      ),
    };
  });
}
