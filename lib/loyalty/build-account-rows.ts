import { roundHalfEven } from "@/lib/facts/currency";
import { assessAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, revenueAtRisk } from "@/lib/metrics";
import type { AccountRowDto, AccountSort } from "./account-list.types";
import type { FoundWorklist } from "./build-worklist";

function iso(day: number | null | undefined): string | null {
  return day === null || day === undefined ? null : isoOfDay(day);
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// An account's row is replaced when it changes, so what was made of its name stays true.
const plainNames = new WeakMap<UnitFacts["account"], string>();

function plainName(account: UnitFacts["account"]): string {
  const known = plainNames.get(account) ?? plain(`${account.name} ${account.externalId ?? ""}`);
  plainNames.set(account, known);
  return known;
}

/** Names of the account and its sites, and external ids; accents and case do not matter. */
export function matchesSearch({ members }: UnitFacts, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  return members.some((account) => words.every((word) => plainName(account).includes(word)));
}

function figuresOf(assessment: AccountAssessment | undefined) {
  const ratio = assessment?.behaviour.kept.ratio ?? null;
  return {
    state: assessment?.standing ?? null,
    isActive: assessment?.activity.isActive ?? false,
    lostOn: iso(assessment?.activity.lostOnDay),
    runningMinor: assessment?.revenue.runningMinor ?? 0,
    change: ratio === null ? null : ratio - 1,
    behaviour: assessment?.standing ? assessment.behaviour.score : null,
    attitude: assessment?.attitude.score ?? null,
    mark: assessment?.attitude.mark ?? null,
    tags: [...(assessment?.tags ?? [])],
    decisionOn: iso(assessment?.decisionDay),
    lastHeardOn: iso(assessment?.hearing.lastHeardDay),
    lastOrderOn: iso(assessment?.hearing.lastOrderDay),
  };
}

export function buildAccountRows(
  units: readonly UnitFacts[],
  { facts, asOfDay, shares, list }: FoundWorklist,
): AccountRowDto[] {
  const assessed = assessAt(facts, asOfDay);
  const onList = new Set(list.lines.map(({ accountId }) => accountId));
  return units.map((unit) => {
    const { id, name, ownerId, country, industry, sizeBand } = unit.account;
    const assessment = assessed.get(id);
    const atRisk = assessment ? revenueAtRisk(assessment, shares) : null;
    const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
    return {
      id,
      name,
      ...figuresOf(assessment),
      owner: owner ? { id: owner.id, name: owner.name } : null,
      country,
      industry,
      sizeBand,
      sites: unit.members.filter(({ mergedIntoId }) => mergedIntoId === null).length - 1,
      atRiskMinor: atRisk === null ? null : roundHalfEven(atRisk),
      isOnWorklist: onList.has(id),
    };
  });
}

const VALUE_OF: {
  [Sort in Exclude<AccountSort, "name">]: (row: AccountRowDto) => number | string | null;
} = {
  running: (row) => row.runningMinor,
  change: (row) => row.change,
  behaviour: (row) => row.behaviour,
  attitude: (row) => row.attitude,
  atRisk: (row) => row.atRiskMinor,
  decision: (row) => row.decisionOn,
  lastHeard: (row) => row.lastHeardOn,
  lastOrder: (row) => row.lastOrderOn,
};

const names = new Intl.Collator("en", { sensitivity: "base" });

/** Unknown values stand last in both directions; equal ones by name. */
export function sortRows(
  rows: readonly AccountRowDto[],
  sort: AccountSort,
  direction: "asc" | "desc",
): AccountRowDto[] {
  const sign = direction === "asc" ? 1 : -1;
  const byName = (a: AccountRowDto, b: AccountRowDto) =>
    names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  if (sort === "name") return [...rows].sort((a, b) => sign * byName(a, b));
  const cellOf = VALUE_OF[sort];
  return [...rows].sort((a, b) => {
    const [x, y] = [cellOf(a), cellOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return x === y ? byName(a, b) : sign * (x < y ? -1 : 1);
  });
}
