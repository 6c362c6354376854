import { describe, expect, it } from "vitest";
import {
  behaviourScore,
  keptRevenue,
  orderRhythm,
  rhythmScore,
  runningRevenue,
} from "@/lib/metrics";
import { account, asOf, assess, context, contract, day, orders } from "./builders";

/** Like orders: what n orders of one size say. */
function like(now: number, before: number, size = 100) {
  return keptRevenue({
    runningMinor: now * size,
    baseMinor: before * size,
    runningSquareSum: now * size * size,
    baseSquareSum: before * size * size,
  });
}

const contracts = (now: number, before: number) =>
  keptRevenue({ runningMinor: now, baseMinor: before });

describe("kept, proven K and behaviour", () => {
  type Row = [
    string,
    ReturnType<typeof keptRevenue>,
    number,
    number,
    number,
    number,
    string | null,
  ];
  const table: Row[] = [
    ["contract 500 to 500", contracts(500, 500), 1, 0, 1, 0.75, null],
    ["contract indexed 3 %", contracts(515, 500), 1.03, 0, 1.03, 0.79, null],
    ["contract 1,000 to 700", contracts(700, 1000), 0.7, 0, 0.7, 0.44, null],
    ["11 to 12 like orders", like(12, 11), 1.09, 0.42, 1, 0.75, null],
    ["11 to 9 like orders", like(9, 11), 0.82, 0.45, 1, 0.75, null],
    ["24 to 12 like orders", like(12, 24), 0.5, 0.35, 0.71, 0.45, null],
    ["12 to 8 like orders", like(8, 12), 0.67, 0.46, 1, 0.75, "noRealChange"],
    ["6 to 1 like orders", like(1, 6), 0.17, 1.08, 0.49, 0.31, null],
    [
      "one order of 1,200, then two of 200",
      keptRevenue({
        runningMinor: 400,
        baseMinor: 1200,
        runningSquareSum: 80_000,
        baseSquareSum: 1_440_000,
      }),
      0.33,
      1.22,
      1,
      0.75,
      "tooLumpyToSay",
    ],
    [
      "contract 800 to 800, orders 8 x 50 to 2 x 50",
      keptRevenue({
        runningMinor: 900,
        baseMinor: 1200,
        runningSquareSum: 5000,
        baseSquareSum: 20_000,
      }),
      0.75,
      0.14,
      0.86,
      0.58,
      null,
    ],
  ];
  for (const [title, kept, ratio, error, proven, score, note] of table)
    it(`${title}: K ${ratio}, proven ${proven}, kept ${score}`, () => {
      expect(kept.ratio).toBeCloseTo(ratio, 2);
      expect(kept.standardError).toBeCloseTo(error, 2);
      expect(kept.provenRatio).toBeCloseTo(proven, 2);
      expect(Math.abs((kept.score ?? -1) - score)).toBeLessThanOrEqual(0.00501);
      expect(kept.note).toBe(note);
    });

  it("is the weaker link: kept .75 with the rhythm of 94 days against 31 is .24", () => {
    const days = [0, 31, 62, 93].map((offset) => asOf - 94 - 93 + offset);
    const behaviour = behaviourScore({
      kept: like(9, 11),
      rhythm: orderRhythm(days, asOf),
      revenue: {
        orderMinor: 9,
        runningMinor: 9,
        baseMinor: 11,
        baseOrderMinor: 11,
        isShortHistory: false,
      },
    });
    expect(behaviour.score).toBeCloseTo(0.24, 2);
  });

  it("knows the rhythm's points of the table: .93 at 25 days against 22 and 44", () => {
    expect(rhythmScore(25, 22, 44)).toBeCloseTo(0.93, 2);
    expect(rhythmScore(20, 31, 62)).toBe(1);
  });

  it("is 0 when nothing was ordered in 12 months", () => {
    const old = [0, 60, 120, 180, 240].map((offset) => asOf - 700 + offset);
    const assessment = assess({ rows: orders(old) });
    expect(assessment.behaviour).toMatchObject({ score: 0, rhythmScore: 0 });
    expect(assessment.behaviour.kept).toMatchObject({ ratio: 0, provenRatio: 0, score: 0 });
    expect(assessment.standing).toBeNull();
  });

  it("is null and too new without a base and with fewer than three gaps, with the day it will be known", () => {
    const { behaviour } = assess({ rows: orders([day("2026-04-20"), day("2026-06-10")]) });
    expect(behaviour).toMatchObject({
      score: null,
      reason: "tooNew",
      knownFromDay: day("2027-04-30"),
    });
    const young = assess({ contracts: [contract({ startDay: day("2026-05-15") })] });
    expect(young.behaviour).toMatchObject({
      score: null,
      reason: "tooNew",
      knownFromDay: day("2027-05-15"),
    });
  });

  it("rests on rhythm alone once a new account has three gaps", () => {
    const days = [120, 90, 60, 30].map((ago) => asOf - ago);
    expect(assess({ rows: orders(days) }).behaviour).toMatchObject({ score: 1, reason: null });
  });

  it("lets rhythm count only where orders are the bigger half", () => {
    const days = [700, 660, 620, 580, 540, 500].map((ago) => asOf - ago);
    const big = assess({ rows: orders(days, 10_00), contracts: [contract()] });
    expect(big.rhythm.status).toBe("lost");
    expect(big.behaviour.rhythmScore).toBeNull();
  });

  it("does not let a few orders beside a standing order decide", () => {
    const placed = [700, 660, 620, 580, 540, 500].map((ago) => asOf - ago);
    const standing = Array.from({ length: 24 }, (_, i) => ({
      day: asOf - 700 + 29 * i,
      amountMinor: 500_00,
      choice: "automatic" as const,
    }));
    const { behaviour, activity } = assess({ rows: [...orders(placed, 10_00), ...standing] });
    expect(behaviour.rhythmScore).toBeNull();
    expect(activity.isActive).toBe(true);
  });

  it("says the history is too short while the data hold no two windows of six months", () => {
    const young = { ...context, dataFromMonth: context.dataFromMonth + 12 * 4 };
    const history = account({ rows: orders([asOf - 60, asOf - 30]) });
    const revenue = runningRevenue(history, asOf, young);
    expect(revenue).toMatchObject({ baseMinor: null, windowMonths: 9, isShortHistory: true });
    expect(
      behaviourScore({ kept: keptRevenue(revenue), rhythm: orderRhythm([], asOf), revenue }).reason,
    ).toBe("historyTooShort");
  });

  it("can take share of wallet as a third link", () => {
    const revenue = {
      orderMinor: 0,
      runningMinor: 5,
      baseMinor: 5,
      baseOrderMinor: 0,
      isShortHistory: false,
    };
    const rhythm = orderRhythm([], 0);
    const input = { kept: contracts(5, 5), rhythm, revenue };
    expect(behaviourScore({ ...input, walletShare: 0.3 }).score).toBe(0.3);
    expect(behaviourScore({ ...input, walletShare: null }).score).toBe(0.75);
  });
});
