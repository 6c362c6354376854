import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retentionJump, wilsonInterval } from "@/lib/metrics";
import { generator } from "../drivers/answers";
import { accounts, anyOutcomes, found } from "./outcomes";

const quick = { replicates: 200 };
const given = (answer: number, retained: number, lost: number) =>
  accounts(answer, retained, lost).map(({ score, isRetained }) => ({ answer: score, isRetained }));

/** Half stay up to 8, nine of ten from 9 on. */
const jumpAtNine = [6, 7, 8]
  .flatMap((answer) => given(answer, 20, 20))
  .concat([9, 10].flatMap((answer) => given(answer, 36, 4)));

describe("retention jump", () => {
  it("finds the answer from which on more are retained", () => {
    const { cut, answers, n, lost, reason } = retentionJump(jumpAtNine);
    expect([n, lost, reason]).toEqual([200, 68, null]);
    expect(answers[2]).toEqual({ answer: 8, retained: wilsonInterval(20, 40) });
    expect(cut).toMatchObject({
      from: 9,
      isReal: true,
      below: { value: 0.5, n: 120 },
      above: { value: 0.9, n: 80 },
    });
    expect(cut?.gap.value).toBeCloseTo(0.4, 12);
    expect(cut?.chosenIn).toBeGreaterThan(0.9);
    expect(cut?.between[0]).toBeGreaterThanOrEqual(8);
    expect(cut?.between[1]).toBeLessThanOrEqual(10);
  });

  it("the interval is wider than that of a cut stated beforehand, and contains the gap", () => {
    const { cut } = retentionJump(jumpAtNine);
    const gap = found(cut).gap;
    if (gap.value === null) throw new Error("no gap");
    const { low, high, method } = found(gap.interval);
    const variance = (k: number, n: number) =>
      (((k + 1) / (n + 2)) * (1 - (k + 1) / (n + 2))) / (n + 2);
    const error = Math.sqrt(variance(60, 120) + variance(72, 80));
    expect(method).toBe("jointBootstrap");
    expect(high - gap.value).toBeCloseTo(gap.value - low, 10);
    expect((high - gap.value) / error).toBeGreaterThan(2.05);
    expect((high - gap.value) / error).toBeLessThan(2.8);
  });

  it("takes the cut that explains most, by trying all of them", () => {
    fc.assert(
      fc.property(anyOutcomes, (list) => {
        const rows = list.map(({ score, isRetained }) => ({ answer: score, isRetained }));
        const { cut, answers } = retentionJump(rows, { fewest: 3, replicates: 1 });
        const told = (from: number) => {
          const [low, high] = [false, true].map((isAbove) => {
            const side = rows.filter(({ answer }) => answer >= from === isAbove);
            return { n: side.length, k: side.filter(({ isRetained }) => isRetained).length };
          });
          if (low === undefined || high === undefined || Math.min(low.n, high.n) < 3) return -1;
          return low.n * high.n * (high.k / high.n - low.k / low.n) ** 2;
        };
        const most = Math.max(-1, ...answers.map(({ answer }) => told(answer)));
        if (cut === null) return;
        expect(told(cut.from)).toBeCloseTo(most, 8);
        expect(cut.gap.value).toBeGreaterThanOrEqual(-1);
        const { low, high } = found(cut.gap.value === null ? null : cut.gap.interval);
        expect(low).toBeLessThanOrEqual(cut.gap.value as number);
        expect(high).toBeGreaterThanOrEqual(cut.gap.value as number);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it("answers of pure chance hold no jump, though the best of ten cuts looks like one", () => {
    const random = generator(21);
    let real = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const rows = Array.from({ length: 120 }, () => ({
        answer: Math.floor(11 * random()),
        isRetained: random() < 0.8,
      }));
      if (retentionJump(rows, { seed, replicates: 100 }).cut?.isReal) real += 1;
    }
    expect(real).toBeLessThanOrEqual(9);
  });

  it("a fall is found as well, and is negative", () => {
    const fall = jumpAtNine.map(({ answer, isRetained }) => ({ answer: 20 - answer, isRetained }));
    const { cut } = retentionJump(fall, quick);
    expect(cut).toMatchObject({ from: 12, isReal: true });
    expect(cut?.gap.value).toBeCloseTo(-0.4, 12);
  });

  it("leaves enough accounts on both sides", () => {
    const rows = [...given(1, 0, 9), ...given(5, 20, 20), ...given(9, 30, 10)];
    expect(retentionJump(rows, quick).cut?.from).toBe(9);
    expect(retentionJump(rows, { ...quick, fewest: 9 }).cut?.from).toBe(5);
    expect(retentionJump([...rows, ...given(1, 0, 1)], quick).cut?.from).toBe(5);
    const few = [...given(1, 4, 5), ...given(9, 30, 10)];
    expect(retentionJump(few, quick)).toMatchObject({ cut: null, reason: "tooFewAnswers" });
  });

  it("answers of the scale that nobody gave stand empty, and no cut is placed on them", () => {
    const scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const rows = [...given(3, 10, 20), ...given(9, 25, 5)];
    const { answers, cut } = retentionJump(rows, { ...quick, scale });
    expect(answers).toHaveLength(11);
    expect(answers[5]?.retained).toEqual({ value: null, n: 0, reason: "noData" });
    expect(cut).toMatchObject({ from: 9, chosenIn: 1, between: [9, 9] });
  });

  it("is the same for the same seed and whatever the order of rows", () => {
    expect(retentionJump(jumpAtNine.toReversed(), quick)).toEqual(retentionJump(jumpAtNine, quick));
    expect(retentionJump(jumpAtNine, { ...quick, seed: 2 })).not.toEqual(
      retentionJump(jumpAtNine, quick),
    );
  });

  it("says no data, nothing differs, and holds in draws that leave a side empty", () => {
    expect(retentionJump([])).toEqual({ answers: [], cut: null, n: 0, lost: 0, reason: "noData" });
    expect(retentionJump(given(9, 5, 0))).toMatchObject({ cut: null, reason: "nothingDiffers" });
    expect(retentionJump(given(9, 0, 5))).toMatchObject({ cut: null, reason: "nothingDiffers" });
    const thin = [...given(1, 0, 1), ...given(9, 5, 1)];
    const { cut } = retentionJump(thin, { fewest: 1 });
    const { low, high } = found(cut?.gap.value == null ? null : cut.gap.interval);
    expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
  });

  it("names the row of bad data", () => {
    expect(() => retentionJump([{ answer: Number.NaN, isRetained: true }])).toThrow(
      "rows[0].answer",
    );
    const off = [...given(3, 1, 0), { answer: 11, isRetained: true }];
    expect(() => retentionJump(off, { scale: [3, 9] })).toThrow(
      "rows[1].answer 11 is not on the scale",
    );
    expect(() => retentionJump([], { fewest: 0 })).toThrow("fewest");
    expect(() => retentionJump([], { replicates: 0 })).toThrow("replicates");
  });
});
