import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { addDays } from "@/lib/format/calendar";
import { bothWaysOf } from "@/lib/surveys/answers/both-ways-of";
import type { BothWaysDto } from "@/lib/surveys/answers/build-both-ways";
import type { MeasureKey, TileDto } from "./figures.types";
import { perSelection } from "./per-epoch";

const QUESTIONS: Partial<Record<MeasureKey, string>> = {
  netPromoterScore: "nps",
  customerSatisfaction: "csat",
};

export type TilesBothWays = Partial<Record<MeasureKey, BothWaysDto>>;

/** Null where nobody is left out, so that no long list has to be sent. */
function accountsOf(facts: WorkspaceFacts, units: readonly UnitFacts[]): string[] | null {
  if (units.length === facts.units.length) return null;
  const shown = new Set(units.map(({ id }) => id));
  return [...facts.unitOfAccount].flatMap(([account, unit]) => (shown.has(unit) ? account : []));
}

// What was kept aside or only looked at raises no epoch. Of few accounts it is counted for every page; of
// many at the latest after a minute.
const MANY = 2_000;
const COUNTED_FOR_MS = 60_000;

type Counted = { untilMs: number; found: TilesBothWays };

/** For the measures made of answers: the same answers with and without those that were not sent. */
export async function loadTilesBothWays(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  tiles: readonly TileDto[],
): Promise<TilesBothWays> {
  if (units.length < MANY) return countBothWays(tx, ctx, facts, units, tiles);
  const [tile] = tiles;
  const key = `both ways ${tile?.window.from} ${tile?.window.until}`;
  const kept = perSelection<{ now: Counted | null }>(units, key, () => ({ now: null }));
  if (kept.now && kept.now.untilMs > performance.now()) return kept.now.found;
  const found = await countBothWays(tx, ctx, facts, units, tiles);
  kept.now = { untilMs: performance.now() + COUNTED_FOR_MS, found };
  return found;
}

async function countBothWays(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  tiles: readonly TileDto[],
): Promise<TilesBothWays> {
  const accountIds = accountsOf(facts, units);
  const found: TilesBothWays = {};
  for (const { key, window } of tiles) {
    const question = QUESTIONS[key];
    if (question === undefined) continue;
    const period = { from: window.from, until: addDays(window.until, -1) };
    const scope = { question, familyId: null, ...period, accountIds, isPerPerson: true };
    found[key] = await bothWaysOf(tx, ctx, scope);
  }
  return found;
}
