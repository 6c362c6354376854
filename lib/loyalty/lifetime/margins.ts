import { sumIn } from "@/lib/facts/sum-in";
import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { contractValue, shareOf } from "@/lib/metrics";
import type { LifetimeBasis } from "../lifetime.types";
import { yearUpTo } from "../measures/periods";
import { perUnit } from "../per-epoch";

/** What an account brings a year, and how much of it is margin where that is known. */
export type YearlyDto = {
  contractMinor: number;
  contractMarginMinor: number;
  /** Of `contractMinor` the part whose margin is known. */
  contractKnownMinor: number;
  orderMinor: number;
  orderMarginMinor: number;
  orderKnownMinor: number;
};

/** Contracts under notice bring nothing after it, whatever a model says. */
function isGoingOn({ noticeGivenDay }: { noticeGivenDay: number | null }, asOfDay: number) {
  return noticeGivenDay === null || noticeGivenDay > asOfDay;
}

function contractYear(unit: UnitFacts, ratios: ReadonlyMap<string, number>, asOfDay: number) {
  const yearly = { contractMinor: 0, contractMarginMinor: 0, contractKnownMinor: 0 };
  for (const contract of unit.history.contracts) {
    if (!isGoingOn(contract, asOfDay)) continue;
    const minor = contractValue(contract, asOfDay);
    const ratio = ratios.get(contract.contractId);
    yearly.contractMinor += minor;
    if (ratio === undefined) continue;
    yearly.contractMarginMinor += Math.max(0, minor * ratio);
    yearly.contractKnownMinor += minor;
  }
  return yearly;
}

function orderYear(facts: WorkspaceFacts, asOfDay: number) {
  const period = yearUpTo(asOfDay);
  return perUnit(facts, `order year ${asOfDay}`, ({ series }) => {
    const booked = sumIn(series, "bookedMinor", period);
    const margin = sumIn(series, "marginMinor", period);
    const isKnown = !Number.isNaN(margin) && booked > 0;
    return {
      orderMarginMinor: isKnown ? Math.max(0, margin) : 0,
      orderKnownMinor: isKnown ? booked : 0,
    };
  });
}

/** The year of every active account. */
export function yearlyOfAll(
  facts: WorkspaceFacts,
  ratios: ReadonlyMap<string, number>,
  asOfDay: number,
): Map<string, YearlyDto> {
  const assessed = assessAt(facts, asOfDay);
  const ordersOf = orderYear(facts, asOfDay);
  const yearly = new Map<string, YearlyDto>();
  for (const unit of facts.units) {
    const assessment = assessed.get(unit.id);
    if (!assessment?.standing) continue;
    const { orderMinor } = assessment.revenue;
    const contracts = contractYear(unit, ratios, asOfDay);
    yearly.set(unit.id, {
      ...contracts,
      orderMinor: Math.max(0, orderMinor),
      ...ordersOf(unit),
    });
  }
  return yearly;
}

/** Of a unit of revenue so much counts: all of it, or its mean margin. */
export type CountedShare = {
  contract: number;
  order: number;
  coverage: number | null;
  isKnown: boolean;
};

type Field = keyof YearlyDto;

/** Mean margins, each weighted with its revenue, and for how much of it they are known. */
export function marginShares(yearly: Iterable<YearlyDto>): CountedShare {
  const all = [...yearly];
  const total = (field: Field) => all.reduce((sum, year) => sum + year[field], 0);
  const contract = shareOf(total("contractMarginMinor"), total("contractKnownMinor"));
  const order = shareOf(total("orderMarginMinor"), total("orderKnownMinor"));
  const known =
    total("contractKnownMinor") + Math.min(total("orderKnownMinor"), total("orderMinor"));
  const coverage = shareOf(known, total("contractMinor") + total("orderMinor"));
  return {
    contract: Math.min(1, contract ?? order ?? 0),
    order: Math.min(1, order ?? contract ?? 0),
    coverage: coverage === null ? null : Math.min(1, coverage),
    isKnown: contract !== null || order !== null,
  };
}

/** An account's year on the page's basis; where its own margin is not known, the mean one is taken. */
export function countedYear(year: YearlyDto, basis: LifetimeBasis, shares: CountedShare) {
  if (basis === "revenue") return { contract: year.contractMinor, order: year.orderMinor };
  const unknown = year.contractMinor - year.contractKnownMinor;
  const orderShare = shareOf(year.orderMarginMinor, year.orderKnownMinor) ?? shares.order;
  return {
    contract: year.contractMarginMinor + unknown * shares.contract,
    order: year.orderMinor * Math.min(1, orderShare),
  };
}
