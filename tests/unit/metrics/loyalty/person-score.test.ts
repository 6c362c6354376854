import { describe, expect, it } from "vitest";
import { type AnswerValue, personScore, pointsOf, type SatisfactionScale } from "@/lib/metrics";
import {
  answer,
  asOf,
  better,
  csat,
  expectPrinted,
  no,
  notSure,
  nps,
  person,
  same,
  yes,
} from "./builders";

const scored = (...values: AnswerValue[]) => personScore(person("decisionMaker", values), asOf);
const scoreOf = (...values: AnswerValue[]) => scored(...values)?.score ?? null;

describe("a person's score", () => {
  const table: [
    title: string,
    values: AnswerValue[],
    liking: string,
    preference: string,
    score: string,
  ][] = [
    ["NPS 9", [nps(9)], ".70", "-", ".70"],
    ["NPS 8", [nps(8)], ".45", "-", ".45"],
    ["NPS 8, better", [nps(8), better], ".45", ".85", ".65"],
    ["NPS 8, same", [nps(8), same], ".45", ".40", ".43"],
    ["NPS 9, same", [nps(9), same], ".70", ".40", ".55"],
    ["NPS 9, same, yes", [nps(9), same, yes], ".70", ".63", ".66"],
    ["NPS 9, switching not sure: a clear no", [nps(9), notSure], ".70", ".40", ".45"],
    ["NPS 9, switching no", [nps(9), no], ".70", "0", ".35"],
    ["NPS 7, yes", [nps(7), yes], ".40", ".85", ".63"],
    ["NPS 6, yes: a clear no", [nps(6), yes], ".30", ".85", ".45"],
    ["CSat 4", [csat(4)], ".45", "-", ".45"],
    ["CSat 5", [csat(5)], ".85", "-", ".85"],
    ["NPS 9, CSat 4", [nps(9), csat(4)], ".58", "-", ".58"],
    ["NPS 10, better, yes", [nps(10), better, yes], "1.00", ".85", ".93"],
  ];
  for (const [title, values, liking, preference, score] of table)
    it(`is ${score} for ${title}`, () => {
      const person = scored(...values);
      expectPrinted(person?.liking, liking);
      expectPrinted(person?.preference, preference);
      expectPrinted(person?.score, score);
    });

  it("is held at .45 after each clear no, and by nothing else", () => {
    const of = (question: SatisfactionScale, value: number): AnswerValue => ({ question, value });
    const worse: AnswerValue = { question: "relativeAdvantage", value: "worse" };
    const noes = [nps(0), nps(6), csat(1), csat(2), worse, no, notSure];
    const others = [of("satisfaction7", 3), of("satisfaction4", 2), of("satisfaction3", 1)];
    for (const value of [...noes, ...others]) expect(scored(value)?.hasClearNo).toBe(true);
    const yeses = [nps(7), csat(3), same, better, yes];
    const middles = [of("satisfaction7", 4), of("satisfaction4", 3), of("satisfaction3", 2)];
    for (const value of [...yeses, ...middles]) expect(scored(value)?.hasClearNo).toBe(false);
    // 5 of 5 and yes give .85 each; the 6 of NPS holds (.575 + .85) / 2 down.
    expect(scoreOf(nps(6), csat(5), yes)).toBe(0.45);
    expect(scoreOf(nps(0), no)).toBe(0);
  });

  it("keeps the answers it rests on as they were given", () => {
    const given = scored(nps(9), { question: "satisfaction7", value: 5 }, same, notSure);
    const day = asOf - 20;
    expect(given).toMatchObject({
      personId: "p",
      role: "decisionMaker",
      lastAnswerDay: day,
      nps: { value: 9, day },
      satisfaction: { value: { question: "satisfaction7", answer: 5, points: 0.3 }, day },
      relativeAdvantage: { value: "same", day },
      switching: { value: "notSure", day },
      points: [0.7, 0.3, 0.4, 0.4],
    });
    expect(scored(yes)).toMatchObject({ nps: null, satisfaction: null, relativeAdvantage: null });
    expect(scored(nps(9))).toMatchObject({ switching: null, preference: null });
  });

  it("was last heard on the latest of the days it rests on", () => {
    const answers = [answer(nps(9), { day: asOf - 3 }), answer(yes, { day: asOf - 90 })];
    for (const list of [answers, answers.toReversed()])
      expect(personScore(person(null, [], { answers: list }), asOf)?.lastAnswerDay).toBe(asOf - 3);
  });

  it("counts the less favourable of two answers of one day, in any order", () => {
    for (const answers of [
      [answer(nps(9)), answer(nps(4))],
      [answer(nps(4)), answer(nps(9))],
    ])
      expect(personScore(person(null, [], { answers }), asOf)?.score).toBe(0.2);
    const captive: AnswerValue = { question: "relativeAdvantage", value: "noRealAlternative" };
    const cannotSay: AnswerValue = { question: "relativeAdvantage", value: "cannotSay" };
    const of = (...values: AnswerValue[]) => scored(...values)?.relativeAdvantage?.value;
    expect([of(captive, better), of(better, captive)]).toEqual(["better", "better"]);
    expect([of(captive, cannotSay), of(cannotSay, captive)]).toEqual(
      Array(2).fill("noRealAlternative"),
    );
  });

  it("counts confirmed answers only, and none from after the day", () => {
    for (const kind of ["provisional", "held", "staff"] as const)
      expect(
        personScore(person(null, [], { answers: [answer(nps(9), { class: kind })] }), asOf),
      ).toBeNull();
    const answers = [answer(nps(9), { day: asOf }), answer(nps(2), { day: asOf + 1 })];
    expect(personScore(person(null, [], { answers }), asOf)).toMatchObject({
      score: 0.7,
      role: "user",
    });
  });

  it("leaves out what cannot be scored, and does not take it for a no", () => {
    const captive: AnswerValue = { question: "relativeAdvantage", value: "noRealAlternative" };
    expect(scoreOf(nps(9), captive)).toBe(0.7);
    expect(scoreOf(captive)).toBeNull();
  });

  it("counts only the latest answer per question, whatever the scale of the satisfaction question", () => {
    const earlier = answer(csat(1), { day: asOf - 200 });
    const later = answer({ question: "satisfaction7", value: 7 }, { day: asOf - 3 });
    for (const answers of [
      [later, earlier],
      [earlier, later],
    ])
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
    const answers = [answer(nps(9)), answer(nps(9), { day: 0.5 })];
    expect(() => personScore(person(null, [], { answers }), asOf)).toThrow(
      /^person p answers\[1\]\.day/,
    );
  });
});

describe("the points table", () => {
  it("is the published one for NPS, CSat, relative advantage and switching", () => {
    const of = (values: AnswerValue[]) => values.map((value) => pointsOf(value));
    expect(of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(nps))).toEqual([
      0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.7, 1,
    ]);
    expect(of([1, 2, 3, 4, 5].map(csat))).toEqual([0, 0.15, 0.3, 0.45, 0.85]);
    const advantages = ["worse", "same", "better", "noRealAlternative", "cannotSay"] as const;
    expect(of(advantages.map((value) => ({ question: "relativeAdvantage", value })))).toEqual([
      0,
      0.4,
      0.85,
      null,
      null,
    ]);
    expect(of([no, notSure, yes])).toEqual([0, 0.4, 0.85]);
  });

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
