import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedSpend, fitGammaGamma } from "@/lib/metrics";
import { logGamma } from "@/lib/metrics/numeric/gamma";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { fitted, hasDoubt, isNear, repeatBuyers, simulatedBuyers } from "./simulated-buyers";

const names = ["p", "q", "gamma"] as const;
const buyers = repeatBuyers(simulatedBuyers(700, 5));
const fit = fitted(fitGammaGamma(buyers));

/** Fader & Hardie (2013), equation 1a, term by term. */
function logLikelihood(at: { p: number; q: number; gamma: number }, rows: typeof buyers): number {
  const { p, q, gamma } = at;
  return rows.reduce(
    (total, { frequency: x, meanSpend: m }) =>
      total +
      logGamma(p * x + q) -
      logGamma(p * x) -
      logGamma(q) +
      q * Math.log(gamma) +
      (p * x - 1) * Math.log(m) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(gamma + x * m),
    0,
  );
}

describe.runIf(hasCdnow)("Gamma-Gamma on the CDNOW sample", () => {
  const repeaters = hasCdnow ? repeatBuyers(cdnowCustomers()) : buyers;
  const published = hasCdnow ? fitted(fitGammaGamma(repeaters)) : fit;

  it("meets the published parameters, mean spend and a likelihood at least as high", () => {
    expect(published.n).toBe(946);
    expect(published.p).toBeCloseTo(6.25, 2);
    expect(published.q).toBeCloseTo(3.74, 2);
    expect(published.gamma).toBeCloseTo(15.44, 2);
    expect(published.logLikelihood).toBeGreaterThan(-4055.9181);
    expect(published.logLikelihood).toBeCloseTo(-4055.918, 3);
    expect(published.meanSpend).toBeCloseTo(35.17, 2);
  });

  it("meets the standard errors that the lifetimes package prints for these data", () => {
    expect(published.standardErrors.p).toBeCloseTo(1.19, 2);
    expect(published.standardErrors.q).toBeCloseTo(0.29, 2);
    expect(published.standardErrors.gamma).toBeCloseTo(4.16, 2);
  });
});

describe("the Gamma-Gamma fit", () => {
  it("reports the likelihood of its source, and stands at its top", () => {
    isNear(fit.logLikelihood, logLikelihood(fit, buyers), 1e-11);
    for (const factor of [0.99, 1.01])
      for (const name of names)
        expect(logLikelihood({ ...fit, [name]: fit[name] * factor }, buyers)).toBeLessThan(
          fit.logLikelihood,
        );
  });

  it("finds the mean spend the buyers were drawn from, 6 x 15 / 3 = 30, inside its interval", () => {
    expect(fit.meanSpend).toBe((fit.p * fit.gamma) / (fit.q - 1));
    expect(fit.meanSpendInterval?.low).toBeLessThan(30);
    expect(fit.meanSpendInterval?.high).toBeGreaterThan(30);
    expect(fit.meanSpendInterval).toMatchObject({ n: buyers.length, method: "logDelta" });
  });

  it("the interval of the mean spend is about as wide as that of the mean of customers", () => {
    const means = buyers.map(({ meanSpend }) => meanSpend);
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    const spread = means.reduce((total, x) => total + (x - mean) ** 2, 0) / (means.length - 1);
    const error = Math.sqrt(spread / means.length);
    const { low, high } = fit.meanSpendInterval as { low: number; high: number };
    const own = (high - low) / (2 * 1.96);
    expect(own / error).toBeGreaterThan(0.6);
    expect(own / error).toBeLessThan(1.2);
  });

  it("tells its doubt, and how it was found", () => {
    hasDoubt(names, fit);
  });

  it("does not mind the order of customers; twice the same double the likelihood", () => {
    expect(fitGammaGamma(buyers.toReversed())).toEqual(fit);
    const twice = fitted(fitGammaGamma([...buyers, ...buyers]));
    for (const name of names) isNear(twice[name], fit[name], 1e-8);
    isNear(twice.logLikelihood, 2 * fit.logLikelihood, 1e-12);
    isNear(twice.meanSpend as number, fit.meanSpend as number, 1e-9);
  });

  it("another currency changes gamma and the mean by its rate and nothing else", () => {
    const inCents = fitted(
      fitGammaGamma(buyers.map((row) => ({ ...row, meanSpend: 746 * row.meanSpend }))),
    );
    isNear(inCents.p, fit.p, 1e-7);
    isNear(inCents.q, fit.q, 1e-7);
    isNear(inCents.gamma, 746 * fit.gamma, 1e-7);
    isNear(inCents.meanSpend as number, 746 * (fit.meanSpend as number), 1e-8);
  });

  it("has no mean spend where the model gives it none", () => {
    // Means spread over six powers of ten: q stays under 1.
    const wild = Array.from({ length: 300 }, (_, i) => ({
      frequency: 1 + (i % 3),
      meanSpend: 10 ** ((6 * ((i * 37) % 300)) / 300),
    }));
    const loose = fitted(fitGammaGamma(wild));
    expect(loose.q).toBeLessThan(1);
    expect([loose.meanSpend, loose.meanSpendInterval]).toEqual([null, null]);
  });

  it("gives no figure where it cannot, and says why", () => {
    expect(fitGammaGamma([])).toEqual({ n: 0, reason: "noData", because: "noCustomers" });
    expect(fitGammaGamma(buyers.slice(0, 99))).toEqual({
      n: 99,
      reason: "notIdentified",
      because: "tooFewCustomers",
    });
    const alike = Array.from({ length: 150 }, () => ({ frequency: 2, meanSpend: 10 }));
    expect(fitGammaGamma(alike)).toMatchObject({ n: 150, reason: expect.stringMatching(/^not/) });
  });

  it("names the row and the part of bad data", () => {
    const good = { frequency: 2, meanSpend: 10 };
    expect(() => fitGammaGamma([good, { ...good, frequency: 0 }])).toThrow(
      /rows\[1\].frequency must be at least 1/,
    );
    expect(() => fitGammaGamma([{ ...good, frequency: 1.5 }])).toThrow(/rows\[0\].frequency/);
    for (const meanSpend of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => fitGammaGamma([good, good, { ...good, meanSpend }])).toThrow(
        /rows\[2\].meanSpend must be above 0/,
      );
  });
});

describe("expected spend", () => {
  const at = { p: 6.25, q: 3.74, gamma: 15.44 };

  it("of a customer without orders is the mean of all", () => {
    expect(expectedSpend(at, { frequency: 0, meanSpend: 0 })).toBeCloseTo(
      (6.25 * 15.44) / 2.74,
      12,
    );
  });

  it("lies between the customer's own mean and the mean of all, nearer to its own with every order", () => {
    const spend = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), spend, (frequency, meanSpend) => {
        const all = expectedSpend(at, { frequency: 0, meanSpend: 0 }) as number;
        const one = expectedSpend(at, { frequency, meanSpend }) as number;
        const more = expectedSpend(at, { frequency: frequency + 1, meanSpend }) as number;
        expect(one).toBeGreaterThanOrEqual(Math.min(all, meanSpend) - 1e-9);
        expect(one).toBeLessThanOrEqual(Math.max(all, meanSpend) + 1e-9);
        expect(Math.abs(more - meanSpend)).toBeLessThanOrEqual(Math.abs(one - meanSpend) + 1e-9);
      }),
    );
  });

  it("is null where the model has no mean, and is told apart there to the point", () => {
    expect(expectedSpend({ p: 1, q: 1, gamma: 5 }, { frequency: 0, meanSpend: 0 })).toBeNull();
    expect(expectedSpend({ p: 1, q: 1, gamma: 5 }, { frequency: 1, meanSpend: 3 })).toBe(8);
  });

  it("refuses bad data by name", () => {
    expect(() => expectedSpend(at, { frequency: 1.5, meanSpend: 3 })).toThrow(/row.frequency/);
    expect(() => expectedSpend(at, { frequency: 1, meanSpend: -3 })).toThrow(/row.meanSpend/);
  });
});
