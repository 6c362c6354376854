import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitParetoNbd,
  paretoNbdExpectedPurchases,
  paretoNbdLogLikelihood,
  paretoNbdProbabilityAlive,
} from "@/lib/metrics";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { meetsGrid } from "../numeric/grid";
import { fitted, hasDoubt, isNear, simulatedBuyers } from "./simulated-buyers";

const names = ["r", "alpha", "s", "beta"] as const;
const rounded = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const known = { frequency: 2, recency: 30.43, age: 38.86 };
const buyers = simulatedBuyers(400, 3, "anyMoment");
const fit = fitted(fitParetoNbd(buyers));

/**
 * By mpmath with 40 digits, the integral over the moment of stopping by quadrature: r, alpha, s, beta,
 * frequency, recency, age, log-likelihood, chance of having stopped.
 */
const reference = [
  [0.553, 10.578, 0.606, 11.669, 0, 0, 39, -0.5215074188765774, 0.7055329689854135],
  [0.553, 10.578, 0.606, 11.669, 1, 0.1, 39, -4.192107057596075, 0.8709987335028566],
  [0.553, 10.578, 0.606, 11.669, 3, 39, 39, -12.669676805925729, 0.0],
  [0.553, 10.578, 0.606, 11.669, 29, 35.5, 39, -45.526715239886634, 0.1371306885948445],
  [0.553, 10.578, 0.606, 11.669, 40, 10, 39, -17.786251049018826, 0.9999999999999861],
  [0.553, 10.578, 0.606, 11.669, 500, 200, 400, -76.98388401957178, 1.0],
  [0.1, 0.01, 0.2, 50, 0, 0, 39, -0.8125699442037686, 0.12159854306770844],
  [0.1, 0.01, 0.2, 50, 1, 0.1, 39, -6.09037310384783, 0.5587975799555314],
  [0.1, 0.01, 0.2, 50, 3, 39, 39, -13.399013132827504, 0.0],
  [0.1, 0.01, 0.2, 50, 29, 35.5, 39, -41.17953973790125, 0.04036588680588759],
  [0.1, 0.01, 0.2, 50, 40, 10, 39, 4.804545996968195, 1.0],
  [0.1, 0.01, 0.2, 50, 500, 200, 400, -55.0586759098034, 1.0],
  [5, 100, 3, 0.5, 0, 0, 39, -0.012236864150622197, 0.9999996043063075],
  [5, 100, 3, 0.5, 1, 0.1, 39, -3.5661664777272275, 0.9999995025306231],
  [5, 100, 3, 0.5, 3, 39, 39, -24.211176561788673, 0.0],
  [5, 100, 3, 0.5, 29, 35.5, 39, -75.55722616743198, 0.34358823686026335],
  [5, 100, 3, 0.5, 40, 10, 39, -76.44678922554468, 0.9999986930482934],
  [5, 100, 3, 0.5, 500, 200, 400, -247.0681952591057, 1.0],
  [2, 1, 0.7, 1, 0, 0, 39, -1.3497917148057272, 0.9998177594082724],
  [2, 1, 0.7, 1, 1, 0.1, 39, -1.324501044654739, 0.9999911155300513],
  [2, 1, 0.7, 1, 3, 39, 39, -17.84855905810149, 0.0],
  [2, 1, 0.7, 1, 29, 35.5, 39, -41.956929307021205, 0.2755286333687807],
  [2, 1, 0.7, 1, 40, 10, 39, 7.533209768793301, 1.0],
  [2, 1, 0.7, 1, 500, 200, 400, -55.00098123470252, 1.0],
  [20, 300, 8, 1000, 0, 0, 39, -1.792871096089374, 0.6161683581944941],
  [20, 300, 8, 1000, 1, 0.1, 39, -4.574457685400692, 0.634406237245608],
  [20, 300, 8, 1000, 3, 39, 39, -11.097125508927327, 0.0],
  [20, 300, 8, 1000, 29, 35.5, 39, -70.33531298342079, 0.03446509064049502],
  [20, 300, 8, 1000, 40, 10, 39, -88.14380217488704, 0.9139373532641225],
  [20, 300, 8, 1000, 500, 200, 400, -433.59099046624806, 1.0],
] as const;

describe("the Pareto/NBD likelihood", () => {
  it("meets the reference to 11 digits, from no order to five hundred", () => {
    meetsGrid(
      reference.map((row) => row.slice(0, 8)),
      (r, alpha, s, beta, frequency, recency, age) =>
        paretoNbdLogLikelihood({ r, alpha, s, beta } as typeof rounded, [
          { frequency, recency, age } as typeof known,
        ]),
      1e-11,
      1,
    );
  });

  it("of several customers is the sum over them, of none 0", () => {
    const rows = buyers.slice(0, 20);
    const each = rows.reduce((sum, row) => sum + paretoNbdLogLikelihood(rounded, [row]), 0);
    isNear(paretoNbdLogLikelihood(rounded, rows), each, 1e-12);
    expect(paretoNbdLogLikelihood(rounded, [])).toBe(0);
  });
});

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

describe("what Pareto/NBD expects", () => {
  it("meets the reference: chance of being there still", () => {
    for (const [r, alpha, s, beta, frequency, recency, age, , stopped] of reference)
      expect(
        paretoNbdProbabilityAlive({ r, alpha, s, beta }, { frequency, recency, age }),
      ).toBeCloseTo(1 - stopped, 11);
  });

  it("meets an integral by mpmath for a new and for a known customer", () => {
    expect(paretoNbdExpectedPurchases(rounded, 39)).toBeCloseTo(1.2130028442810157, 13);
    expect(paretoNbdExpectedPurchases(rounded, 39, known)).toBeCloseTo(1.455123193257602, 12);
  });

  it("at s = 1 is the logarithm that its neighbours close in on", () => {
    const at = (s: number) => paretoNbdExpectedPurchases({ ...rounded, s }, 39);
    const log = (0.553 / 10.578) * 11.669 * Math.log(1 + 39 / 11.669);
    expect(at(1)).toBeCloseTo(log, 13);
    expect(at(1 + 1e-9)).toBeCloseTo(log, 8);
    expect(at(1 - 1e-9)).toBeCloseTo(log, 8);
  });

  it("is 0 over no time, never falls with time and never exceeds an endless customer's orders", () => {
    const shape = fc.double({ min: 0.05, max: 20, noNaN: true });
    const time = fc.double({ min: 1e-6, max: 300, noNaN: true });
    fc.assert(
      fc.property(shape, shape, shape, shape, time, time, (r, alpha, s, beta, t, more) => {
        const at = { r, alpha, s, beta };
        expect(paretoNbdExpectedPurchases(at, 0)).toBe(0);
        const sooner = paretoNbdExpectedPurchases(at, t);
        expect(sooner).toBeLessThanOrEqual((r / alpha) * t * (1 + 1e-12));
        expect(paretoNbdExpectedPurchases(at, t + more)).toBeGreaterThanOrEqual(
          sooner * (1 - 1e-12),
        );
      }),
    );
  });

  it("refuses a negative time and a bad row by name", () => {
    expect(() => paretoNbdExpectedPurchases(rounded, -1)).toThrow(/time/);
    expect(() => paretoNbdExpectedPurchases(rounded, 1, { ...known, recency: 40 })).toThrow(
      /row.recency/,
    );
    expect(() => paretoNbdProbabilityAlive(rounded, { ...known, frequency: -1 })).toThrow(
      /row.frequency/,
    );
  });
});
