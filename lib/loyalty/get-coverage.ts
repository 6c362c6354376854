import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildCoveragePage, lineOf } from "./coverage/build-coverage-page";
import { buildOneRelationship } from "./coverage/build-one-relationship";
import { loadAskSurvey, loadAsks } from "./coverage/load-asks";
import {
  loadContactsByColleague,
  loadPeopleByColleague,
} from "./coverage/load-contacts-by-colleague";
import { COVERAGE_LISTS, type CoverageList, pageOfList } from "./coverage/page-of-list";
import type { CoveragePageDto, OneRelationshipDto, WholeList } from "./coverage.types";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { perSelection } from "./per-epoch";
import { type Scene, sceneFor } from "./scene";
import { reportInput } from "./view-input";

const coverageInput = reportInput.extend({
  /** Every line of every list, for a file; nobody is asked from there. */
  allLines: z.boolean().optional(),
  /** The list that is opened, and its page. */
  list: z.enum(COVERAGE_LISTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

async function loadOneRelationship(
  tx: Tx,
  ctx: Ctx,
  scene: Scene,
  asOf: string,
): Promise<WholeList<OneRelationshipDto>> {
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
  const lines = { ...wanted, allLines: wanted.allLines ?? false };
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const made = perSelection(units, `coverage ${asOfDay}`, () => buildCoveragePage(scene));
    const survey = await loadAskSurvey(tx, ctx.workspace.id);
    const shownOf = (name: "noDecisionMaker" | "silent" | "notAsked", place: CoverageList) => {
      const list = pageOfList(made[name], place, lines);
      return { ...list, lines: list.lines.flatMap((one) => lineOf(scene, one)) };
    };
    const notAsked = shownOf("notAsked", "not-asked");
    const canAskNow = filter.asOf === ctx.asOf && !lines.allLines;
    return {
      currency: filter.currency,
      filter,
      ...buildDoubt(scene, ctx.workspace.currency),
      ...made,
      noDecisionMaker: shownOf("noDecisionMaker", "no-signer"),
      silent: shownOf("silent", "silent"),
      notAsked: {
        ...notAsked,
        lines:
          survey && canAskNow
            ? await loadAsks(tx, ctx, facts, notAsked.lines, survey.id)
            : notAsked.lines.map((line) => ({ ...line, ask: null })),
      },
      oneRelationship: can(ctx.actor, "member:write")
        ? pageOfList(
            await loadOneRelationship(tx, ctx, scene, filter.asOf),
            "one-relationship",
            lines,
          )
        : null,
      survey,
      canAsk: can(ctx.actor, "wave:send"),
      canLog: can(ctx.actor, "touch:write"),
      definitions: definitionsOf(["hearing", "mapTotals"], ctx.locale),
    };
  });
}
