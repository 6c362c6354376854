import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DriverFigure,
  type DriverRow,
  driverImportance,
  relativeWeights,
  shapleyImportance,
} from "@/lib/metrics";
import { makeAnswers } from "./answers";

const four = ["added_value", "service", "communication", "incentives"].map((key) => ({ key }));
const rows = makeAnswers({ n: 240, weights: [0.2, 1, 0.1, 0], perAccount: 2 });
const quick = { items: four, replicates: 200 };

function figureOf(figures: readonly DriverFigure[], key: string): DriverFigure {
  const figure = figures.find((one) => one.key === key);
  if (figure === undefined) throw new Error(`no ${key}`);
  return figure;
}

function shareOf(figure: { importance: DriverFigure["importance"] }) {
  const { importance } = figure;
  if (importance.value === null || importance.interval === null) throw new Error("no figure");
  return { value: importance.value, ...importance.interval };
}

describe("driver importance", () => {
  it("has Shapley's shares, their sum R squared, and a rank that holds in most draws", () => {
    const result = driverImportance(rows, { items: four });
    const shapley = shapleyImportance(
      rows.map(({ answers }) => answers as number[]),
      rows.map(({ outcome }) => outcome),
    );
    if (shapley.reason !== null || result.explained.value === null) throw new Error("no figure");
    expect(result).toMatchObject({
      method: "shapley",
      n: 240,
      accounts: 120,
      leftOut: 0,
      reason: null,
    });
    expect(result.explained.value).toBeCloseTo(shapley.explained, 10);
    result.items.forEach((figure, j) => {
      expect(figure.importance.value).toBeCloseTo(shapley.shares[j] as number, 10);
      expect(figure.direction).toBeCloseTo(shapley.directions[j] as number, 10);
      expect(figure.ofExplained).toBeCloseTo((shapley.shares[j] as number) / shapley.explained, 10);
    });
    const service = figureOf(result.items, "service");
    expect(service).toMatchObject({ rank: 1, rankRange: [1, 1], matters: true });
    // The example on the page.
    expect(shareOf(service).value).toBeCloseTo(0.36, 2);
    expect(shareOf(service).low).toBeCloseTo(0.28, 2);
    expect(shareOf(service).high).toBeCloseTo(0.44, 2);
    expect(service.sameRank).toBe(1);
    expect(service.chance).toBeCloseTo(0.01, 2);
    expect(service.performance.value).toBeCloseTo(3.5, 1);
    expect(shareOf(service)).toMatchObject({
      method: "bootstrap",
      level: 0.95,
      n: 240,
      effectiveN: 120,
    });
    expect(figureOf(result.items, "incentives").rank).toBeGreaterThan(1);
  });

  it("an interval contains its share, and so does the range its rank", () => {
    const noisy = makeAnswers({ n: 60, weights: [0.2, 0.2, 0.2, 0.2], seed: 3 });
    const { items, explained } = driverImportance(noisy, quick);
    for (const figure of items) {
      const { value, low, high } = shareOf(figure);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      const [best, worst] = figure.rankRange ?? [9, 0];
      expect(best).toBeLessThanOrEqual(figure.rank as number);
      expect(worst).toBeGreaterThanOrEqual(figure.rank as number);
      expect(figure.sameRank).toBeLessThan(1);
    }
    // Four drivers that matter alike: any of them may come first, or last.
    const ranges = items.map(({ rankRange }) => rankRange ?? [9, 0]);
    for (const [best, worst] of ranges) expect(worst - best).toBeGreaterThanOrEqual(1);
    if (explained.value === null) throw new Error("no figure");
    expect(explained.interval?.low).toBeLessThan(explained.value);
    expect(explained.interval?.high).toBeGreaterThan(explained.value);
  });

  it("the interval is that of the mean share's spread over samples of accounts", () => {
    const one = makeAnswers({ n: 400, weights: [1], seed: 11 });
    const { items } = driverImportance(one, { items: [{ key: "only" }] });
    const { value, low, high } = shareOf(items[0] as DriverFigure);
    // Large-sample standard error of R squared with one driver: 2 r (1 - r²) / root of n.
    const standardError = (2 * Math.sqrt(value) * (1 - value)) / Math.sqrt(400);
    expect((high - low) / (2 * 1.96 * standardError)).toBeGreaterThan(0.85);
    expect((high - low) / (2 * 1.96 * standardError)).toBeLessThan(1.15);
  });

  it("a second copy of every answer within its account changes nothing, in new accounts it narrows", () => {
    const within = driverImportance([...rows, ...rows], quick);
    const plain = driverImportance(rows, quick);
    const apart = driverImportance(
      [...rows, ...rows.map((row) => ({ ...row, account: `${row.account} again` }))],
      quick,
    );
    plain.items.forEach((figure, j) => {
      const [a, b] = [shareOf(figure), shareOf(within.items[j] as DriverFigure)];
      expect(b.value).toBeCloseTo(a.value, 10);
      expect(b.low).toBeCloseTo(a.low, 10);
      expect(b.high).toBeCloseTo(a.high, 10);
      expect(within.items[j]?.pValue).toBe(figure.pValue);
      const c = shareOf(apart.items[j] as DriverFigure);
      expect(c.value).toBeCloseTo(a.value, 10);
      if (a.high - a.low > 0.05) expect(c.high - c.low).toBeLessThan(0.9 * (a.high - a.low));
    });
  });

  it("is the same whatever the order of rows and items, and for the same seed", () => {
    const plain = driverImportance(rows, quick);
    const turned = driverImportance(
      rows.map((row) => ({ ...row, answers: row.answers.toReversed() })).toReversed(),
      { ...quick, items: four.toReversed() },
    );
    for (const figure of plain.items) {
      const same = figureOf(turned.items, figure.key);
      expect(same.rank).toBe(figure.rank);
      expect(same.matters).toBe(figure.matters);
      expect(same.sameRank).toBe(figure.sameRank);
      expect(shareOf(same).low).toBeCloseTo(shareOf(figure).low, 10);
      expect(same.chance).toBeCloseTo(figure.chance as number, 10);
      expect(same.performance.value).toBeCloseTo(figure.performance.value as number, 10);
    }
    expect(driverImportance(rows, { ...quick, seed: 2 })).not.toEqual(plain);
  });

  it("units of the answers and of the outcome change no share", () => {
    const plain = driverImportance(rows, quick);
    const scaled = driverImportance(
      rows.map((row) => ({
        ...row,
        outcome: 100 * row.outcome - 7,
        answers: row.answers.map((answer) => (answer ?? 0) * 20),
      })),
      quick,
    );
    plain.items.forEach((figure, j) => {
      expect(shareOf(scaled.items[j] as DriverFigure).high).toBeCloseTo(shareOf(figure).high, 8);
      expect(scaled.items[j]?.performance.value).toBeCloseTo(
        20 * (figure.performance.value as number),
        8,
      );
    });
  });

  it("a driver of pure chance matters in about one case of twenty", () => {
    let matters = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const chance = makeAnswers({ n: 60, weights: [0], seed });
      const { items } = driverImportance(chance, { items: [{ key: "chance" }], replicates: 200 });
      if (items[0]?.matters === true) matters += 1;
    }
    expect(matters).toBeGreaterThanOrEqual(1);
    expect(matters).toBeLessThanOrEqual(11);
  });

  it("the yardstick of chance is what theory says: chi-square with one degree of freedom over n", () => {
    const { items } = driverImportance(makeAnswers({ n: 500, weights: [0.01], seed: 5 }), {
      items: [{ key: "one" }],
    });
    // 95 % quantile of chi-square(1): 3.8415.
    expect((items[0]?.chance as number) * 500).toBeGreaterThan(3.2);
    expect((items[0]?.chance as number) * 500).toBeLessThan(4.5);
  });

  it("blocks have the sum of their items and are held against as many drivers of chance", () => {
    const items = [
      { key: "speed", group: "service" },
      { key: "price" },
      { key: "skill", group: "service" },
      { key: "advice", group: "service" },
    ];
    const result = driverImportance(rows, { items, replicates: 200 });
    expect(result.groups.map(({ key, items: count }) => [key, count])).toEqual([
      ["service", 3],
      ["price", 1],
    ]);
    const service = figureOf(result.groups, "service");
    const parts = ["speed", "skill", "advice"].map((key) => figureOf(result.items, key));
    const sum = parts.reduce((total, part) => total + shareOf(part).value, 0);
    expect(shareOf(service).value).toBeCloseTo(sum, 10);
    expect(service.chance).toBeGreaterThan(
      1.5 * (figureOf(result.groups, "price").chance as number),
    );
    const blocked = shapleyImportance(
      rows.map(({ answers }) => answers as number[]),
      rows.map(({ outcome }) => outcome),
      { blocks: ["s", "p", "s", "s"] },
    );
    if (blocked.reason !== null) throw new Error(blocked.reason);
    expect(shareOf(figureOf(result.items, "price")).value).toBeCloseTo(
      blocked.shares[1] as number,
      10,
    );
    // Of a block: the correlation with the sum of its standardised items.
    expect(service.direction).toBeGreaterThan(
      Math.max(...parts.map(({ direction }) => direction as number)) - 0.3,
    );
    const performances = parts.map(({ performance }) => performance.value as number);
    expect(service.performance.value).toBeCloseTo(performances.reduce((a, b) => a + b, 0) / 3, 10);
  });

  it("the direction of a block is the correlation with its standardised items together", () => {
    const items = four.map(({ key }) => ({ key, group: "all" }));
    const { groups } = driverImportance(rows, { items, replicates: 20 });
    const standardised = (values: readonly number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const spread = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
      );
      return values.map((value) => (value - mean) / spread);
    };
    const columns = four.map((_, j) =>
      standardised(rows.map(({ answers }) => answers[j] as number)),
    );
    const together = standardised(
      rows.map((_, i) => columns.reduce((s, c) => s + (c[i] as number), 0)),
    );
    const outcome = standardised(rows.map((row) => row.outcome));
    const r =
      together.reduce((sum, value, i) => sum + value * (outcome[i] as number), 0) / rows.length;
    expect(groups[0]?.direction).toBeCloseTo(r, 10);
    expect(groups[0]?.ofExplained).toBeCloseTo(1, 10);
  });

  it("a block whose items cancel out has no direction", () => {
    const items = ["price", "rebate"].map((key) => ({ key, group: "incentives" }));
    const mirrored = rows.map(({ answers: [answer = 0], ...row }) => ({
      ...row,
      answers: [answer, 6 - (answer ?? 0)],
    }));
    expect(driverImportance(mirrored, { items, replicates: 5 }).groups[0]?.direction).toBe(0);
  });

  it("has no share of what is explained where nothing is", () => {
    const unrelated = Array.from({ length: 40 }, (_, i) => ({
      account: `account ${i}`,
      outcome: i % 2,
      answers: [1 + (Math.floor(i / 2) % 2)],
    }));
    const result = driverImportance(unrelated, { items: [{ key: "any" }], replicates: 50 });
    expect(result.explained.value).toBe(0);
    expect(result.items[0]).toMatchObject({ ofExplained: null, pValue: 1, matters: false });
  });

  it("beyond twelve items takes relative weights", () => {
    const many = makeAnswers({
      n: 140,
      weights: Array.from({ length: 13 }, (_, j) => j / 13),
      seed: 2,
    });
    const items = Array.from({ length: 13 }, (_, j) => ({ key: String(j) }));
    const result = driverImportance(many, { items, replicates: 5 });
    const weights = relativeWeights(
      many.map(({ answers }) => answers as number[]),
      many.map(({ outcome }) => outcome),
    );
    if (weights.reason !== null) throw new Error(weights.reason);
    expect(result.method).toBe("relativeWeights");
    result.items.forEach((figure, j) => {
      expect(figure.importance.value).toBeCloseTo(weights.shares[j] as number, 10);
    });
    expect(
      driverImportance(
        many.map((row) => ({ ...row, answers: row.answers.slice(1) })),
        {
          items: items.slice(1),
          replicates: 5,
        },
      ).method,
    ).toBe("shapley");
  });

  it("leaves incomplete answers out of the shares, says how many, and keeps them in the means", () => {
    const gap: DriverRow = { account: "gap", outcome: 5, answers: [1, null, null, null] };
    const plain = driverImportance(rows, quick);
    const more = driverImportance([gap, ...rows, gap], quick);
    expect(more).toMatchObject({ n: 240, leftOut: 2, accounts: 120 });
    expect(more.items[0]?.importance).toEqual(plain.items[0]?.importance);
    const mean = plain.items[0]?.performance.value as number;
    expect(more.items[0]?.performance.value).toBeCloseTo((240 * mean + 2) / 242, 10);
    expect(more.items[0]?.performance.n).toBe(121);
    expect(more.items[1]?.performance).toEqual(plain.items[1]?.performance);
  });

  it("an item that never varies says so, and the others stand", () => {
    const items = [...four, { key: "price", group: "incentives" }, { key: "bonus" }];
    const flat = rows.map((row) => ({ ...row, answers: [...row.answers, 3, 4] }));
    const result = driverImportance(flat, { items, replicates: 200 });
    const plain = driverImportance(rows, quick);
    expect(figureOf(result.items, "price")).toMatchObject({
      importance: { value: null, n: 240, reason: "noVariation" },
      rank: null,
      matters: null,
    });
    expect(figureOf(result.items, "bonus").performance.value).toBe(4);
    expect(figureOf(result.groups, "bonus").importance).toMatchObject({ reason: "noVariation" });
    expect(figureOf(result.groups, "incentives").items).toBe(1);
    four.forEach(({ key }, j) => {
      expect(shareOf(figureOf(result.items, key))).toEqual(shareOf(plain.items[j] as DriverFigure));
    });
  });

  it("says no data, too few answers, too few accounts or no variation, with the mean answers", () => {
    const none = driverImportance([], { items: four });
    expect(none).toMatchObject({ reason: "noData", method: null, n: 0, accounts: 0 });
    expect(none.items[0]?.performance).toEqual({ value: null, n: 0, reason: "noData" });
    const nothing = rows.map((row) => ({ ...row, answers: [] }));
    expect(driverImportance(nothing, { items: [] }).reason).toBe("noData");

    const few = driverImportance(rows.slice(0, 39), quick);
    expect(few).toMatchObject({
      reason: "tooFewAnswers",
      explained: { value: null, n: 39, reason: "tooFewAnswers" },
    });
    expect(few.groups[1]).toMatchObject({
      key: "service",
      importance: { reason: "tooFewAnswers" },
    });
    expect(few.items[1]?.performance.value).not.toBeNull();
    expect(driverImportance(rows.slice(0, 40), quick).reason).toBeNull();

    const ofNine = rows.map((row, i) => ({ ...row, account: String(i % 9) }));
    expect(driverImportance(ofNine, quick).reason).toBe("tooFewAnswers");
    const ofTen = rows.map((row, i) => ({ ...row, account: String(i % 10) }));
    expect(driverImportance(ofTen, quick).reason).toBeNull();

    const alike = rows.map((row) => ({ ...row, outcome: 9 }));
    expect(driverImportance(alike, quick).reason).toBe("noVariation");
    const yes = rows.map((row) => ({ ...row, answers: [5, 5, 5, 5] }));
    expect(driverImportance(yes, quick).reason).toBe("noVariation");
  });

  it("a draw in which the outcome never varies is left out", () => {
    const lone = rows.map((row, i) => ({ ...row, account: String(i), outcome: i === 7 ? 1 : 0 }));
    const results = Array.from({ length: 12 }, (_, k) =>
      driverImportance(lone, { items: four, seed: k + 1, replicates: 1 }),
    );
    for (const { items } of results) {
      const { importance, rankRange, sameRank } = items[0] as DriverFigure;
      if (importance.value === null) throw new Error("no figure");
      if (importance.interval === null) expect([rankRange, sameRank]).toEqual([null, null]);
      else expect(Number.isFinite(importance.interval.high)).toBe(true);
    }
    const withInterval = results.filter(
      ({ explained }) => explained.value !== null && explained.interval !== null,
    );
    expect(withInterval.length).toBeGreaterThan(3);
    expect(withInterval.length).toBeLessThan(12);
  });

  it("shares stay between 0 and 1 for any answers", () => {
    const row = fc.record({
      account: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
      outcome: fc.integer({ min: 0, max: 10 }),
      answers: fc.tuple(
        fc.option(fc.integer({ min: 1, max: 5 }), { freq: 9 }),
        fc.integer({ min: 1, max: 5 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 20, maxLength: 40 }), (list) => {
        const items = [{ key: "a" }, { key: "b" }];
        const result = driverImportance(list, { items, replicates: 20 });
        expect(result.n + result.leftOut).toBe(list.length);
        for (const { importance } of [...result.items, ...result.groups]) {
          if (importance.value === null || importance.interval === null) continue;
          expect(importance.interval.low).toBeGreaterThanOrEqual(-1e-9);
          expect(importance.interval.high).toBeLessThanOrEqual(1 + 1e-9);
          expect(importance.interval.low).toBeLessThanOrEqual(importance.value);
          expect(importance.interval.high).toBeGreaterThanOrEqual(importance.value);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("names the row of bad data and a key that stands twice", () => {
    const row = { account: "a", outcome: 1, answers: [1] };
    const one = { items: [{ key: "a" }] };
    expect(() => driverImportance([{ ...row, answers: [1, 2] }], one)).toThrow(
      "rows[0].answers must have 1 values",
    );
    expect(() => driverImportance([row, { ...row, answers: [Number.NaN] }], one)).toThrow(
      "rows[1].answers[0]",
    );
    expect(() => driverImportance([{ ...row, outcome: Number.NaN }], one)).toThrow(
      "rows[0].outcome",
    );
    expect(() => driverImportance([row], { items: [{ key: "a" }, { key: "a" }] })).toThrow(
      'items[1].key "a" stands twice',
    );
    expect(() => driverImportance([row], { ...one, replicates: 0 })).toThrow("replicates");
    expect(() => driverImportance([row], { ...one, seed: 0.5 })).toThrow("seed");
  });
});
