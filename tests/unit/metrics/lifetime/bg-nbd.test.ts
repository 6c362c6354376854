import { describe, expect, it } from "vitest";
import { bgNbdLogLikelihood, fitBgNbd } from "@/lib/metrics";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { fitted, hasDoubt, isNear, simulatedBuyers } from "./simulated-buyers";

const names = ["r", "alpha", "a", "b"] as const;
const buyers = simulatedBuyers(400, 3);
const fit = fitted(fitBgNbd(buyers));

describe.runIf(hasCdnow)("BG/NBD on the CDNOW sample", () => {
  const customers = hasCdnow ? cdnowCustomers() : [];
  const published = hasCdnow ? fitted(fitBgNbd(customers)) : fit;

  it("meets the published parameters and a likelihood at least as high", () => {
    expect(published.n).toBe(2357);
    expect(published.r).toBeCloseTo(0.243, 3);
    expect(published.alpha).toBeCloseTo(4.414, 3);
    expect(published.a).toBeCloseTo(0.793, 3);
    expect(published.b).toBeCloseTo(2.426, 3);
    expect(published.logLikelihood).toBeGreaterThan(-9582.4293);
    expect(published.logLikelihood).toBeCloseTo(-9582.429, 3);
  });

  it("meets the standard errors that the lifetimes package prints for these data", () => {
    expect(published.standardErrors.r).toBeCloseTo(0.01256, 5);
    expect(published.standardErrors.alpha).toBeCloseTo(0.3782, 4);
    expect(published.standardErrors.a).toBeCloseTo(0.1857, 4);
    expect(published.standardErrors.b).toBeCloseTo(0.7054, 4);
  });
});

describe("the BG/NBD fit", () => {
  it("stands at the top: every step away from it is less likely", () => {
    for (const factor of [0.99, 1.01])
      for (const name of names)
        expect(bgNbdLogLikelihood({ ...fit, [name]: fit[name] * factor }, buyers)).toBeLessThan(
          fit.logLikelihood,
        );
    isNear(bgNbdLogLikelihood(fit, buyers), fit.logLikelihood, 1e-12);
  });

  it("finds what the buyers were drawn from within four standard errors", () => {
    const drawnFrom = { r: 1, alpha: 8, a: 1, b: 3 };
    for (const name of names)
      expect(Math.abs(fit[name] - drawnFrom[name])).toBeLessThan(4 * fit.standardErrors[name]);
  });

  it("tells its doubt, and how it was found", () => {
    hasDoubt(names, fit);
    expect(fit.convergence.method).toBe("bfgs");
  });

  it("does not mind the order of customers", () => {
    expect(fitBgNbd(buyers.toReversed())).toEqual(fit);
  });

  it("twice the same customers leave the parameters and double the likelihood", () => {
    const twice = fitted(fitBgNbd([...buyers, ...buyers]));
    for (const name of names) {
      isNear(twice[name], fit[name], 1e-8);
      isNear(twice.standardErrors[name], fit.standardErrors[name] / Math.SQRT2, 1e-6);
    }
    isNear(twice.logLikelihood, 2 * fit.logLikelihood, 1e-12);
  });

  it("another unit of time changes alpha by it and nothing else", () => {
    const inDays = fitted(
      fitBgNbd(buyers.map((row) => ({ ...row, recency: 7 * row.recency, age: 7 * row.age }))),
    );
    isNear(inDays.alpha, 7 * fit.alpha, 1e-7);
    for (const name of ["r", "a", "b"] as const) isNear(inDays[name], fit[name], 1e-7);
  });
});

describe("the BG/NBD likelihood", () => {
  const at = { r: 0.7, alpha: 5, a: 0.8, b: 2.5 };

  it("is the chance of the orders, integrated over pace and stopping by brute force", () => {
    // x = 2 orders, the last at 10 of 30: L = lambda^2 (1-p) [p e^(-10 lambda) + (1-p) e^(-30 lambda)]
    const steps = 400;
    let total = 0;
    for (let i = 0; i < steps; i += 1) {
      const p = ((i + 0.5) / steps) ** 4;
      const widthP = (4 * ((i + 0.5) / steps) ** 3) / steps;
      const beta = p ** (at.a - 1) * (1 - p) ** (at.b - 1);
      for (let j = 0; j < steps; j += 1) {
        const lambda = 3 * ((j + 0.5) / steps) ** 4;
        const widthL = (12 * ((j + 0.5) / steps) ** 3) / steps;
        const gamma = lambda ** (at.r - 1) * Math.exp(-at.alpha * lambda);
        const chance =
          lambda ** 2 * (1 - p) * (p * Math.exp(-10 * lambda) + (1 - p) * Math.exp(-30 * lambda));
        total += chance * beta * gamma * widthP * widthL;
      }
    }
    // B(.8, 2.5) and G(.7), by mpmath
    const scale = at.alpha ** at.r / (0.5767444360655443 * 1.298055332647558);
    const one = bgNbdLogLikelihood(at, [{ frequency: 2, recency: 10, age: 30 }]);
    expect(one).toBeCloseTo(Math.log(total * scale), 3);
  });

  it("of several customers is the sum over them, of none 0", () => {
    const rows = buyers.slice(0, 20);
    const each = rows.reduce((sum, row) => sum + bgNbdLogLikelihood(at, [row]), 0);
    isNear(bgNbdLogLikelihood(at, rows), each, 1e-12);
    expect(bgNbdLogLikelihood(at, [])).toBe(0);
  });

  it("stays finite for a thousand orders long ago", () => {
    const row = { frequency: 1000, recency: 50, age: 5000 };
    expect(Number.isFinite(bgNbdLogLikelihood(at, [row]))).toBe(true);
  });
});

describe("BG/NBD where it cannot be told", () => {
  it("gives no figure and says why", () => {
    expect(fitBgNbd([])).toEqual({ n: 0, reason: "noData", because: "noCustomers" });
    expect(fitBgNbd(buyers.slice(0, 99))).toEqual({
      n: 99,
      reason: "notIdentified",
      because: "tooFewCustomers",
    });
    const silent = Array.from({ length: 100 }, () => ({ frequency: 0, recency: 0, age: 10 }));
    expect(fitBgNbd(silent)).toEqual({
      n: 100,
      reason: "notIdentified",
      because: "noRepeatOrders",
    });
  });

  it("finds no maximum where no time has passed", () => {
    const today = Array.from({ length: 100 }, () => ({ frequency: 1, recency: 0, age: 0 }));
    expect(fitBgNbd(today)).toMatchObject({ n: 100, reason: expect.stringMatching(/^not/) });
  });

  it("says that customers without any difference tell nothing of it", () => {
    const alike = Array.from({ length: 200 }, () => ({ frequency: 3, recency: 30, age: 30 }));
    expect(fitBgNbd(alike)).toMatchObject({ n: 200, reason: expect.stringMatching(/^not/) });
  });

  it("names the row and the part of bad data", () => {
    const good = { frequency: 1, recency: 2, age: 3 };
    expect(() => fitBgNbd([good, { ...good, recency: 5 }])).toThrow(/rows\[1\].recency/);
    expect(() => fitBgNbd([good, { ...good, frequency: 0 }])).toThrow(
      /rows\[1\].recency must be 0 without a repeat order/,
    );
    expect(() => fitBgNbd([good, { ...good, frequency: 1.5 }])).toThrow(/rows\[1\].frequency/);
    expect(() => fitBgNbd([good, good, { ...good, age: Number.NaN }])).toThrow(/rows\[2\].age/);
    expect(() =>
      bgNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1 }, [{ ...good, age: -1 }]),
    ).toThrow(/rows\[0\].age/);
  });
});
