import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { invalidField, notFound } from "@/lib/errors";
import { inTurns } from "@/lib/facts/in-turns";
import { loadShownCurrencies } from "@/lib/facts/load-shown-currencies";
import { choose } from "@/lib/facts/per-block";
import {
  assessInTurns,
  hasMany,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { loadSegments, type SegmentRow } from "@/lib/segments/load-segments";
import { type MapPlace, ruleOfPlace } from "@/lib/segments/map-place";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { matchingAmong, selectUnits } from "@/lib/segments/select-units";
import type { FilterDto, OptionDto } from "./overview.types";
import { perEpoch, perSelection } from "./per-epoch";
import { defaultCompare, earlierQuarters } from "./scene";

type Wanted = {
  segmentId?: string | undefined;
  ownerId?: string | undefined;
  asOf?: string | undefined;
  compareTo?: string | undefined;
  currency?: string | undefined;
};

/** What amounts are read in. A wish without a rate on the day is told, and nothing is converted. */
async function loadCurrency(tx: Tx, ctx: Ctx, asOf: string, wanted: string | undefined) {
  const { currency } = ctx.workspace;
  const others = await loadShownCurrencies(tx, currency, asOf);
  const chosen = others.find(({ code }) => code === wanted);
  const isRefused = wanted !== undefined && wanted !== currency && !chosen;
  return {
    currency: chosen ?? currency,
    currencies: [currency, ...others.map(({ code }) => code)],
    refusedCurrency: isRefused ? wanted : null,
  };
}

export type LoadedFilter = { filter: FilterDto; units: UnitFacts[]; segments: SegmentRow[] };

/** Employees who own an account. */
export function ownersOf(facts: WorkspaceFacts): OptionDto[] {
  const ids = perEpoch(
    facts,
    "owners",
    () => new Set(facts.units.map(({ account }) => account.ownerId)),
  );
  return [...facts.employees.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name }));
}

export function ownerOption(facts: WorkspaceFacts, ownerId: string | undefined): OptionDto | null {
  if (!ownerId) return null;
  const owner = facts.employees.get(ownerId);
  if (!owner) throw notFound("owner");
  return { id: owner.id, name: owner.name };
}

/** The accounts of an owner, or all; the same list for everybody at one epoch. */
export function unitsOfOwner(facts: WorkspaceFacts, ownerId: string | null): UnitFacts[] {
  if (ownerId === null) return facts.units;
  return perEpoch(facts, `owner ${ownerId}`, () =>
    choose(facts.units, ownerId, ({ account }) => account.ownerId === ownerId),
  );
}

function matchingUnits(
  facts: WorkspaceFacts,
  rules: SegmentRule | null,
  ownerId: string | null,
  asOfDay: number,
): UnitFacts[] {
  if (rules === null) return unitsOfOwner(facts, ownerId);
  return perEpoch(facts, `units ${asOfDay} ${ownerId} ${JSON.stringify(rules)}`, () => {
    const matching = selectUnits(facts, rules, asOfDay);
    return ownerId === null
      ? matching
      : choose(matching, ownerId, ({ account }) => account.ownerId === ownerId);
  });
}

/** `rules` tell one list of a segment from another: a segment changes without an epoch. */
export type SegmentUnits = Pick<SegmentRow, "id" | "name" | "rules"> & { units: UnitFacts[] };

/** The accounts of every saved segment, within those of an owner; gives way between segments. */
export async function loadSegmentUnits(
  tx: Tx,
  facts: WorkspaceFacts,
  ownerId: string | null,
  asOfDay: number,
): Promise<SegmentUnits[]> {
  const found: SegmentUnits[] = [];
  await inTurns(await loadSegments(tx, facts.workspaceId), ({ id, name, rules }) => {
    found.push({ id, name, rules, units: matchingUnits(facts, rules, ownerId, asOfDay) });
  });
  return found;
}

/** The accounts a segment's rules find, whoever owns them. */
export function unitsOfSegment(
  facts: WorkspaceFacts,
  rules: SegmentRule,
  asOfDay: number,
): UnitFacts[] {
  return matchingUnits(facts, rules, null, asOfDay);
}

/** Of a selection those in a place of the map, found by the rule of the segment that could be made of it. */
export function unitsInPlace(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  place: MapPlace,
  asOfDay: number,
): UnitFacts[] {
  const rule: SegmentRule = { kind: "all", rules: ruleOfPlace(place) };
  return perSelection(units, `place ${asOfDay} ${JSON.stringify(rule)}`, () =>
    matchingAmong(units, facts, rule, asOfDay),
  );
}

/** Reads the filter's rows again: an id in the input is a reference only. @throws AppError NOT_FOUND */
export async function loadFilter(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  wanted: Wanted,
): Promise<LoadedFilter> {
  const segments = await loadSegments(tx, ctx.workspace.id);
  const segment = segments.find(({ id }) => id === wanted.segmentId) ?? null;
  if (wanted.segmentId && !segment) throw notFound("segment");
  const owner = ownerOption(facts, wanted.ownerId);
  const asOf = wanted.asOf ?? ctx.asOf;
  if (asOf > ctx.asOf) throw invalidField("asOf", "Choose a date that has come.");
  const usualCompare = defaultCompare(asOf);
  const compareTo = wanted.compareTo ?? usualCompare;
  if (compareTo >= asOf)
    throw invalidField("compareTo", "Compare with a date before the one you look at.");
  const asOfDay = dayNumber(asOf);
  // Another day than the page's own: others get their turn meanwhile.
  if (hasMany(facts)) await assessInTurns(facts, asOfDay);
  const earlier = earlierQuarters(ctx.asOf, facts.firstMonth ?? Number.POSITIVE_INFINITY);
  return {
    filter: {
      segment: segment && { id: segment.id, name: segment.name },
      owner,
      ...(await loadCurrency(tx, ctx, asOf, wanted.currency)),
      asOf,
      compareTo,
      usualCompare,
      segments: segments.map(({ id, name }) => ({ id, name })),
      owners: ownersOf(facts),
      dates: [...new Set([ctx.asOf, asOf, compareTo, usualCompare, ...earlier])].sort().reverse(),
    },
    segments,
    units: matchingUnits(facts, segment?.rules ?? null, owner?.id ?? null, asOfDay),
  };
}
