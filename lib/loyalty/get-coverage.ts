import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildCoveragePage } from "./coverage/build-coverage-page";
import { buildOneRelationship } from "./coverage/build-one-relationship";
import { loadAskSurvey, loadAsks } from "./coverage/load-asks";
import {
  loadContactsByColleague,
  loadPeopleByColleague,
} from "./coverage/load-contacts-by-colleague";
import type { CoveragePageDto, OneRelationshipDto, QuietListDto } from "./coverage.types";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { perSelection } from "./per-epoch";
import { type Scene, sceneFor } from "./scene";
import { reportInput } from "./view-input";

const coverageInput = reportInput.extend({
  /** All lines of the lists instead of the first ten. */
  allLines: z.boolean().optional(),
});

const SHOWN = 10;
/** A list that is read to its end is shorter; the rest is in its segment. */
const MOST = 200;

function shown<Line>(list: QuietListDto<Line>, most: number): QuietListDto<Line> {
  return { ...list, lines: list.lines.slice(0, most) };
}

async function loadOneRelationship(
  tx: Tx,
  ctx: Ctx,
  scene: Scene,
  asOf: string,
): Promise<QuietListDto<OneRelationshipDto>> {
  const contacts = await loadContactsByColleague(tx, ctx.workspace.id, asOf);
  const people = await loadPeopleByColleague(tx, ctx.workspace.id, asOf);
  const lines = buildOneRelationship(scene, contacts, people);
  const revenueMinor = lines.reduce((sum, line) => sum + line.revenueMinor, 0);
  return { total: lines.length, revenueMinor, lines };
}

/** Whom we have asked, who answered, who is silent and whom nobody has asked. */
export async function getCoverage({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<CoveragePageDto> {
  requirePermission(ctx, "figures:read");
  const wanted = coverageInput.parse(input);
  const most = wanted.allLines ? MOST : SHOWN;
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const made = perSelection(units, `coverage ${asOfDay} ${facts.employeesVersion}`, () =>
      buildCoveragePage(scene),
    );
    const survey = await loadAskSurvey(tx, ctx.workspace.id);
    const notAsked = shown(made.notAsked, most);
    const isToday = filter.asOf === ctx.asOf;
    return {
      currency: ctx.workspace.currency,
      filter,
      ...buildDoubt(scene, ctx.workspace.currency),
      ...made,
      noDecisionMaker: shown(made.noDecisionMaker, most),
      silent: shown(made.silent, most),
      notAsked: {
        ...notAsked,
        lines:
          survey && isToday
            ? await loadAsks(tx, ctx, facts, notAsked.lines, survey.id)
            : notAsked.lines.map((line) => ({ ...line, ask: null })),
      },
      oneRelationship: can(ctx.actor, "member:write")
        ? shown(await loadOneRelationship(tx, ctx, scene, filter.asOf), most)
        : null,
      survey,
      canAsk: can(ctx.actor, "wave:send"),
      canLog: can(ctx.actor, "touch:write"),
      definitions: definitionsOf(["hearing", "mapTotals"], ctx.locale),
    };
  });
}
