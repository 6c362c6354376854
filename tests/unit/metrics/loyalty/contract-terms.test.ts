import { describe, expect, it } from "vitest";
import { type Contract, contractValue, decisionDay } from "@/lib/metrics";
import { asOf, assess, contract, day, orders } from "./builders";

describe("the decision date", () => {
  it("is the last day on which notice still takes effect, and moves on with each term", () => {
    const yearly = contract({ renewal: { firstDay: day("2024-12-31"), everyMonths: 12 } });
    expect(decisionDay(yearly, day("2026-09-30"))).toBe(day("2026-12-31") - 90);
    expect(decisionDay(yearly, day("2026-12-31") - 90)).toBe(day("2026-12-31") - 90);
    expect(decisionDay(yearly, day("2026-12-31") - 89)).toBe(day("2027-12-31") - 90);
  });

  it("is the end date without automatic renewal, and none once notice is given", () => {
    const fixed = contract({ renewal: null, endDay: day("2027-01-31") });
    expect(decisionDay(fixed, asOf)).toBe(day("2027-01-31"));
    expect(decisionDay({ ...fixed, noticeGivenDay: asOf }, asOf)).toBeNull();
    expect(decisionDay({ ...fixed, noticeGivenDay: asOf + 1 }, asOf)).toBe(day("2027-01-31"));
    expect(decisionDay({ ...fixed, endDay: null }, asOf)).toBeNull();
  });

  it("is none while the contract does not run, and never after its agreed end", () => {
    const later = contract({ startDay: asOf + 1 });
    expect(decisionDay(later, asOf)).toBeNull();
    const ends = contract({
      endDay: asOf + 10,
      renewal: { firstDay: asOf + 200, everyMonths: 12 },
    });
    expect(decisionDay(ends, asOf)).toBe(asOf + 10);
    expect(decisionDay(ends, asOf + 10)).toBeNull();
  });

  it("keeps month ends: 31 January, 28 February, 31 March", () => {
    const monthly = contract({
      renewal: { firstDay: day("2026-01-31"), everyMonths: 1 },
      noticeDays: 0,
    });
    expect(decisionDay(monthly, day("2026-02-01"))).toBe(day("2026-02-28"));
    expect(decisionDay(monthly, day("2026-03-01"))).toBe(day("2026-03-31"));
    const quarterly = contract({
      renewal: { firstDay: day("2026-06-30"), everyMonths: 3 },
      noticeDays: 0,
    });
    expect(decisionDay(quarterly, day("2026-10-01"))).toBe(day("2026-12-31"));
  });

  it("counts to the first renewal before it, and refuses terms that cannot be", () => {
    const young = contract({ renewal: { firstDay: asOf + 900, everyMonths: 6 }, noticeDays: 0 });
    expect(decisionDay(young, asOf)).toBe(asOf + 900);
    const wrong = (more: Partial<Contract>) => () => decisionDay(contract(more), asOf);
    expect(wrong({ noticeDays: -1 })).toThrow(/^contract\.noticeDays/);
    expect(wrong({ renewal: { firstDay: asOf, everyMonths: 0 } })).toThrow(
      /^contract\.renewal\.everyMonths/,
    );
  });
});

describe("the contract's value", () => {
  const steps = contract({
    startDay: 0,
    endDay: 730,
    values: [
      { fromDay: 365, yearlyMinor: 1030 },
      { fromDay: 0, yearlyMinor: 1000 },
    ],
  });

  it("is the latest step on or before the day, 0 before the start and from the end on", () => {
    const values = [-1, 0, 364, 365, 729, 730].map((on) => contractValue(steps, on));
    expect(values).toEqual([0, 1000, 1000, 1030, 1030, 0]);
  });

  it("is the first step where the contract starts before it", () => {
    const late = {
      ...steps,
      values: [
        { fromDay: 100, yearlyMinor: 5 },
        { fromDay: 50, yearlyMinor: 3 },
      ],
    };
    expect(contractValue(late, 10)).toBe(3);
    expect(contractValue({ ...late, values: late.values.toReversed() }, 10)).toBe(3);
  });

  it("refuses a contract without value, and a value that is no amount", () => {
    expect(() => contractValue({ ...steps, values: [] }, 10)).toThrow(
      "contract.values must hold at least one step",
    );
    const wrong = { ...steps, values: [{ fromDay: 0, yearlyMinor: -1 }] };
    expect(() => contractValue(wrong, 10)).toThrow(/^contract\.values\.yearlyMinor/);
  });
});

describe("what running contracts allow within a year", () => {
  const decides = (ahead: number, yearlyMinor = 100) =>
    contract({
      values: [{ fromDay: 0, yearlyMinor }],
      renewal: { firstDay: asOf + ahead, everyMonths: 36 },
      noticeDays: 0,
    });
  const inAYear = day("2027-09-30") - asOf;
  const lost = (...contracts: Contract[]) => assess({ contracts }).canBeLostMinor;

  it("can be lost where the decision lies within 12 months, and where no day is known", () => {
    expect(lost(decides(inAYear))).toBe(100);
    expect(lost(decides(inAYear + 1))).toBe(0);
    expect(lost(decides(10, 7), decides(900, 100))).toBe(7);
    expect(lost(contract({ renewal: null, values: [{ fromDay: 0, yearlyMinor: 9 }] }))).toBe(9);
  });

  it("is bound until the earliest decision where all lie beyond 12 months", () => {
    const boundOf = (...contracts: Contract[]) => assess({ contracts }).boundUntilDay;
    expect(boundOf(decides(900), decides(700))).toBe(asOf + 700);
    expect(boundOf(decides(900), decides(inAYear))).toBeNull();
    expect(boundOf(decides(900), contract({ renewal: null }))).toBeNull();
    expect(boundOf(contract({ endDay: asOf }), decides(900))).toBe(asOf + 900);
    expect(assess({ rows: orders([asOf - 5]) }).boundUntilDay).toBeNull();
  });

  it("under notice can be lost where it takes effect within 12 months, and binds nothing", () => {
    const ending = (ahead: number) => ({ ...decides(ahead), noticeGivenDay: asOf - 3 });
    expect(lost(ending(inAYear))).toBe(100);
    expect(lost(ending(inAYear + 1))).toBe(0);
    const {
      boundUntilDay,
      noticeGivenDay,
      decisionDay: decision,
      standing,
    } = assess({
      contracts: [ending(900), decides(800)],
    });
    expect({ boundUntilDay, noticeGivenDay, decision }).toEqual({
      boundUntilDay: null,
      noticeGivenDay: asOf - 3,
      decision: asOf + 800,
    });
    expect(standing?.state).toBe("leaving");
  });

  it("ends with the account: a recorded end within 12 months puts bound contracts at stake too", () => {
    const ends = (ahead: number) => ({ recordedDay: asOf - 2, effectiveDay: asOf + ahead });
    const of = (ahead: number) => assess({ contracts: [decides(900)], churn: ends(ahead) });
    expect(of(inAYear)).toMatchObject({
      canBeLostMinor: 100,
      boundUntilDay: null,
      noticeGivenDay: asOf - 2,
    });
    expect(of(inAYear + 1).canBeLostMinor).toBe(0);
    expect(of(30).byWhenDay).toBe(asOf + 30);
    const today = { recordedDay: asOf, effectiveDay: asOf + 30 };
    expect(assess({ contracts: [decides(900)], churn: today }).noticeGivenDay).toBe(asOf);
    const later = { recordedDay: asOf + 1, effectiveDay: asOf + 30 };
    expect(assess({ contracts: [decides(900)], churn: later })).toMatchObject({
      canBeLostMinor: 0,
      noticeGivenDay: null,
    });
  });

  it("tells the earliest notice and the earliest end of several", () => {
    const first = { ...decides(200), noticeGivenDay: asOf - 9 };
    const second = { ...decides(100), noticeGivenDay: asOf - 2 };
    const both = assess({ contracts: [first, second] });
    expect([both.noticeGivenDay, both.byWhenDay]).toEqual([asOf - 9, asOf + 100]);
  });

  it("takes effect at the agreed end, at the next renewal notice still reaches, else after the notice days", () => {
    const endOf = (more: Partial<Contract>) =>
      assess({ contracts: [contract({ noticeGivenDay: asOf - 3, noticeDays: 30, ...more })] })
        .byWhenDay;
    expect(endOf({ endDay: asOf + 5 })).toBe(asOf + 5);
    expect(endOf({ renewal: { firstDay: asOf + 27, everyMonths: 1 } })).toBe(asOf + 27);
    expect(endOf({ renewal: { firstDay: asOf + 26, everyMonths: 1 } })).toBe(day("2026-11-26"));
    expect(endOf({ renewal: null })).toBe(asOf + 27);
  });

  it("adds what orders bring, never more than the running revenue and never less than nothing", () => {
    const rows = orders([asOf - 20], 40);
    expect(assess({ contracts: [decides(900)], rows }).canBeLostMinor).toBe(40);
    const credit = [{ day: asOf - 20, amountMinor: -30, choice: "active" as const }];
    expect(assess({ contracts: [decides(20)], rows: credit }).canBeLostMinor).toBe(70);
    expect(assess({ contracts: [decides(900)], rows: credit }).canBeLostMinor).toBe(0);
  });
});
