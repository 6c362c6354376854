import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netPromoterScore, statisticOrAnswers } from "@/lib/metrics";

const answers = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 20 });

describe("a statistic or the answers themselves", () => {
  it("shows nine answers as answers and ten as a figure", () => {
    const nine = [9, 8, 10, 4, 7, 8, 9, 10, 2];
    expect(statisticOrAnswers(nine, netPromoterScore)).toEqual({
      value: null,
      n: 9,
      reason: "tooFewAnswers",
      answers: [2, 4, 7, 8, 8, 9, 9, 10, 10],
    });
    const ten = [...nine, 10];
    expect(statisticOrAnswers(ten, netPromoterScore)).toEqual(netPromoterScore(ten));
  });

  it("takes the setting, and never makes a figure of nothing", () => {
    fc.assert(
      fc.property(answers, fc.nat({ max: 15 }), (list, minimum) => {
        const result = statisticOrAnswers(list, (given) => ({ count: given.length }), { minimum });
        const isEnough = list.length > 0 && list.length >= minimum;
        if (isEnough) expect(result).toEqual({ count: list.length });
        else expect(result).toMatchObject({ value: null, n: list.length });
      }),
    );
  });

  it("counts accounts where several answers belong to one", () => {
    const dozen = Array.from({ length: 12 }, (_, index) => index % 10);
    const few = statisticOrAnswers(dozen, () => "figure", { units: 9 });
    expect(few).toMatchObject({ value: null, n: 9, reason: "tooFewAnswers" });
    expect(statisticOrAnswers(dozen, () => "figure", { units: 10 })).toBe("figure");
    expect(() => statisticOrAnswers(dozen, () => 0, { units: 0.5 })).toThrow(
      /^units must be a whole number/,
    );
  });

  it("leaves the given list as it was", () => {
    const given = [3, 1, 2];
    statisticOrAnswers(given, () => null);
    expect(given).toEqual([3, 1, 2]);
  });

  it("refuses an answer that is no number, and a minimum that is no count", () => {
    expect(() => statisticOrAnswers([1, Number.NaN], () => 0)).toThrow(/^answers\[1\] must be/);
    expect(() => statisticOrAnswers([1], () => 0, { minimum: -1 })).toThrow(
      /^minimum must be a whole number/,
    );
    expect(() => statisticOrAnswers([1], () => 0, { minimum: 2.5 })).toThrow(/^minimum/);
  });
});
