import { describe, expect, it } from "vitest";
import { accountAttitude } from "@/lib/metrics";
import { answer, asked, asOf, csat, nps, person } from "./builders";

describe("an account's attitude", () => {
  const anne = person("decisionMaker", [nps(4)], { personId: "anne" });
  const jens = person("influencer", [nps(8)], { personId: "jens" });
  const lone = person("user", [nps(9)], { personId: "lone" });
  const visited = {
    ...lone,
    answers: [...lone.answers, answer(csat(5), { scope: "touchpoint", day: asOf - 2 })],
  };

  it("shows four ways side by side and lets the map use the least convinced signer (Grenaa Havn)", () => {
    const attitude = accountAttitude([anne, jens, visited], asOf);
    expect(attitude.ways.everyAnswer).toBeCloseTo(0.45, 10);
    expect(attitude.ways.everyPerson).toBeCloseTo(0.45, 10);
    expect(attitude.ways.leastConvinced).toBe(0.2);
    expect(attitude.ways.signerFirst).toBe(0.2);
    expect(attitude).toMatchObject({ score: 0.2, disagree: true, mark: "filled", reason: null });
  });

  it("does not call a mixed pair of users a disagreement when they are close", () => {
    const pair = [person("user", [nps(9)]), person("user", [nps(8)])];
    const attitude = accountAttitude(pair, asOf);
    expect(attitude.score).toBeCloseTo(0.575, 10);
    expect(attitude).toMatchObject({ disagree: false, mark: "ring", way: "signerFirst" });
  });

  it("takes role not known as user, and influencers before users", () => {
    expect(accountAttitude([person(null, [nps(9)]), jens], asOf).score).toBe(0.45);
    expect(accountAttitude([person(null, [nps(9)])], asOf).score).toBe(0.7);
  });

  it("drops the answers of a person who is no longer a contact", () => {
    expect(accountAttitude([{ ...anne, untilDay: asOf }, jens], asOf).score).toBe(0.45);
  });

  it("is null, never 0, with the reason", () => {
    const reasonOf = (more: Parameters<typeof person>[2]) =>
      accountAttitude([person("decisionMaker", [], more)], asOf).reason;
    const old = [answer(nps(9), { day: asOf - 400 })];
    expect(accountAttitude([], asOf)).toMatchObject({
      score: null,
      reason: "neverAsked",
      mark: null,
    });
    expect(reasonOf({ invitations: asked(asOf - 366) })).toBe("neverAsked");
    expect(reasonOf({ invitations: asked(asOf - 14) })).toBe("askedNoAnswer");
    expect(reasonOf({ invitations: asked(asOf - 13) })).toBe("askedTooRecently");
    expect(reasonOf({ answers: old })).toBe("answersTooOld");
    expect(reasonOf({ answers: old, invitations: asked(asOf - 40) })).toBe("askedNoAnswer");
    expect(
      reasonOf({ answers: [answer({ question: "relativeAdvantage", value: "cannotSay" })] }),
    ).toBe("nothingScored");
  });
});
