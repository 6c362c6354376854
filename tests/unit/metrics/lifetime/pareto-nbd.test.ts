import { describe, expect, it } from "vitest";
import { fitParetoNbd, paretoNbdLogLikelihood } from "@/lib/metrics";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { fitted, hasDoubt, isNear, simulatedBuyers } from "./simulated-buyers";

const names = ["r", "alpha", "s", "beta"] as const;
const rounded = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const known = { frequency: 2, recency: 30.43, age: 38.86 };
const buyers = simulatedBuyers(400, 3, "anyMoment");
const fit = fitted(fitParetoNbd(buyers));

describe.runIf(hasCdnow)("Pareto/NBD on the CDNOW sample", () => {
  it("meets the published parameters and a likelihood at least as high", () => {
    const published = fitted(fitParetoNbd(cdnowCustomers()));
    expect(published.r).toBeCloseTo(0.553, 3);
    expect(published.alpha).toBeCloseTo(10.578, 3);
    expect(published.s).toBeCloseTo(0.606, 3);
    expect(published.beta).toBeCloseTo(11.669, 3);
    expect(published.logLikelihood).toBeGreaterThan(-9594.98);
    expect(published.logLikelihood).toBeCloseTo(-9594.976, 3);
  });
});

describe("the Pareto/NBD fit", () => {
  it("stands at the top: every step away from it is less likely", () => {
    for (const factor of [0.99, 1.01])
      for (const name of names)
        expect(paretoNbdLogLikelihood({ ...fit, [name]: fit[name] * factor }, buyers)).toBeLessThan(
          fit.logLikelihood,
        );
  });

  it("tells its doubt, and how it was found", () => {
    hasDoubt(names, fit);
  });

  it("does not mind the order of customers; twice the same double the likelihood", () => {
    expect(fitParetoNbd(buyers.toReversed())).toEqual(fit);
    const twice = fitted(fitParetoNbd([...buyers, ...buyers]));
    for (const name of names) isNear(twice[name], fit[name], 1e-7);
    isNear(twice.logLikelihood, 2 * fit.logLikelihood, 1e-11);
  });

  it("another unit of time changes alpha and beta by it and nothing else", () => {
    const inDays = fitted(
      fitParetoNbd(buyers.map((row) => ({ ...row, recency: 7 * row.recency, age: 7 * row.age }))),
    );
    isNear(inDays.alpha, 7 * fit.alpha, 1e-6);
    isNear(inDays.beta, 7 * fit.beta, 1e-6);
    isNear(inDays.r, fit.r, 1e-6);
    isNear(inDays.s, fit.s, 1e-6);
  });

  it("gives no figure where it cannot, and says why", () => {
    expect(fitParetoNbd([])).toEqual({ n: 0, reason: "noData", because: "noCustomers" });
    expect(fitParetoNbd(buyers.slice(0, 99))).toMatchObject({ because: "tooFewCustomers" });
    const silent = Array.from({ length: 100 }, () => ({ frequency: 0, recency: 0, age: 10 }));
    expect(fitParetoNbd(silent)).toEqual({
      n: 100,
      reason: "notIdentified",
      because: "noRepeatOrders",
    });
    expect(() => fitParetoNbd([known, { ...known, recency: 50 }])).toThrow(/rows\[1\].recency/);
    expect(() => paretoNbdLogLikelihood(rounded, [{ ...known, age: -1 }])).toThrow(/rows\[0\].age/);
  });
});
