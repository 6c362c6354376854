import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber, isIsoDate, isoOfDay } from "@/lib/format/calendar";
import { countHere, countOnce } from "./build-nps-counts";
import { loadEveryAnswer, loadEveryPerson, loadNpsSources } from "./load-nps-counts";
import type { NpsCountsDto } from "./nps-counts.types";
import { defaultCompare, monthsBefore, sceneFor } from "./scene";

const MONTHS = 12;
const day = z.string().refine(isIsoDate).optional().catch(undefined);

/** What stands in an address and is no day, or not yet one, is the usual one. */
const getNpsCountsSchema = z.object({
  from: day,
  until: day,
  source: z.string().min(1).max(50).optional().catch(undefined),
});

type Wanted = z.infer<typeof getNpsCountsSchema>;

function periodOf({ from, until }: Wanted, asOf: string): { from: string; until: string } {
  const last = until !== undefined && until <= asOf ? until : asOf;
  const yearBefore = isoOfDay(monthsBefore(dayNumber(last), MONTHS) + 1);
  return { from: from !== undefined && from <= last ? from : yearBefore, until: last };
}

/**
 * The NPS as survey tools count it, every answer of a period once, beside ours: so that whoever changes
 * tools finds the number they know, and sees why it is another one here.
 */
export async function getNpsCounts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { [key in keyof Wanted]?: string | undefined };
}): Promise<NpsCountsDto> {
  requirePermission(ctx, "figures:read");
  const wanted = getNpsCountsSchema.parse(input);
  const { from, until } = periodOf(wanted, ctx.asOf);
  const compareTo = defaultCompare(until);
  const source = wanted.source ?? null;
  const scope = { workspaceId: ctx.workspace.id, from, until, source };
  const days = [until, compareTo].filter((one) => one < ctx.asOf).map(dayNumber);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const every = await loadEveryAnswer(tx, scope);
      const people = await loadEveryPerson(tx, scope);
      const scene = sceneFor(facts, facts.units, dayNumber(until), dayNumber(compareTo));
      return {
        from,
        until,
        source,
        sources: await loadNpsSources(tx, scope),
        everyAnswer: countOnce(every),
        everyPerson: countOnce(people),
        ours: countHere(scene),
        withoutAccount: every.reduce((sum, row) => sum + row.withoutAccount, 0),
      };
    },
    days,
  );
}
