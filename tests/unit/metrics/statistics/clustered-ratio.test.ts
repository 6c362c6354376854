import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap, clusteredRatio, type RatioRow } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";

const rows = fc.array(
  fc.record({ y: fc.integer({ min: -1000, max: 1000 }), x: fc.integer({ min: 1, max: 1000 }) }),
  { minLength: 1, maxLength: 20 },
);

function halfWidth(figure: Parameters<typeof limitsOf>[0]): number {
  const [low, high] = limitsOf(figure);
  return (high - low) / 2;
}

/** Accounts of very unequal size, whose share moves around one half. */
function accounts(count: number, seed: number): RatioRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const x = Math.ceil(100 * Math.exp(2 * random()));
    return { y: x * (0.3 + 0.4 * random()), x };
  });
}

describe("the clustered ratio", () => {
  it("is worked by hand: 1 of 1, 0 of 1 and 1 of 2", () => {
    const ratio = known(
      clusteredRatio([
        { y: 1, x: 1 },
        { y: 0, x: 1 },
        { y: 1, x: 2 },
      ]),
    );
    expect(ratio.value).toBe(0.5);
    // u = .5, -.5, 0; variance = 3/2 x .5 / 16.
    expect(halfWidth(ratio)).toBeCloseTo(1.959963985 * Math.sqrt((1.5 * 0.5) / 16), 12);
    expect(ratio.interval).toMatchObject({ method: "ratio", n: 3, population: null });
    expect(ratio.interval?.effectiveN).toBeCloseTo(16 / 6, 12);
  });

  it("of two accounts is in doubt between them: 0 and 1 of 1 each have error 1/2", () => {
    const two = clusteredRatio([
      { y: 0, x: 1 },
      { y: 1, x: 1 },
    ]);
    expect(halfWidth(two)).toBeCloseTo(1.959963985 / 2, 12);
  });

  it("with equal weights is the mean with its usual standard error", () => {
    const values = [3, 5, 8, 12];
    const ratio = clusteredRatio(values.map((y) => ({ y, x: 1 })));
    expect(ratio.value).toBe(7);
    expect(halfWidth(ratio)).toBeCloseTo(1.959963985 * Math.sqrt(46 / 3 / 4), 12);
    expect(known(ratio).interval?.effectiveN).toBe(4);
  });

  it("agrees with a seeded bootstrap over accounts", () => {
    for (const seed of [1, 2, 3]) {
      const list = accounts(200, seed);
      const drawn = bootstrap(list, (sample) => clusteredRatio(sample).value, { seed });
      expect(halfWidth(drawn) / halfWidth(clusteredRatio(list))).toBeGreaterThan(0.9);
      expect(halfWidth(drawn) / halfWidth(clusteredRatio(list))).toBeLessThan(1.1);
    }
  });

  it("holds the truth in about 95 of 100 samples of accounts", () => {
    const truth = 0.5;
    let held = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const [low, high] = limitsOf(clusteredRatio(accounts(60, seed)));
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.91);
    expect(held / 400).toBeLessThan(0.985);
  });

  it("counts an account's rows once: split into rows it would look surer than it is", () => {
    const angry = { y: 10, x: 10 };
    const calm = Array.from({ length: 9 }, () => ({ y: 0, x: 10 }));
    const split = [
      ...Array.from({ length: 10 }, () => ({ y: 1, x: 1 })),
      ...Array.from({ length: 90 }, () => ({ y: 0, x: 1 })),
    ];
    const clustered = clusteredRatio([angry, ...calm]);
    expect(clustered.value).toBe(clusteredRatio(split).value);
    expect(halfWidth(clustered)).toBeGreaterThan(3 * halfWidth(clusteredRatio(split)));
  });

  it("row order, a duplicate of every account and another unit change no ratio", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const plain = clusteredRatio(list);
        expectContained(plain);
        const scaled = list.map(({ y, x }) => ({ y: factor * y, x: factor * x }));
        for (const other of [[...list].reverse(), [...list, ...list], scaled])
          expect(clusteredRatio(other).value).toBeCloseTo(plain.value ?? Number.NaN, 9);
      }),
    );
  });

  it("disjoint groups of accounts merge to the weighted whole", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const weight = (list: typeof a) => list.reduce((sum, { x }) => sum + x, 0);
        const whole = clusteredRatio([...a, ...b]).value;
        const parts =
          (clusteredRatio(a).value ?? 0) * weight(a) + (clusteredRatio(b).value ?? 0) * weight(b);
        expect(whole).toBeCloseTo(parts / (weight(a) + weight(b)), 9);
      }),
    );
  });

  it("shrinks its doubt with the root of the silent share of accounts", () => {
    const list = [
      { y: 1, x: 1 },
      { y: 0, x: 1 },
      { y: 1, x: 2 },
    ];
    const wide = halfWidth(clusteredRatio(list));
    expect(halfWidth(clusteredRatio(list, { population: 4 }))).toBeCloseTo(wide / 2, 12);
    expect(halfWidth(clusteredRatio(list, { population: 3 }))).toBe(0);
    expect(known(clusteredRatio(list, { population: 4 })).interval?.population).toBe(4);
  });

  it("one account has a ratio but no interval, unless it is all there are", () => {
    expect(clusteredRatio([{ y: 1, x: 2 }])).toEqual({ value: 0.5, n: 1, interval: null });
    expect(limitsOf(clusteredRatio([{ y: 1, x: 2 }], { population: 1 }))).toEqual([0.5, 0.5]);
    expect(clusteredRatio([{ y: 1, x: 2 }], { population: 2 })).toMatchObject({ interval: null });
  });

  it("no rows and no weight are reasons, bad rows are errors with their place", () => {
    expect(clusteredRatio([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(
      clusteredRatio([
        { y: 1, x: 0 },
        { y: 0, x: 0 },
      ]),
    ).toEqual({
      value: null,
      n: 2,
      reason: "zeroDenominator",
    });
    const good = { y: 0, x: 1 };
    expect(() => clusteredRatio([good, { y: 1, x: -1 }])).toThrow(/^rows\[1\]\.x must be/);
    expect(() => clusteredRatio([good, { y: Number.NaN, x: 1 }])).toThrow(/^rows\[1\]\.y must be/);
    expect(() => clusteredRatio([good, good], { population: 1 })).toThrow(/^population 1/);
  });
});
