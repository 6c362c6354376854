import { describe, expect, it } from "vitest";
import {
  contractBaseValue,
  contractLifetimeValue,
  contractModelValue,
  fitCohortsBetaGeometric,
  fitShiftedBetaGeometric,
  shiftedBetaGeometricSurvival,
} from "@/lib/metrics";
import { fitted, isNear } from "./simulated-buyers";

const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const input = { yearlyMarginMinor: 100, discountRate: 0.1 };

describe("contract lifetime value by model", () => {
  const value = contractModelValue(highEnd, input);
  if (value.value === null || value.method !== "shiftedBetaGeometric") throw new Error("no model");

  it("is the margin times the discounted shares still there, year by year", () => {
    const fit = fitted(fitShiftedBetaGeometric(highEnd));
    let sum = 0;
    for (let year = 1; year < 2000; year += 1)
      sum += shiftedBetaGeometricSurvival(fit, year) / 1.1 ** year;
    isNear(value.value, 100 * sum, 1e-10);
    expect(value).toMatchObject({ n: 1000, alpha: fit.alpha, beta: fit.beta });
  });

  it("is worth more than one retention for all says, because the loyal remain", () => {
    const kept = highEnd.slice(1).reduce((a, b) => a + b, 0);
    const opening = highEnd.slice(0, -1).reduce((a, b) => a + b, 0);
    const quick = contractLifetimeValue({ ...input, opening, kept });
    expect(value.value).toBeGreaterThan(quick.value as number);
  });

  it("has a profile-likelihood interval around it that scales with the currency", () => {
    expect(value.interval).toMatchObject({ method: "profileLikelihood", n: 1000 });
    expect(value.interval.low).toBeLessThan(value.value);
    expect(value.interval.high).toBeGreaterThan(value.value);
    const dear = contractModelValue(highEnd, { ...input, yearlyMarginMinor: 746 });
    if (dear.value === null) throw new Error("no value");
    isNear(dear.value, 7.46 * value.value, 1e-12);
    isNear(dear.interval.low, 7.46 * value.interval.low, 1e-12);
    isNear(dear.interval.high, 7.46 * value.interval.high, 1e-12);
  });

  it("falls back on one retention for all and says why", () => {
    expect(contractModelValue([100, 80], input)).toMatchObject({
      method: "constantRetention",
      because: "tooFewRenewals",
      retention: 0.8,
      n: 100,
    });
    const alike = contractModelValue([1000, 500, 250, 125, 62], input);
    expect(alike).toMatchObject({ because: "alikeCustomers", n: 1875 });
    expect(alike.value).toBeCloseTo((100 * (937 / 1875)) / (1.1 - 937 / 1875), 10);
    expect(contractModelValue([20, 20, 20, 20], input)).toMatchObject({
      because: "nobodyLeft",
      isLowerBound: true,
      retention: 0.95,
    });
    expect(contractModelValue([], input)).toEqual({
      value: null,
      n: 0,
      reason: "noData",
      because: "noCustomers",
    });
    expect(contractModelValue([2, 2], input)).toMatchObject({
      value: null,
      reason: "notIdentified",
    });
  });

  it("refuses bad data by name", () => {
    expect(() => contractModelValue([10, 12], input)).toThrow(/activeCounts\[1\]/);
    expect(() => contractModelValue(highEnd, { ...input, yearlyMarginMinor: -1 })).toThrow(
      /yearlyMarginMinor/,
    );
    expect(() => contractModelValue(highEnd, { ...input, discountRate: 0 })).toThrow(
      /discountRate/,
    );
  });
});

describe("the contract customer base", () => {
  const cohorts = [highEnd, highEnd.slice(0, 5), highEnd.slice(0, 3), [400]];
  const base = contractBaseValue(cohorts, input);
  if (base.value === null || base.method !== "shiftedBetaGeometric") throw new Error("no model");

  it("is the sum over cohorts of those still there and what each is still to bring", () => {
    const fit = fitted(fitCohortsBetaGeometric(cohorts));
    let sum = 0;
    for (const counts of cohorts) {
      const made = counts.length - 1;
      for (let k = 1; k < 1500; k += 1)
        sum +=
          ((counts.at(-1) as number) *
            100 *
            (shiftedBetaGeometricSurvival(fit, made + k) /
              shiftedBetaGeometricSurvival(fit, made))) /
          1.1 ** k;
    }
    isNear(base.value, sum, 1e-9);
    expect(base.n).toBe(491 + 593 + 743 + 400);
    expect(base.interval).toMatchObject({ method: "profileLikelihood", n: 3400 });
    expect(base.interval.low < base.value && base.value < base.interval.high).toBe(true);
  });

  it("is worth more the sooner the next renewal, by the discount of the wait", () => {
    const soon = contractBaseValue(cohorts, { ...input, yearsToRenewal: 0.5 });
    isNear(soon.value as number, base.value * 1.1 ** 0.5, 1e-12);
    for (const yearsToRenewal of [-0.1, 1.1])
      expect(() => contractBaseValue(cohorts, { ...input, yearsToRenewal })).toThrow(
        /yearsToRenewal/,
      );
  });

  it("a new cohort alone is worth its customers times the value of one", () => {
    const one = contractModelValue(highEnd, input).value as number;
    const both = contractBaseValue([highEnd, [50]], input).value as number;
    const old = contractBaseValue([highEnd], input).value as number;
    isNear(both - old, 50 * one, 1e-9);
  });

  it("does not mind the order of cohorts and counts a cohort that is gone for nothing", () => {
    isNear(contractBaseValue(cohorts.toReversed(), input).value as number, base.value, 1e-9);
    const gone = contractBaseValue([...cohorts, [0, 0], []], input);
    isNear(gone.value as number, base.value, 1e-12);
  });

  it("falls back on one retention for all, scaled to those still there", () => {
    const young = contractBaseValue(
      [
        [100, 80],
        [50, 40],
      ],
      input,
    );
    const quick = contractLifetimeValue({ ...input, opening: 150, kept: 120 });
    if (young.value === null || quick.value === null) throw new Error("no value");
    expect(young).toMatchObject({ n: 120, because: "tooFewRenewals", method: "constantRetention" });
    isNear(young.value, 120 * quick.value, 1e-12);
    isNear(young.interval.low, 120 * quick.interval.low, 1e-12);
    isNear(young.interval.high, 120 * quick.interval.high, 1e-12);
    const soon = contractBaseValue([[100, 80]], { ...input, yearsToRenewal: 0 });
    isNear(soon.value as number, ((80 * 80) / 0.3) * 1.1, 1e-12);
    expect(contractBaseValue([], input)).toMatchObject({ value: null, because: "noCustomers" });
  });

  it("names cohort and row of bad counts", () => {
    expect(() => contractBaseValue([highEnd, [5, 6]], input)).toThrow(/cohorts\[1\]\[1\]/);
    expect(() => contractBaseValue(cohorts, { ...input, yearlyMarginMinor: Number.NaN })).toThrow(
      /yearlyMarginMinor/,
    );
    expect(() => contractBaseValue(cohorts, { ...input, discountRate: -1 })).toThrow(
      /discountRate/,
    );
  });
});
