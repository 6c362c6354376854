import { describe, expect, it } from "vitest";
import { expectedPurchases, probabilityAlive } from "@/lib/metrics";
import { meetsGrid } from "../numeric/grid";
import { expectedPurchasesGrid } from "../numeric/reference-values";

const rounded = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const known = { frequency: 2, recency: 30.43, age: 38.86 };

describe("expected purchases", () => {
  it("meets the reference to 11 digits, also at a = 1, at a + b = 1 and over very long times", () => {
    meetsGrid(
      expectedPurchasesGrid,
      (r, alpha, a, b, t) => expectedPurchases({ r, alpha, a, b }, t),
      1e-11,
    );
  });

  it("of a customer with a thousand orders is still right to 12 digits", () => {
    // 1006.27849191565929 by mpmath, for the parameters of that customer's posterior
    const posterior = { r: 1000.2, alpha: 100, a: 0.8, b: 1002 };
    expect(expectedPurchases(posterior, 150) / 1006.2784919156593).toBeCloseTo(1, 12);
  });

  it("of so many orders that their chances would be larger than any number is right all the same", () => {
    // By mpmath; at a = 1 there is no closed form, and without scaling the chances add up to 1.7e361.
    const many = expectedPurchases({ r: 600, alpha: 150, a: 1, b: 2 }, 450);
    expect(many / 14.144961053996612).toBeCloseTo(1, 12);
  });

  it("takes the closed form over long times without a jump", () => {
    const at = (t: number) => expectedPurchases(rounded, t);
    // The sum ends where 40 (alpha + t) / alpha + r t / alpha passes 1,000 terms: about t = 105.6.
    const slope = (from: number) => (at(from + 0.01) - at(from)) / 0.01;
    for (let t = 104; t < 107; t += 0.1) expect(slope(t)).toBeCloseTo(slope(t + 0.1), 4);
  });

  it("of a known customer are those of somebody new with its orders and its age, if it is there still", () => {
    for (const row of [known, { frequency: 0, recency: 0, age: 10 }]) {
      const updated = {
        r: 0.243 + row.frequency,
        alpha: 4.414 + row.age,
        a: 0.793,
        b: 2.426 + row.frequency,
      };
      expect(expectedPurchases(rounded, 39, row)).toBeCloseTo(
        expectedPurchases(updated, 39) * probabilityAlive(rounded, row),
        13,
      );
    }
    expect(expectedPurchases(rounded, 39, known)).toBeCloseTo(1.226, 3);
  });

  it("are none over no time", () => {
    expect(expectedPurchases(rounded, 0)).toBe(0);
    expect(expectedPurchases(rounded, 0, known)).toBe(0);
  });

  it("refuses a parameter that is not above 0, a negative time and a bad row by name", () => {
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const bad = { ...rounded, [name]: 0 };
      expect(() => expectedPurchases(bad, 1)).toThrow(`parameters.${name} must be`);
      expect(() => probabilityAlive(bad, known)).toThrow(`parameters.${name} must be`);
    }
    expect(() => expectedPurchases(rounded, -1)).toThrow(/time/);
    expect(() => expectedPurchases(rounded, 1, { ...known, recency: 40 })).toThrow(/row.recency/);
  });
});

describe("probability alive", () => {
  it("is 1 without a repeat order, however long ago the first was", () => {
    expect(probabilityAlive(rounded, { frequency: 0, recency: 0, age: 60 })).toBe(1);
  });

  it("is Bayes' rule: what the orders say if alive, over that plus if stopped after the last", () => {
    const { r, alpha, a, b } = rounded;
    const { frequency: x, recency, age } = known;
    const alive = ((b + x - 1) / a) * (alpha + age) ** -(r + x);
    const stopped = (alpha + recency) ** -(r + x);
    expect(probabilityAlive(rounded, known)).toBeCloseTo(alive / (alive + stopped), 12);
  });

  it("refuses a bad row by name", () => {
    expect(() => probabilityAlive(rounded, { ...known, frequency: -1 })).toThrow(/row.frequency/);
  });
});
