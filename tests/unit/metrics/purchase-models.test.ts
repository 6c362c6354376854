import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BgNbd,
  bgNbdLogLikelihood,
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  type GammaGamma,
  type ParetoNbd,
  paretoNbdExpectedPurchases,
  probabilityAlive,
  residualLifetime,
  type ShiftedBetaGeometric,
  shiftedBetaGeometricSurvival,
} from "@/lib/metrics";

/** Fader & Hardie (2007): the "High End" segment, counts of 1,000 after each of seven renewals. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

type Fitted<T> = Extract<T, { reason: null }>;
const fitted = <T extends { reason: string | null }>(fit: T) => {
  expect(fit.reason).toBeNull();
  return fit as Fitted<T>;
};

describe("the shifted beta-geometric", () => {
  const fit = fitted<ShiftedBetaGeometric>(fitShiftedBetaGeometric(highEnd));

  it("meets the published parameters and likelihood", () => {
    expect(fit.alpha).toBeCloseTo(0.668, 3);
    expect(fit.beta).toBeCloseTo(3.806, 3);
    expect(fit.logLikelihood).toBeCloseTo(-1611.158, 3);
  });

  it("projects the published years 8 to 12", () => {
    const years = [8, 9, 10, 11, 12].map((year) => 100 * shiftedBetaGeometricSurvival(fit, year));
    const published = [46.04, 43.58, 41.42, 39.51, 37.8];
    years.forEach((share, index) => {
      expect(share).toBeCloseTo(published[index] as number, 2);
    });
  });

  it("keeps more of those who have already renewed: residual lifetime grows with renewals", () => {
    const at = (renewals: number) => residualLifetime(fit, { renewals, discountRate: 0.1 });
    expect(at(4)).toBeGreaterThan(at(0));
    expect(at(9)).toBeGreaterThan(at(4));
    expect(at(9)).toBeLessThan(1.1 / 0.1);
  });

  it("says when it cannot tell: under three renewals, nobody lost, nobody there", () => {
    expect(fitShiftedBetaGeometric([100, 90, 80])).toMatchObject({ reason: "tooFewRenewals" });
    expect(fitShiftedBetaGeometric([100, 100, 100, 100])).toMatchObject({
      reason: "notIdentified",
    });
    expect(fitShiftedBetaGeometric([])).toMatchObject({ reason: "noData" });
    expect(fitShiftedBetaGeometric([1000, 500, 250, 125, 63])).toMatchObject({
      reason: "notIdentified",
    });
    expect(() => fitShiftedBetaGeometric([10, 11, 9, 8])).toThrow(/activeCounts\[1\]/);
  });

  it("survival starts at 1 and never rises", () => {
    const parameter = fc.double({ min: 0.05, max: 50, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, (alpha, beta) => {
        const curve = [0, 1, 2, 5, 10].map((t) => shiftedBetaGeometricSurvival({ alpha, beta }, t));
        expect(curve[0]).toBeCloseTo(1, 12);
        for (let i = 1; i < curve.length; i += 1)
          expect(curve[i]).toBeLessThanOrEqual((curve[i - 1] as number) + 1e-12);
      }),
    );
  });
});

describe("purchase models on bad and empty data", () => {
  it("are not identified below a hundred customers, and say so", () => {
    expect(fitBgNbd([])).toMatchObject({ reason: "noData" });
    expect(fitGammaGamma([])).toMatchObject({ reason: "noData" });
    expect(fitBgNbd([{ frequency: 1, recency: 2, age: 3 }])).toMatchObject({
      reason: "notIdentified",
    });
  });

  it("refuse a last order after the as-of day and name the row", () => {
    expect(() => fitBgNbd([{ frequency: 1, recency: 5, age: 3 }])).toThrow(/rows\[0\].recency/);
    expect(() => fitGammaGamma([{ frequency: 0, meanSpend: 3 }])).toThrow(/rows\[0\].frequency/);
  });
});

const folder =
  process.env.HOLDFAST_DATA_DIR ??
  fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const file = join(folder, "cdnow/CDNOW_sample.txt");
const hasData = existsSync(file);
if (!hasData && process.env.CI) throw new Error(`data set not found, see docs: ${file}`);
if (!hasData) console.info(`data set not found, see docs: ${file}`);

function loadCustomers() {
  const end = Date.UTC(1997, 8, 30) / 86_400_000;
  const customers = new Map<string, Map<number, number>>();
  for (const line of readFileSync(file, "utf8").trim().split(/\r?\n/)) {
    const [, id = "", date = "", , amount = ""] = line.trim().split(/\s+/);
    const on = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8)) / 86_400_000;
    const days = customers.get(id) ?? new Map<number, number>();
    customers.set(id, days);
    if (on <= end) days.set(on, (days.get(on) ?? 0) + Number(amount));
  }
  return [...customers.values()].map((days) => {
    const dates = [...days.keys()].sort((a, b) => a - b);
    const [first = end, ...repeats] = dates;
    const spend = repeats.reduce((total, on) => total + (days.get(on) ?? 0), 0);
    return {
      frequency: repeats.length,
      recency: ((repeats.at(-1) ?? first) - first) / 7,
      age: (end - first) / 7,
      meanSpend: repeats.length === 0 ? 0 : spend / repeats.length,
    };
  });
}

describe.runIf(hasData)("purchase models on the CDNOW sample", () => {
  const customers = hasData ? loadCustomers() : [];
  const bgNbd = hasData ? fitted<BgNbd>(fitBgNbd(customers)) : undefined;
  const repeaters = customers.filter(({ meanSpend }) => meanSpend > 0);
  const spend = hasData ? fitted<GammaGamma>(fitGammaGamma(repeaters)) : undefined;

  it("BG/NBD meets the published parameters and likelihood", () => {
    expect(customers.length).toBe(2357);
    expect(bgNbd?.r).toBeCloseTo(0.243, 3);
    expect(bgNbd?.alpha).toBeCloseTo(4.414, 2);
    expect(bgNbd?.a).toBeCloseTo(0.793, 2);
    expect(bgNbd?.b).toBeCloseTo(2.426, 2);
    expect(bgNbd?.logLikelihood).toBeCloseTo(-9582.429, 3);
  });

  it("BG/NBD expects the published numbers of purchases", () => {
    if (bgNbd === undefined) return;
    const published = [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
    ] as const;
    for (const [time, expected] of published)
      expect(expectedPurchases(bgNbd, time)).toBeCloseTo(expected, 3);
    const known = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(bgNbd, 39, known)).toBeCloseTo(1.226, 3);
  });

  it("BG/NBD gives the highest likelihood at its own parameters", () => {
    if (bgNbd === undefined) return;
    for (const factor of [0.95, 1.05])
      for (const key of ["r", "alpha", "a", "b"] as const)
        expect(
          bgNbdLogLikelihood({ ...bgNbd, [key]: bgNbd[key] * factor }, customers),
        ).toBeLessThan(bgNbd.logLikelihood);
  });

  it("Pareto/NBD meets the published parameters and likelihood", () => {
    const pareto = fitted<ParetoNbd>(fitParetoNbd(customers));
    expect(pareto.r).toBeCloseTo(0.553, 2);
    expect(Math.abs(pareto.alpha - 10.578)).toBeLessThan(0.02);
    expect(pareto.s).toBeCloseTo(0.606, 2);
    expect(Math.abs(pareto.beta - 11.669)).toBeLessThan(0.05);
    expect(pareto.logLikelihood).toBeCloseTo(-9595.0, 1);
    expect(paretoNbdExpectedPurchases(pareto, 52)).toBeGreaterThan(1);
  }, 30_000);

  it("a customer is the less likely alive the longer the wait", () => {
    if (bgNbd === undefined) return;
    const at = (age: number) => probabilityAlive(bgNbd, { frequency: 3, recency: 20, age });
    expect(at(20)).toBeGreaterThan(at(30));
    expect(at(30)).toBeGreaterThan(at(60));
    expect(probabilityAlive(bgNbd, { frequency: 0, recency: 0, age: 60 })).toBe(1);
  });

  it("Gamma-Gamma meets the published parameters and likelihood on 946 repeat buyers", () => {
    expect(repeaters.length).toBe(946);
    expect(spend?.p).toBeCloseTo(6.25, 1);
    expect(spend?.q).toBeCloseTo(3.74, 1);
    expect(spend?.gamma).toBeCloseTo(15.44, 0);
    expect(spend?.logLikelihood).toBeCloseTo(-4055.918, 2);
    expect(spend?.meanSpend).toBeCloseTo(35.17, 1);
  });

  it("expected spend lies between the customer's own mean and the mean of all", () => {
    if (spend === undefined || spend.meanSpend === null) return;
    for (const row of repeaters.slice(0, 50)) {
      const expected = expectedSpend(spend, row) ?? 0;
      const [low, high] = [row.meanSpend, spend.meanSpend].sort((a, b) => a - b);
      expect(expected).toBeGreaterThanOrEqual((low as number) - 1e-9);
      expect(expected).toBeLessThanOrEqual((high as number) + 1e-9);
    }
  });
});
