import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { groupBy } from "@/lib/facts/group-by";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { addDays, dateIn, dayNumber, instantOf, isoOfDay } from "@/lib/format/calendar";
import { accountIdsOf } from "@/lib/segments/segment-account-ids";
import { loadPlannedAsks } from "@/lib/surveys/programs/list-planned-asks";
import { buildCoverage, buildFreshness, totalsOf } from "./build-doubt";
import { buildGrow } from "./build-grow";
import { buildStates } from "./build-headline";
import { buildMap } from "./build-map";
import { buildPortfolioNews, movesSince, NEWS_SHOWN } from "./build-portfolio-news";
import { contractsAhead } from "./build-renewals";
import { definitionsOf, LIST_DEFINITIONS, MAP_DEFINITIONS } from "./definitions";
import { ownerOption, ownersOf, unitsOfOwner } from "./load-filter";
import { loadNewReasons } from "./load-new-reasons";
import { loadLastVisit, loadOpenFollowUps, loadThanks } from "./load-portfolio-news";
import { loadRecentAnswers } from "./load-recent-answers";
import { loadWorklist } from "./load-worklist";
import type { OptionDto, PortfolioDto } from "./overview.types";
import { perSelection } from "./per-epoch";
import { comparedDay, defaultCompare, type Scene, sceneFor } from "./scene";
import { portfolioInput } from "./view-input";

const DECISIONS_SHOWN = 100;
const ANSWERS_SHOWN = 8;
/** Of a visit's news so many answers are counted. */
const ANSWERS_COUNTED = 50;
const ASK_DAYS = 7;

/** The owner asked for, else the actor where the actor owns accounts, else everybody. */
function whose(ctx: Ctx, facts: WorkspaceFacts, ownerId: string | undefined): OptionDto | null {
  if (ownerId) return ownerOption(facts, ownerId);
  const own = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  return ownersOf(facts).find(({ id }) => id === own) ?? null;
}

/** The next decision of each account, and what its contracts decided on that day are worth. */
function decisionsOf(scene: Scene): PortfolioDto["decisions"] {
  const ahead = groupBy(contractsAhead(scene), ({ unit }) => unit.id);
  return [...ahead.values()]
    .flatMap((own) => {
      const next = own[0];
      if (!next) return [];
      const { unit, assessment, decisionDay, renewsOnDay } = next;
      const decided = own.filter((contract) => contract.decisionDay === decisionDay);
      return [
        {
          account: { id: unit.id, name: unit.account.name },
          decisionOn: isoOfDay(decisionDay),
          daysLeft: decisionDay - scene.asOfDay,
          renewsOn: renewsOnDay === null ? null : isoOfDay(renewsOnDay),
          contractMinor: decided.reduce((total, { yearlyMinor }) => total + yearlyMinor, 0),
          signal: assessment.signal.verdict,
        },
      ];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || b.contractMinor - a.contractMinor);
}

function figuresFor(scene: Scene, currency: string) {
  const { facts, asOfDay, units } = scene;
  return perSelection(units, `portfolio ${asOfDay} ${facts.employeesVersion}`, () => {
    const totals = totalsOf(scene);
    const decisions = decisionsOf(scene);
    return {
      freshness: buildFreshness(scene, currency),
      coverage: buildCoverage(scene, totals),
      runningMinor: totals.total.revenueMinor,
      activeAccounts: totals.total.accounts,
      states: buildStates(scene, totals),
      map: buildMap(scene, totals),
      decisionsTotal: decisions.length,
      decisions: decisions.slice(0, DECISIONS_SHOWN),
    };
  });
}

async function asksOfTheWeek(tx: Tx, ctx: Ctx, ownerId: string | null) {
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  const before = instantOf(ctx.workspace.timeZone, addDays(today, ASK_DAYS), "00:00");
  const asks = await loadPlannedAsks(tx, ctx, { today, before }, ownerId);
  return { rows: asks.slice(0, NEWS_SHOWN), total: asks.length };
}

/** Answers, moves and new reasons since the reader looked last. */
async function sinceLastVisit(
  tx: Tx,
  ctx: Ctx,
  scene: Scene,
  answers: PortfolioDto["answers"],
): Promise<PortfolioDto["since"]> {
  const at = await loadLastVisit(tx, ctx);
  if (at === null) return null;
  const on = dateIn(ctx.workspace.timeZone, at);
  const moves = movesSince(scene, dayNumber(on));
  const fresh = answers.filter((answer) => answer.at > at.toISOString()).length;
  const alerts = await loadNewReasons(tx, ctx, scene, dayNumber(on), NEWS_SHOWN);
  return {
    on,
    answers: fresh,
    hasMoreAnswers: fresh === ANSWERS_COUNTED,
    moves: moves?.slice(0, NEWS_SHOWN) ?? null,
    movesTotal: moves?.length ?? 0,
    ...alerts,
  };
}

/** An account manager's landing: worklist first, over the own accounts. */
export async function getPortfolio({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PortfolioDto> {
  requirePermission(ctx, "figures:read");
  const wanted = portfolioInput.parse(input);
  const days = comparedDay(ctx.asOf, undefined);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const owner = whose(ctx, facts, wanted.ownerId);
      const units = unitsOfOwner(facts, owner?.id ?? null);
      const asOfDay = dayNumber(ctx.asOf);
      const worklist = await loadWorklist(tx, ctx, facts, units, asOfDay, wanted.allLines);
      const accountIds = owner && accountIdsOf(units);
      const answers = await loadRecentAnswers(tx, ctx, facts, accountIds, ANSWERS_COUNTED);
      const scene = sceneFor(facts, units, asOfDay, dayNumber(defaultCompare(ctx.asOf)));
      const { currency } = ctx.workspace;
      const news = buildPortfolioNews(
        scene,
        await loadOpenFollowUps(tx, ctx, accountIds, owner?.id ?? null),
        await loadThanks(tx, ctx, accountIds),
      );
      return {
        currency,
        owner,
        isEveryone: owner === null,
        owners: ownersOf(facts),
        ...figuresFor(scene, currency),
        worklist,
        grow: buildGrow(facts, units, { asOfDay, allRoom: wanted.allRoom }),
        answers: answers.slice(0, ANSWERS_SHOWN),
        ...news,
        since: await sinceLastVisit(tx, ctx, scene, answers),
        asks: await asksOfTheWeek(tx, ctx, owner?.id ?? null),
        definitions: definitionsOf([...MAP_DEFINITIONS, ...LIST_DEFINITIONS], ctx.locale),
        epoch: facts.epoch,
      };
    },
    days,
  );
}
