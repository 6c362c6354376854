import { describe, expect, it } from "vitest";
import {
  type AnswerValue,
  accountAttitude,
  alternativeAnswer,
  npsAnswer,
  type Role,
  satisfactionAnswer,
  switchingAnswer,
} from "@/lib/metrics";
import { answer, asOf, better, csat, no, notSure, nps, person, same, yes } from "./builders";

type Said = [role: Role | null, value: AnswerValue, ago?: number];

const personsOf = (...said: Said[]) =>
  accountAttitude(
    said.map(([role, value, ago = 20], index) =>
      person(role, [], {
        personId: `p${index}`,
        answers: [answer(value, { day: asOf - ago })],
      }),
    ),
    asOf,
  ).persons;

describe("the switching answer of an account", () => {
  it("is the least favourable of the decision-makers, whatever the others say", () => {
    const mixed = personsOf(["decisionMaker", yes], ["decisionMaker", notSure], ["user", no]);
    expect(switchingAnswer(mixed)?.value).toBe("notSure");
    const three = personsOf(
      ["decisionMaker", yes],
      ["decisionMaker", no],
      ["decisionMaker", notSure],
    );
    expect(switchingAnswer(three)?.value).toBe("no");
  });

  it("stays the least favourable when another signer says yes later, in any order of persons", () => {
    const said: Said[] = [
      ["decisionMaker", no, 40],
      ["decisionMaker", yes, 9],
    ];
    const expected = { value: "no", day: asOf - 40 };
    expect(switchingAnswer(personsOf(...said))).toEqual(expected);
    expect(switchingAnswer(personsOf(...said.toReversed()))).toEqual(expected);
  });

  it("is the influencers' where no decision-maker answered, else the users'", () => {
    const influenced = personsOf(["decisionMaker", nps(9)], ["influencer", yes], ["user", no]);
    expect(switchingAnswer(influenced)?.value).toBe("yes");
    expect(switchingAnswer(personsOf([null, notSure], ["user", yes]))?.value).toBe("notSure");
    expect(switchingAnswer(personsOf(["user", nps(9)]))).toBeNull();
  });

  it("has the latest day on which it was given, in any order of persons", () => {
    const said: Said[] = [
      ["decisionMaker", no, 40],
      ["decisionMaker", no, 9],
      ["decisionMaker", no, 70],
    ];
    expect(switchingAnswer(personsOf(...said))?.day).toBe(asOf - 9);
    expect(switchingAnswer(personsOf(...said.reverse()))?.day).toBe(asOf - 9);
  });
});

describe("the alternatives of an account", () => {
  const none: AnswerValue = { question: "relativeAdvantage", value: "noRealAlternative" };
  const worse: AnswerValue = { question: "relativeAdvantage", value: "worse" };
  const cannotSay: AnswerValue = { question: "relativeAdvantage", value: "cannotSay" };
  const of = (...values: AnswerValue[]) =>
    alternativeAnswer(personsOf(...values.map((value): Said => ["decisionMaker", value])))?.value;

  it("are none before worse, worse before the same, the same before better", () => {
    expect(of(better, same, worse, none)).toBe("noRealAlternative");
    expect(of(better, same, worse)).toBe("worse");
    expect(of(better, same)).toBe("same");
    expect(of(better)).toBe("better");
  });

  it("are not known from who cannot say, and then asked of the next role", () => {
    expect(of(cannotSay)).toBeUndefined();
    const next = personsOf(["decisionMaker", cannotSay], ["influencer", same]);
    expect(alternativeAnswer(next)?.value).toBe("same");
  });
});

describe("the NPS and the satisfaction answer of an account", () => {
  it("are the lowest of those who decide", () => {
    const signers = personsOf(
      ["decisionMaker", nps(9)],
      ["decisionMaker", nps(6)],
      ["user", nps(1)],
    );
    expect(npsAnswer(signers)).toEqual({ value: 6, day: asOf - 20 });
    expect(npsAnswer(personsOf(["influencer", nps(8)], ["user", nps(1)]))?.value).toBe(8);
    expect(npsAnswer(personsOf(["decisionMaker", nps(0)]))?.value).toBe(0);
    expect(npsAnswer(personsOf(["user", csat(3)]))).toBeNull();
  });

  it("hold the scales of satisfaction against each other by their points", () => {
    const seven: AnswerValue = { question: "satisfaction7", value: 5 };
    const both = personsOf(["decisionMaker", csat(5)], ["decisionMaker", seven]);
    expect(satisfactionAnswer(both)).toEqual({
      value: { question: "satisfaction7", answer: 5, points: 0.3 },
      day: asOf - 20,
    });
    expect(satisfactionAnswer(personsOf(["user", nps(3)]))).toBeNull();
  });
});
