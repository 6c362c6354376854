import { describe, expect, it } from "vitest";
import { type AnswerValue, personScore, pointsOf, type SatisfactionScale } from "@/lib/metrics";
import { answer, asOf, better, csat, no, notSure, nps, person, same, yes } from "./builders";

const scoreOf = (...values: AnswerValue[]) =>
  personScore(person("decisionMaker", values), asOf)?.score ?? null;

describe("a person's score", () => {
  const table: [string, AnswerValue[], number][] = [
    ["NPS 9", [nps(9)], 0.7],
    ["NPS 8", [nps(8)], 0.45],
    ["NPS 8, better", [nps(8), better], 0.65],
    ["NPS 8, same", [nps(8), same], 0.425],
    ["NPS 9, same", [nps(9), same], 0.55],
    ["NPS 9, same, yes", [nps(9), same, yes], 0.6625],
    ["NPS 9, switching not sure: a clear no", [nps(9), notSure], 0.45],
    ["NPS 9, switching no", [nps(9), no], 0.35],
    ["NPS 7, yes", [nps(7), yes], 0.625],
    ["NPS 6, yes: a clear no", [nps(6), yes], 0.45],
    ["CSat 4", [csat(4)], 0.45],
    ["CSat 5", [csat(5)], 0.85],
    ["NPS 9, CSat 4", [nps(9), csat(4)], 0.575],
    ["NPS 10, better, yes", [nps(10), better, yes], 0.925],
  ];
  for (const [title, values, expected] of table)
    it(`is ${expected} for ${title}`, () => {
      expect(scoreOf(...values)).toBeCloseTo(expected, 10);
    });

  it("leaves out what cannot be scored, and does not take it for a no", () => {
    const captive: AnswerValue = { question: "relativeAdvantage", value: "noRealAlternative" };
    expect(scoreOf(nps(9), captive)).toBe(0.7);
    expect(scoreOf(captive)).toBeNull();
  });

  it("counts only the latest answer per question, whatever the scale of the satisfaction question", () => {
    const earlier = answer(csat(1), { day: asOf - 200 });
    const later = answer({ question: "satisfaction7", value: 7 }, { day: asOf - 3 });
    const answers = [later, earlier];
    expect(personScore(person(null, [], { answers }), asOf)?.score).toBe(0.85);
  });

  it("counts touchpoint answers only for a person without a relationship answer", () => {
    const visit = answer(csat(5), { scope: "touchpoint" });
    const only = personScore(person(null, [], { answers: [visit] }), asOf);
    expect(only).toMatchObject({ score: 0.85, isFromTouchpointsOnly: true });
    const both = personScore(person(null, [], { answers: [visit, answer(nps(9))] }), asOf);
    expect(both).toMatchObject({ score: 0.7, isFromTouchpointsOnly: false });
  });

  it("counts an answer of 365 days ago and none that is older", () => {
    const aged = (days: number) =>
      person(null, [], { answers: [answer(nps(9), { day: asOf - days })] });
    expect(personScore(aged(365), asOf)?.score).toBe(0.7);
    expect(personScore(aged(366), asOf)).toBeNull();
  });

  it("names the person when an answer is off its scale", () => {
    expect(() => scoreOf(nps(11))).toThrow(/person p: nps answer 11/);
    expect(() => scoreOf(nps(Number.NaN))).toThrow(RangeError);
    expect(() => scoreOf(csat(0))).toThrow(RangeError);
    expect(() => scoreOf(nps(8.5))).toThrow(RangeError);
  });
});

describe("the points table", () => {
  it("is worth the same for the same words on every scale of satisfaction", () => {
    const points = (question: SatisfactionScale, values: number[]) =>
      values.map((value) => pointsOf({ question, value }));
    expect(points("satisfaction4", [1, 2, 3, 4])).toEqual([0, 0.15, 0.45, 0.85]);
    expect(points("satisfaction3", [1, 2, 3])).toEqual([0.15, 0.45, 0.85]);
    expect(points("satisfaction7", [1, 2, 3, 4, 5, 6, 7])).toEqual([
      0, 0.08, 0.15, 0.25, 0.3, 0.45, 0.85,
    ]);
  });
});
