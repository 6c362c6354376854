import { inTurns } from "@/lib/facts/in-turns";
import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { type Difference, shareOf, welchDifference } from "@/lib/metrics";
import { type EstimateDto, enoughDto } from "./estimate-dto";
import { buildContractModel, buildOrderModel } from "./lifetime/build-models";
import { buildStreams, type Stream, type Worth } from "./lifetime/build-streams";
import { ORDER_YEARS, type Valued, type ValuedAccount } from "./lifetime/value-accounts";
import type {
  LifetimeDto,
  SegmentLifetimeDto,
  StreamDto,
  ValuedAccountDto,
} from "./lifetime.types";
import type { SegmentUnits } from "./load-filter";
import { differsOf } from "./measures/differs";
import { totalOf } from "./measures/measure";

const MOST_BINS = 9;
const TEN = 10;

function figureOf(worth: Worth | null, accounts: number, fewest: number): EstimateDto {
  if (worth === null) return enoughDto({ value: null, n: accounts, reason: "noData" }, fewest);
  return enoughDto({ ...worth, n: accounts }, fewest);
}

function streamDto({ worth, ...stream }: Stream, fewest: number): StreamDto {
  const { accounts, yearlyMinor } = stream;
  const value = figureOf(worth, accounts, fewest);
  return { ...stream, yearlyMinor: accounts === 0 ? null : yearlyMinor, value };
}

function valuedOf(valued: Valued, units: readonly UnitFacts[]): ValuedAccount[] {
  return units.flatMap(({ id }) => valued.accounts.get(id) ?? []);
}

function worthOf({ contractMinor, orderMinor }: ValuedAccount): number | null {
  if (contractMinor === null && orderMinor === null) return null;
  return (contractMinor ?? 0) + (orderMinor ?? 0);
}

function accountDtos(
  facts: WorkspaceFacts,
  accounts: readonly ValuedAccount[],
  asOfDay: number,
): ValuedAccountDto[] {
  const assessed = assessAt(facts, asOfDay);
  return accounts
    .flatMap((account) => {
      const valueMinor = worthOf(account);
      const unit = facts.unitById.get(account.unitId);
      if (valueMinor === null || unit === undefined) return [];
      return [
        {
          account: { id: unit.id, name: unit.account.name },
          state: assessed.get(unit.id)?.standing ?? null,
          valueMinor,
          contractMinor: account.contractMinor,
          orderMinor: account.orderMinor,
          yearlyMinor: account.yearlyContractMinor + account.yearlyOrderMinor,
        },
      ];
    })
    .sort((a, b) => b.valueMinor - a.valueMinor);
}

/** 1, 2, 5, 10, 20 ... between the smallest and the largest; values differ by powers, not by steps. */
function edgesBetween(smallest: number, largest: number): number[] {
  const edges = [0];
  for (let power = 100; power < largest; power *= TEN)
    edges.push(...[power, 2 * power, 5 * power].filter((edge) => edge < largest));
  const first = edges.findLastIndex((edge) => edge <= smallest);
  const shown = edges.slice(Math.max(0, first));
  return shown.length <= MOST_BINS ? shown : [0, ...shown.slice(1 - MOST_BINS)];
}

/** @param values the largest first */
function binsOf(values: readonly number[]): LifetimeDto["bins"] {
  const edges = edgesBetween(values.at(-1) ?? 0, values[0] ?? 0);
  return edges.map((from, at) => {
    const to = edges[at + 1] ?? null;
    const inside = values.filter((value) => value >= from && (to === null || value < to));
    return { from, to, accounts: inside.length, valueMinor: totalOf(inside) };
  });
}

export type LifetimeParts = Omit<
  LifetimeDto,
  "currency" | "filter" | "segments" | "definitions" | "bases"
>;

/** What some accounts are worth, and how it was found. */
export function buildLifetime(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  valued: Valued,
): LifetimeParts {
  const { view, shares } = valued;
  const fewest = settingsAt(facts, view.asOfDay).fewestForStatistic;
  const mine = valuedOf(valued, units);
  const { contracts, orders, total } = buildStreams(valued, mine);
  const accounts = accountDtos(facts, mine, view.asOfDay);
  const values = accounts.map(({ valueMinor }) => valueMinor);
  const isEnough = values.length >= fewest;
  return {
    rate: view.rate,
    basis: view.basis,
    marginCoverage: shares.coverage,
    years: ORDER_YEARS,
    total: figureOf(total, mine.length, fewest),
    isLowerBound: contracts.isLowerBound || orders.isLowerBound,
    contracts: streamDto(contracts, fewest),
    orders: streamDto(orders, fewest),
    bins: isEnough ? binsOf(values) : [],
    accounts,
    topTenShare: isEnough ? shareOf(totalOf(values.slice(0, TEN)), totalOf(values)) : null,
    contractModel: buildContractModel(valued, fewest),
    orderModel: buildOrderModel(valued, facts.units, fewest),
  };
}

/** What an account is worth, in a segment and outside it, whatever the fits say of all of them. */
function worthTest(
  all: readonly ValuedAccount[],
  own: readonly ValuedAccount[],
  fewest: number,
): Difference | null {
  const inside = new Set(own);
  const mine = own.flatMap((account) => worthOf(account) ?? []);
  const theirs: number[] = [];
  for (const account of all) {
    const worth = inside.has(account) ? null : worthOf(account);
    if (worth !== null) theirs.push(worth);
  }
  if (Math.min(mine.length, theirs.length) < fewest) return null;
  return welchDifference(mine, theirs);
}

/** All accounts of the filter first, then every segment; gives way between them. */
export async function buildLifetimeSegments(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  segments: readonly SegmentUnits[],
  valued: Valued,
): Promise<SegmentLifetimeDto[]> {
  const fewest = settingsAt(facts, valued.view.asOfDay).fewestForStatistic;
  const rows: Omit<SegmentLifetimeDto, "differs">[] = [];
  const tests: (Difference | null)[] = [];
  const all = valuedOf(valued, units);
  await inTurns([{ id: null, name: null, units }, ...segments], ({ id, name, units: own }) => {
    const mine = valuedOf(valued, own);
    const { contracts, orders, total } = buildStreams(valued, mine);
    const figure = figureOf(total, mine.length, fewest);
    rows.push({
      ...{ id, name, accounts: mine.length, total: figure },
      isLowerBound: contracts.isLowerBound || orders.isLowerBound,
      meanMinor: figure.value === null ? null : shareOf(figure.value, mine.length),
    });
    tests.push(id === null ? null : worthTest(all, mine, fewest));
  });
  const differs = differsOf(tests);
  return rows.map((row, at) => ({ ...row, differs: differs[at] ?? null }));
}
