import { describe, expect, it } from "vitest";
import {
  accountStanding,
  behaviourScore,
  keptRevenue,
  orderRhythm,
  runningRevenue,
} from "@/lib/metrics";
import { account, asOf, assess, context, contract, day, expectPrinted, orders } from "./builders";

const contracts = (now: number, before: number) =>
  keptRevenue({ runningMinor: now, baseMinor: before });

const every = (days: number, lastAgo: number, count: number) =>
  Array.from({ length: count }, (_, i) => asOf - lastAgo - days * i).reverse();

/** Order days that lie so many days apart, the latest gap first. */
function back(lastAgo: number, gaps: readonly number[]): number[] {
  const days = [asOf - lastAgo];
  for (const gap of gaps) days.unshift((days[0] as number) - gap);
  return days;
}

const of = (count: number, gap: number) => Array.from({ length: count }, () => gap);
const flat = (now: number, before: number) =>
  contract({
    values: [
      { fromDay: 0, yearlyMinor: before },
      { fromDay: asOf - 100, yearlyMinor: now },
    ],
  });

describe("behaviour from an account's own contracts and orders", () => {
  const table: [title: string, history: Parameters<typeof assess>[0], printed: string][] = [
    ["contract 500 to 500", { contracts: [flat(500, 500)] }, "1.00 0 1.00 .75 - .75"],
    ["contract indexed 3 %", { contracts: [flat(515, 500)] }, "1.03 0 1.03 .79 - .79"],
    ["contract 1,000 to 700", { contracts: [flat(700, 1000)] }, ".70 0 .70 .44 - .44"],
    [
      "11 to 12 like orders, last 20 days ago, E 31 L 62",
      { rows: orders(every(31, 20, 23)) },
      "1.09 .42 1.00 .75 1.00 .75",
    ],
    [
      "11 to 9 like orders, last 94 days ago, E 31 L 62",
      { rows: orders(every(31, 94, 20)) },
      ".82 .45 1.00 .75 .24 .24",
    ],
    [
      "24 to 12 like orders, last 25 days ago, E 22 L 44",
      { rows: orders(back(25, [...of(7, 22), ...of(5, 44), ...of(23, 14)])) },
      ".50 .35 .71 .45 .93 .45",
    ],
    [
      "12 to 8 like orders, on time",
      { rows: orders(back(10, [...of(8, 45), ...of(11, 31)])) },
      ".67 .46 1.00 .75 1.00 .75",
    ],
    [
      "6 to 1 like orders, placed by themselves",
      {
        rows: orders(back(10, [360, ...of(5, 60)])).map((row) => ({ ...row, choice: "automatic" })),
      },
      ".17 1.08 .49 .31 - .31",
    ],
    [
      "one order of 1,200, then two of 200",
      { rows: [...orders([asOf - 500], 1200), ...orders([asOf - 200, asOf - 100], 200)] },
      ".33 1.22 1.00 .75 - .75",
    ],
    [
      "contract 800 to 800, orders 8 x 50 to 2 x 50",
      {
        contracts: [flat(800, 800)],
        rows: orders([...every(40, 380, 8), asOf - 200, asOf - 100], 50),
      },
      ".75 .14 .86 .58 - .58",
    ],
    ["no order in 12 months, base 5 orders", { rows: orders(every(60, 460, 5)) }, "0 - 0 0 0 0"],
  ];
  for (const [title, history, printed] of table)
    it(`${title}: K, SE, proven K, kept, rhythm, behaviour ${printed}`, () => {
      const { kept, rhythmScore, score } = assess(history).behaviour;
      const { ratio, standardError, provenRatio } = kept;
      const digits = printed.split(" ");
      const values = [ratio, standardError, provenRatio, kept.score, rhythmScore, score];
      digits.forEach((one, index) => {
        expectPrinted(values[index], one);
      });
    });

  it("has the usual interval and the late line the table names", () => {
    const rhythmOf = (index: number) => {
      const { rhythm } = assess(table[index]?.[1] ?? {});
      return rhythm.score === null ? null : [rhythm.usualDays, rhythm.lateLineDays];
    };
    expect([3, 4, 5].map(rhythmOf)).toEqual([
      [31, 62],
      [31, 62],
      [22, 44],
    ]);
  });

  it("says no real change, and too lumpy to say, in words", () => {
    const noteOf = (index: number) => assess(table[index]?.[1] ?? {}).behaviour.kept.note;
    expect([6, 8].map(noteOf)).toEqual(["noRealChange", "tooLumpyToSay"]);
  });
});

describe("the behaviour score", () => {
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

  it("lets rhythm count for a new account where placed orders are more than half of what runs", () => {
    const rhythm = orderRhythm([30, 60, 90, 120], 200);
    const scoreOf = (orderMinor: number, more: Partial<typeof known> = {}) =>
      behaviourScore({
        kept: contracts(100, 0),
        rhythm,
        revenue: { ...known, orderMinor, ...more },
      }).rhythmScore;
    const known = {
      orderMinor: 0,
      automaticOrderMinor: 0,
      runningMinor: 100,
      baseMinor: 0 as number | null,
      baseOrderMinor: 0 as number | null,
      isShortHistory: false,
    };
    expect(rhythm.score).not.toBeNull();
    for (const base of [{}, { baseMinor: null, baseOrderMinor: null }]) {
      expect(scoreOf(51, base)).toBe(rhythm.score);
      expect(scoreOf(50, base)).toBeNull();
      expect(scoreOf(90, { ...base, automaticOrderMinor: 40 })).toBeNull();
      expect(scoreOf(90, { ...base, automaticOrderMinor: 39 })).toBe(rhythm.score);
    }
  });

  it("asks the base which half was bigger, where there is one", () => {
    const rhythm = orderRhythm([30, 60, 90, 120], 200);
    const scoreOf = (baseOrderMinor: number, baseAutomaticOrderMinor = 0) =>
      behaviourScore({
        kept: contracts(100, 100),
        rhythm,
        revenue: {
          orderMinor: 100 - baseOrderMinor,
          runningMinor: 100,
          baseMinor: 100,
          baseOrderMinor,
          baseAutomaticOrderMinor,
          isShortHistory: false,
        },
      }).rhythmScore;
    expect([scoreOf(50), scoreOf(51), scoreOf(91, 41)]).toEqual([null, rhythm.score, null]);
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

  it("tells the day a base will be known sooner where the windows are still short", () => {
    // Data from October 2024: two windows of 12 whole months from the close of September 2026 on.
    const young = { ...context, dataFromMonth: 2024 * 12 + 9 };
    const at = (asOfDay: number, dates: readonly string[]) =>
      accountStanding(account({ rows: orders(dates.map(day)) }), asOfDay, young).behaviour;
    // At the end of May 2026 two windows of ten months, at the end of August two of eleven: that base
    // ends in September 2025.
    const may = day("2026-05-31");
    expect(at(may, ["2025-09-10"])).toMatchObject({
      score: null,
      reason: "tooNew",
      knownFromDay: day("2026-08-31"),
    });
    expect(at(may, ["2026-02-10"]).knownFromDay).toBe(day("2027-02-28"));
    // What is ordered later in the month is not known yet.
    expect(at(day("2026-05-10"), ["2026-05-20"]).knownFromDay).toBeNull();
    expect(at(day("2026-05-25"), ["2026-05-20"]).knownFromDay).toBe(day("2027-05-31"));
  });

  it("has no day to tell where nothing was bought yet, and none where it is known", () => {
    expect(assess({}).behaviour).toMatchObject({ score: null, knownFromDay: null });
    expect(assess({ contracts: [contract()] }).behaviour.knownFromDay).toBeNull();
    const today = assess({ contracts: [contract({ startDay: asOf })] });
    expect(today.behaviour.knownFromDay).toBe(day("2027-09-30"));
    const later = [contract(), contract({ startDay: asOf + 5 })];
    expect(assess({ contracts: later.slice(1) }).behaviour.knownFromDay).toBeNull();
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
