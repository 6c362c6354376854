import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLoyaltySettings, type KeptInput, keptRevenue } from "@/lib/metrics";

const contracts = (now: number, before: number | null) =>
  keptRevenue({ runningMinor: now, baseMinor: before });

describe("kept", () => {
  it("gives 0, .50, .75 and 1 points at 0, 80, 100 and 120 %, linear between and flat above", () => {
    const points = [0, 400, 800, 900, 1000, 1100, 1200, 3000].map(
      (now) => contracts(now, 1000).score,
    );
    [0, 0.25, 0.5, 0.625, 0.75, 0.875, 1, 1].forEach((expected, index) => {
      expect(points[index]).toBeCloseTo(expected, 12);
    });
  });

  it("follows another line: .50 at 85 %, and still .75 at 100 %", () => {
    const at = (now: number) =>
      keptRevenue(
        { runningMinor: now, baseMinor: 100 },
        { ...defaultLoyaltySettings, keptLine: 0.85 },
      );
    expect(at(85).score).toBeCloseTo(0.5, 12);
    expect(at(42.5).score).toBeCloseTo(0.25, 12);
    expect(at(92.5).score).toBeCloseTo(0.625, 12);
    expect([at(100).score, at(120).score]).toEqual([0.75, 1]);
  });

  it("is not known without a base, and 0 without running revenue", () => {
    const unknown = {
      ratio: null,
      standardError: null,
      provenRatio: null,
      score: null,
      note: null,
    };
    for (const base of [null, 0, -5]) expect(contracts(10, base)).toEqual(unknown);
    const nothing = { ratio: 0, standardError: null, provenRatio: 0, score: 0, note: null };
    for (const now of [0, -5]) expect(contracts(now, 10)).toEqual(nothing);
  });

  it("counts a change only beyond one standard error, upwards as well as downwards", () => {
    const lumpy = (now: number) =>
      keptRevenue({ runningMinor: now, baseMinor: 1000, baseSquareSum: 40_000 });
    expect(lumpy(1000).standardError).toBeCloseTo(0.2, 12);
    expect(lumpy(700).provenRatio).toBeCloseTo(0.7 * Math.exp(0.2), 12);
    expect(lumpy(1500).provenRatio).toBeCloseTo(1.5 * Math.exp(-0.2), 12);
    expect([lumpy(850).provenRatio, lumpy(1200).provenRatio]).toEqual([1, 1]);
  });

  it("calls a change of more than a fifth that is not proven no real change, or too lumpy to say", () => {
    const noteOf = (now: number, more: Partial<KeptInput>) =>
      keptRevenue({ runningMinor: now, baseMinor: 1000, ...more }).note;
    const half = { baseSquareSum: 250_000 };
    expect(noteOf(790, half)).toBe("noRealChange");
    expect(noteOf(1210, half)).toBe("noRealChange");
    expect([noteOf(800, half), noteOf(1200, half), noteOf(1000, half)]).toEqual([null, null, null]);
    // One standard error of exactly 1 is too lumpy; a fall of two thirds is then not proven.
    expect(noteOf(500, { baseSquareSum: 1_000_000 })).toBe("tooLumpyToSay");
    expect(noteOf(500, { baseSquareSum: 999_000 })).toBe("noRealChange");
    expect(noteOf(300, half)).toBeNull();
  });

  it("adds the lumps of both windows", () => {
    const both = keptRevenue({
      runningMinor: 500,
      baseMinor: 1000,
      runningSquareSum: 22_500,
      baseSquareSum: 160_000,
    });
    expect(both.standardError).toBeCloseTo(0.5, 12);
  });

  it("refuses what is no amount and names it", () => {
    const refused = (more: Partial<KeptInput>) => () =>
      keptRevenue({ runningMinor: 1, baseMinor: 1, ...more });
    expect(refused({ runningMinor: Number.NaN })).toThrow(/^runningMinor/);
    expect(refused({ baseMinor: Number.POSITIVE_INFINITY })).toThrow(/^baseMinor/);
    expect(refused({ runningSquareSum: -1 })).toThrow(/^runningSquareSum/);
    expect(refused({ baseSquareSum: Number.NaN })).toThrow(/^baseSquareSum/);
  });

  it("has a standard error of 0 without orders, and proven K between K and 1", () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(amount, amount, share, share, (now, base, s, t) => {
        const plain = contracts(now, base);
        expect(plain).toMatchObject({ standardError: 0, provenRatio: now / base });
        const { provenRatio } = keptRevenue({
          runningMinor: now,
          baseMinor: base,
          runningSquareSum: s * now * now,
          baseSquareSum: t * base * base,
        });
        expect(provenRatio).toBeGreaterThanOrEqual(Math.min(now / base, 1) - 1e-12);
        expect(provenRatio).toBeLessThanOrEqual(Math.max(now / base, 1) + 1e-12);
      }),
    );
  });

  it("is 1 over the effective number of orders, for orders of one size 1 over their number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (now, before) => {
          const { standardError } = keptRevenue({
            runningMinor: now * 7,
            baseMinor: before * 7,
            runningSquareSum: now * 49,
            baseSquareSum: before * 49,
          });
          expect(standardError).toBeCloseTo(Math.sqrt(1 / now + 1 / before), 12);
        },
      ),
    );
  });
});
