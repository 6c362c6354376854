import { describe, expect, it } from "vitest";
import {
  contractAccountsValue,
  contractBaseValue,
  contractLifetimeValue,
  fitRenewalsBetaGeometric,
  fitShiftedBetaGeometric,
  residualLifetime,
} from "@/lib/metrics";
import { fitted, isNear } from "./simulated-buyers";

const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const discountRate = 0.1;

/** The renewals of one cohort, the first one first. */
function seenOf(counts: readonly number[]) {
  return counts.slice(1).map((kept, index) => ({ kept, lost: (counts[index] as number) - kept }));
}

describe("the shifted beta-geometric over renewals seen", () => {
  it("is that of the cohort whose renewals they are", () => {
    const counts = fitted(fitShiftedBetaGeometric(highEnd));
    const seen = fitted(fitRenewalsBetaGeometric(seenOf(highEnd)));
    isNear(seen.alpha, counts.alpha, 1e-6);
    isNear(seen.beta, counts.beta, 1e-6);
    isNear(seen.logLikelihood, counts.logLikelihood, 1e-9);
  });

  it("learns the same of customers whose first renewals nobody saw", () => {
    const late = seenOf(highEnd).map((row, index) => (index < 2 ? { kept: 0, lost: 0 } : row));
    const whole = fitted(fitRenewalsBetaGeometric(seenOf(highEnd)));
    const both = late.map((row, index) => {
      const other = seenOf(highEnd)[index] ?? { kept: 0, lost: 0 };
      return { kept: row.kept + other.kept, lost: row.lost + other.lost };
    });
    const more = fitted(fitRenewalsBetaGeometric(both));
    isNear(more.alpha, whole.alpha, 0.2);
    isNear(more.beta, whole.beta, 0.2);
  });

  it("says why it says nothing", () => {
    expect(fitRenewalsBetaGeometric([])).toMatchObject({ because: "noCustomers", n: 0 });
    expect(fitRenewalsBetaGeometric([{ kept: 8, lost: 2 }])).toMatchObject({
      because: "tooFewRenewals",
      fallback: "geometric",
    });
    for (const part of ["kept", "lost"] as const)
      expect(() =>
        fitRenewalsBetaGeometric([
          { kept: 8, lost: 2 },
          { kept: 8, lost: 2, [part]: 0.5 },
        ]),
      ).toThrow(`renewals[1].${part} must be a whole number`);
  });
});

describe("contract accounts", () => {
  const renewals = seenOf(highEnd);
  const accounts = [
    { yearlyMarginMinor: 100, renewals: 0, yearsToRenewal: 1 },
    { yearlyMarginMinor: 300, renewals: 4, yearsToRenewal: 0.25 },
    { yearlyMarginMinor: 0, renewals: 2, yearsToRenewal: 0 },
  ];

  it("add up, each its yearly margin times what is left of its lifetime", () => {
    const worth = contractAccountsValue(accounts, { renewals, discountRate });
    if (worth.value === null) throw new Error("no value");
    const fit = fitted(fitRenewalsBetaGeometric(renewals));
    isNear(
      worth.each[1] as number,
      300 * residualLifetime(fit, { renewals: 4, discountRate }) * 1.1 ** -0.25,
      1e-12,
    );
    isNear(
      worth.each.reduce((sum, one) => sum + one, 0),
      worth.value,
      1e-12,
    );
    expect(worth.each[2]).toBe(0);
    expect(worth).toMatchObject({ n: 3, method: "shiftedBetaGeometric", isLowerBound: false });
    expect(worth.because).toBeNull();
    expect(worth.interval.low).toBeLessThan(worth.value);
    expect(worth.interval.high).toBeGreaterThan(worth.value);
  });

  it("doubt their sum by the lowest and the highest worth that the likely parameters give", () => {
    const two = accounts.slice(0, 2);
    const given = [...two, { yearlyMarginMinor: 50, renewals: 0, yearsToRenewal: 0.5 }];
    const worth = contractAccountsValue(given, { renewals, discountRate });
    if (worth.value === null) throw new Error("no value");
    const sums = fitted(fitRenewalsBetaGeometric(renewals)).contour.map((at) =>
      given.reduce(
        (sum, one) =>
          sum +
          one.yearlyMarginMinor *
            1.1 ** -one.yearsToRenewal *
            residualLifetime(at, { renewals: one.renewals, discountRate }),
        0,
      ),
    );
    isNear(worth.interval.low, Math.min(...sums), 1e-12);
    isNear(worth.interval.high, Math.max(...sums), 1e-12);
  });

  it("are worth what the base of their cohorts is, where all bring the same", () => {
    const base = contractBaseValue([highEnd], { yearlyMarginMinor: 100, discountRate });
    const alike = Array.from({ length: 491 }, () => ({
      yearlyMarginMinor: 100,
      renewals: 7,
      yearsToRenewal: 1,
    }));
    const same = contractAccountsValue(alike, { renewals, discountRate });
    isNear(same.value as number, base.value as number, 1e-6);
  });

  it("are worth more the oftener they have renewed and the sooner they do again", () => {
    const at = (renewed: number, yearsToRenewal: number) =>
      contractAccountsValue([{ yearlyMarginMinor: 100, renewals: renewed, yearsToRenewal }], {
        renewals,
        discountRate,
      }).value as number;
    expect(at(5, 1)).toBeGreaterThan(at(1, 1));
    expect(at(1, 0.2)).toBeGreaterThan(at(1, 0.9));
  });

  it("fall back on one retention for all, and on a lower bound where nobody left", () => {
    const seen = [{ kept: 80, lost: 20 }];
    const quick = contractAccountsValue([accounts[0] as (typeof accounts)[0]], {
      renewals: seen,
      discountRate,
    });
    const known = contractLifetimeValue({
      yearlyMarginMinor: 100,
      opening: 100,
      kept: 80,
      discountRate,
    });
    if (quick.value === null || known.value === null) throw new Error("no value");
    isNear(quick.value, known.value, 1e-12);
    isNear(quick.interval.low, known.interval.low, 1e-12);
    isNear(quick.interval.high, known.interval.high, 1e-12);
    expect(quick).toMatchObject({ method: "constantRetention", because: "tooFewRenewals", n: 1 });
    expect(quick.interval).toMatchObject({ method: known.interval.method, n: 100 });
    expect(quick.each).toEqual([quick.value]);
    const sooner = contractAccountsValue(
      [
        { yearlyMarginMinor: 100, renewals: 3, yearsToRenewal: 0.25 },
        { yearlyMarginMinor: 200, renewals: 0, yearsToRenewal: 1 },
      ],
      { renewals: seen, discountRate },
    );
    if (sooner.value === null) throw new Error("no value");
    isNear(sooner.each[0] as number, known.value * 1.1 ** 0.75, 1e-12);
    isNear(sooner.each[1] as number, 2 * known.value, 1e-12);
    isNear(sooner.value, known.value * (2 + 1.1 ** 0.75), 1e-12);
    isNear(sooner.interval.low, known.interval.low * (2 + 1.1 ** 0.75), 1e-12);
    isNear(sooner.interval.high, known.interval.high * (2 + 1.1 ** 0.75), 1e-12);
    const held = contractAccountsValue(accounts, {
      renewals: [{ kept: 30, lost: 0 }],
      discountRate,
    });
    expect(held).toMatchObject({ isLowerBound: true });
    expect(
      contractAccountsValue(accounts, { renewals: [{ kept: 2, lost: 0 }], discountRate }),
    ).toEqual({
      value: null,
      n: 3,
      reason: "notIdentified",
    });
  });

  it("are nothing known without accounts or renewals, and refuse what cannot be", () => {
    expect(contractAccountsValue([], { renewals, discountRate })).toMatchObject({
      reason: "noData",
    });
    expect(contractAccountsValue(accounts, { renewals: [], discountRate })).toMatchObject({
      reason: "noData",
    });
    const good = { yearlyMarginMinor: 1, renewals: 1, yearsToRenewal: 1 };
    for (const [bad, message] of [
      [{ yearsToRenewal: 1.1 }, "accounts[1].yearsToRenewal must lie between 0 and 1"],
      [{ yearsToRenewal: -0.1 }, "accounts[1].yearsToRenewal must lie between 0 and 1"],
      [{ yearlyMarginMinor: -1 }, "accounts[1].yearlyMarginMinor must be"],
      [{ renewals: 0.5 }, "accounts[1].renewals must be a whole number"],
    ] as const)
      expect(() =>
        contractAccountsValue([good, { ...good, ...bad }], { renewals, discountRate }),
      ).toThrow(message);
  });
});
