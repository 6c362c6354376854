import { describe, expect, it } from "vitest";
import { z95 } from "@/lib/metrics/core/result";
import { type AnswerLevel, bestCut } from "@/lib/metrics/prediction/best-cut";
import { quantile, seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { wilsonInterval } from "@/lib/metrics/statistics/wilson-interval";
import { found } from "./outcomes";

const level = (answer: number, k: number, lost: number): AnswerLevel => ({
  answer,
  n: k + lost,
  k,
});
const levels = [level(1, 3, 5), level(4, 4, 4), level(7, 0, 0), level(9, 9, 2), level(10, 7, 1)];
const draws = { seed: 7, replicates: 40 };

type Account = { readonly answer: number; readonly isKept: boolean };

/** Account by account: those kept first, answer after answer. */
function accountsOf(of: readonly AnswerLevel[]): Account[] {
  return of.flatMap(({ answer, n, k }) =>
    Array.from({ length: n }, (_, i) => ({ answer, isKept: i < k })),
  );
}

function split(accounts: readonly Account[], from: number) {
  const [below, above] = [false, true].map((isAbove) => {
    const side = accounts.filter(({ answer }) => answer >= from === isAbove);
    return { n: side.length, k: side.filter(({ isKept }) => isKept).length };
  }) as [Side, Side];
  const isEmpty = below.n === 0 || above.n === 0;
  return { below, above, gap: isEmpty ? 0 : above.k / above.n - below.k / below.n };
}

type Side = { readonly n: number; readonly k: number };

/** Agresti and Caffo: one kept and one lost added on both sides. */
function errorOf({ below, above }: { below: Side; above: Side }): number {
  const variance = ({ n, k }: Side) => (((k + 1) / (n + 2)) * ((n - k + 1) / (n + 2))) / (n + 2);
  return Math.sqrt(variance(below) + variance(above));
}

function bestFrom(accounts: readonly Account[], cuts: readonly number[]): number {
  const told = cuts.map((from) => {
    const { below, above, gap } = split(accounts, from);
    return below.n * above.n * gap * gap;
  });
  return cuts[told.findIndex((one) => one > Math.max(...told) - 1e-9)] as number;
}

/** The same by its words: every account drawn and counted by itself. */
function byHand(of: readonly AnswerLevel[], cuts: readonly number[], replicates: number) {
  const accounts = accountsOf(of);
  const random = seededRandom(draws.seed);
  const samples = Array.from({ length: replicates }, () =>
    accounts.map(() => accounts[Math.floor(random() * accounts.length)] as Account),
  );
  const chosen = samples.map((sample) => bestFrom(sample, cuts)).sort((a, b) => a - b);
  const farthest = samples
    .map((sample) =>
      Math.max(
        ...cuts.map((from) => {
          const drawn = split(sample, from);
          return Math.abs(drawn.gap - split(accounts, from).gap) / errorOf(drawn);
        }),
      ),
    )
    .sort((a, b) => a - b);
  const from = bestFrom(accounts, cuts);
  const widest = Math.max(z95, quantile(farthest, 0.95));
  const sides = split(accounts, from);
  return { from, sides, half: widest * errorOf(sides), widest, chosen };
}

describe("the best cut", () => {
  it("is what its words say, account by account", () => {
    const cut = found(bestCut(levels, 5, draws));
    const hand = byHand(levels, [4, 9, 10], draws.replicates);
    expect(hand.widest).toBeGreaterThan(1.97);
    expect(cut.from).toBe(hand.from);
    expect(cut.from).toBe(9);
    expect(cut.below).toEqual(wilsonInterval(7, 16));
    expect(cut.above).toEqual(wilsonInterval(16, 19));
    expect(cut.gap).toMatchObject({ n: 35, interval: { method: "jointBootstrap", n: 35 } });
    expect(cut.gap.value).toBeCloseTo(16 / 19 - 7 / 16, 14);
    const { low, high } = found(cut.gap.value === null ? null : cut.gap.interval);
    expect(low).toBeCloseTo(hand.sides.gap - hand.half, 12);
    expect(high).toBeCloseTo(hand.sides.gap + hand.half, 12);
    expect(cut.isReal).toBe(low > 0);
    expect(cut.chosenIn).toBeCloseTo(
      hand.chosen.filter((from) => from === 9).length / draws.replicates,
      14,
    );
    expect(cut.chosenIn).toBeLessThan(1);
    // Forty draws: the first and the last but one of them.
    expect(cut.between).toEqual([hand.chosen[1], hand.chosen[38]]);
  });

  it("is never told more surely than one that was stated beforehand", () => {
    const one = found(
      bestCut([level(1, 200, 200), level(2, 300, 100)], 5, { seed: 7, replicates: 1 }),
    );
    const hand = byHand([level(1, 200, 200), level(2, 300, 100)], [2], 1);
    const { low, high } = found(one.gap.value === null ? null : one.gap.interval);
    expect(hand.widest).toBe(z95);
    expect((high - low) / 2).toBeCloseTo(hand.half, 12);
    expect(one).toMatchObject({ from: 2, chosenIn: 1, between: [2, 2], isReal: true });
  });

  it("is placed where enough are on both sides, and on no answer that nobody gave", () => {
    const at = (of: AnswerLevel[], fewest: number) => bestCut(of, fewest, draws)?.from ?? null;
    const uneven = [level(1, 0, 4), level(2, 8, 2), level(3, 8, 1)];
    expect([4, 5].map((fewest) => at(uneven, fewest))).toEqual([2, 3]);
    const mirrored = [level(1, 8, 1), level(2, 8, 2), level(3, 0, 4)];
    expect([4, 5].map((fewest) => at(mirrored, fewest))).toEqual([3, 2]);
    expect([9, 10].map((fewest) => at(uneven, fewest))).toEqual([3, null]);
    expect(at([level(1, 0, 5), level(2, 0, 0), level(3, 5, 0)], 1)).toBe(3);
    expect(at([], 1)).toBeNull();
  });

  it("of several that tell as much is the first", () => {
    const even = [level(1, 0, 4), level(2, 2, 2), level(3, 4, 0)];
    expect(bestCut(even, 1, { seed: 1, replicates: 1 })?.from).toBe(2);
    const none = [level(1, 2, 2), level(2, 2, 2), level(3, 2, 2)];
    expect(bestCut(none, 1, { seed: 1, replicates: 1 })?.from).toBe(2);
  });

  it("a fall is real where its interval stays below 0, and no limit lies beyond 1 or -1", () => {
    const fall = found(bestCut([level(1, 40, 0), level(2, 0, 40)], 5, draws));
    expect(fall).toMatchObject({
      from: 2,
      isReal: true,
      gap: { value: -1, interval: { low: -1 } },
    });
    const rise = found(bestCut([level(1, 0, 40), level(2, 40, 0)], 5, draws));
    expect(rise).toMatchObject({ isReal: true, gap: { value: 1, interval: { high: 1 } } });
    const level2 = found(bestCut([level(1, 4, 4), level(2, 4, 4)], 5, draws));
    expect(level2).toMatchObject({ isReal: false, gap: { value: 0 } });
  });

  it("holds the draws' cuts between two answers around its own", () => {
    const lone = found(bestCut(levels, 5, { seed: 7, replicates: 1 }));
    const { chosen } = byHand(levels, [4, 9, 10], 1);
    expect(lone.between).toEqual([
      Math.min(9, chosen[0] as number),
      Math.max(9, chosen[0] as number),
    ]);
  });

  it("takes a draw that leaves a side empty, the lower or the upper, for one without a gap", () => {
    for (const thin of [
      [level(1, 0, 1), level(9, 5, 1)],
      [level(1, 1, 5), level(9, 1, 0)],
    ]) {
      const cut = found(bestCut(thin, 1, draws));
      const hand = byHand(thin, [9], draws.replicates);
      const { low } = found(cut.gap.value === null ? null : cut.gap.interval);
      expect(low).toBeCloseTo(Math.max(-1, hand.sides.gap - hand.half), 12);
      expect(cut.chosenIn).toBe(1);
    }
  });
});
