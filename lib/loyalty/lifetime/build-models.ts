import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  type BgNbd,
  type CustomerRow,
  customersLifetimeValue,
  type Estimate,
  type GammaGamma,
  meanInterval,
  retentionCurve,
  type ShiftedBetaGeometric,
  wilsonInterval,
} from "@/lib/metrics";
import { type EstimateDto, enoughDto, estimateDto } from "../estimate-dto";
import type { ContractModelDto, FitDto, OrderModelDto, RenewalPointDto } from "../lifetime.types";
import { totalOf } from "../measures/measure";
import { monthsBefore } from "../scene";
import { contractsWorth, type Valued, type ValuedAccount } from "./value-accounts";

type AnyFit = Extract<BgNbd | GammaGamma | ShiftedBetaGeometric, { reason: null }>;

function fitDto(fit: BgNbd | GammaGamma | ShiftedBetaGeometric): FitDto | null {
  if (fit.reason !== null) return null;
  const { standardErrors, intervals, convergence, logLikelihood, n } = fit as AnyFit;
  const errors: Readonly<Record<string, number>> = standardErrors;
  const limits: Readonly<Record<string, { low: number; high: number }>> = intervals;
  const values = fit as unknown as Readonly<Record<string, number>>;
  return {
    parameters: Object.keys(errors).map((name) => ({
      name,
      value: values[name] ?? 0,
      error: errors[name] ?? 0,
      low: limits[name]?.low ?? 0,
      high: limits[name]?.high ?? 0,
    })),
    logLikelihood,
    n,
    ...convergence,
  };
}

/** What is said of one customer, for so many of them. */
function times(figure: ReturnType<typeof customersLifetimeValue>, customers: number): EstimateDto {
  const { value, low, high, n, reason } = estimateDto(figure);
  const many = (one: number | null) => (one === null ? null : one * customers);
  return { value: many(value), low: many(low), high: many(high), n, reason };
}

function simpleOf(rows: readonly CustomerRow[], rate: number, fewest: number): EstimateDto {
  const priced = rows.filter(({ yearlyMarginMinor }) => yearlyMarginMinor !== null);
  const simple = times(customersLifetimeValue(rows, { discountRate: rate }), priced.length);
  if (priced.length >= fewest) return simple;
  return { ...simple, value: null, low: null, high: null };
}

function simpleContracts(valued: Valued, fewest: number): EstimateDto {
  const { models, view, accounts } = valued;
  const yearAgo = monthsBefore(view.asOfDay, 12);
  const rows = models.contracts.lives.map(({ unitId, startDay, lostDay }) => ({
    yearlyMarginMinor: accounts.get(unitId)?.contract?.yearlyMarginMinor ?? null,
    wasCustomer: startDay <= yearAgo && (lostDay === null || lostDay > yearAgo),
    isCustomer: lostDay === null,
  }));
  return simpleOf(rows, view.rate, fewest);
}

function simpleOrders(valued: Valued, units: readonly UnitFacts[], fewest: number): EstimateDto {
  const { before, now } = valued.models.buyers;
  const rows = units.flatMap(({ id }) => {
    const account = valued.accounts.get(id);
    const yearlyMarginMinor = account?.orders ? account.yearlyOrderMinor : null;
    const wasCustomer = before.has(id);
    if (!wasCustomer && yearlyMarginMinor === null) return [];
    return [{ yearlyMarginMinor, wasCustomer, isCustomer: now.has(id) }];
  });
  return simpleOf(rows, valued.view.rate, fewest);
}

function pointsOf({ models }: Valued, fewest: number): RenewalPointDto[] {
  const { renewals } = models.contracts;
  const fit = models.contractFit;
  const kept = totalOf(renewals.map((row) => row.kept));
  const all: Estimate = wilsonInterval(kept, kept + totalOf(renewals.map((row) => row.lost)));
  const curve = fit.reason === null ? retentionCurve(fit, Math.max(1, renewals.length)) : null;
  return renewals.flatMap((row, at) => {
    if (row.kept + row.lost === 0) return [];
    const expected = curve?.[at]?.retention ?? all;
    return [
      {
        renewal: at + 1,
        expected: estimateDto(expected),
        actual: enoughDto(wilsonInterval(row.kept, row.kept + row.lost), fewest),
      },
    ];
  });
}

function newCustomerOf(valued: Valued, accounts: readonly ValuedAccount[]): EstimateDto {
  const mean = meanInterval(accounts.flatMap(({ contract }) => contract?.yearlyMarginMinor ?? []));
  if (mean.value === null) return estimateDto({ value: null, n: 0, reason: "noData" });
  const begun = { yearlyMarginMinor: mean.value, renewals: 0, yearsToRenewal: 1 };
  return { ...estimateDto(contractsWorth(valued, [begun])), n: mean.n };
}

export function buildContractModel(valued: Valued, fewest: number): ContractModelDto {
  const { contracts, contractFit } = valued.models;
  const { seenFromDay, renewals } = contracts;
  return {
    fit: fitDto(contractFit),
    renewalsSeen: totalOf(renewals.map(({ kept, lost }) => kept + lost)),
    seenFrom: seenFromDay === null ? null : isoOfDay(seenFromDay),
    points: pointsOf(valued, fewest),
    newCustomer: newCustomerOf(valued, [...valued.accounts.values()]),
    simple: simpleContracts(valued, fewest),
  };
}

export function buildOrderModel(
  valued: Valued,
  units: readonly UnitFacts[],
  fewest: number,
): OrderModelDto {
  const { purchases, spend, rows, sampled, holdout } = valued.models;
  return {
    purchases: fitDto(purchases),
    spend: fitDto(spend),
    customers: rows.length,
    sampled,
    holdout: holdout && {
      until: isoOfDay(holdout.untilDay),
      customers: holdout.customers,
      expected: holdout.expected,
      actual: holdout.actual,
      bands: holdout.bands.map(({ from, to, expected, actual }) => ({
        from,
        to,
        customers: actual.n,
        expected,
        actual: enoughDto(actual, fewest),
      })),
    },
    simple: simpleOrders(valued, units, fewest),
  };
}
