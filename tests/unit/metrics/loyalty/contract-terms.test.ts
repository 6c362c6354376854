import { describe, expect, it } from "vitest";
import { decisionDay } from "@/lib/metrics";
import { asOf, contract, day } from "./builders";

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
    expect(decisionDay({ ...fixed, endDay: null }, asOf)).toBeNull();
  });

  it("keeps month ends: 31 January, 28 February, 31 March", () => {
    const monthly = contract({
      renewal: { firstDay: day("2026-01-31"), everyMonths: 1 },
      noticeDays: 0,
    });
    expect(decisionDay(monthly, day("2026-02-01"))).toBe(day("2026-02-28"));
    expect(decisionDay(monthly, day("2026-03-01"))).toBe(day("2026-03-31"));
  });
});
