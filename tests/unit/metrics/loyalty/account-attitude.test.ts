import { describe, expect, it } from "vitest";
import { accountAttitude, defaultLoyaltySettings } from "@/lib/metrics";
import { answer, asked, asOf, csat, notSure, nps, person } from "./builders";

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

  it("disagrees where two persons lie on two sides of the line and .30 apart, or two ways .30 apart", () => {
    const of = (...people: Parameters<typeof accountAttitude>[0]) => accountAttitude(people, asOf);
    const as = (role: "decisionMaker" | "user", value: number, personId: string) =>
      person(role, [nps(value)], { personId });
    // Ways 1, 1, 1 and 1; the persons .70 and 1.
    expect(of(as("decisionMaker", 10, "a"), as("decisionMaker", 9, "b")).disagree).toBe(false);
    // Ways .42, .42, .15 and .15 lie below the line; persons .15 and .70 on two sides of it.
    expect(of(as("decisionMaker", 3, "a"), as("user", 9, "b")).disagree).toBe(true);
    // Ways .35, .35, .15 and .15; persons .15 and .45 are on one side.
    expect(of(as("decisionMaker", 3, "a"), as("user", 8, "b")).disagree).toBe(false);
    // Ways .27, .27, 0 and .40: .40 apart though all below the line.
    const zero = person("decisionMaker", [nps(0)], { personId: "z" });
    const eights = [1, 2].map((i) => as("decisionMaker", 8, `e${i}`));
    expect(of(zero, ...eights)).toMatchObject({ disagree: true, score: 0 });
    expect(of(as("user", 9, "a")).disagree).toBe(false);
    // One person in two minds: every answer .55, the person .45.
    const torn = of(person("decisionMaker", [nps(9), notSure]));
    expect(torn.ways).toMatchObject({ everyPerson: 0.45, leastConvinced: 0.45 });
    expect(torn.ways.everyAnswer).toBeCloseTo(0.55, 12);
    expect(torn.disagree).toBe(false);
  });

  it("can let another way speak, and falls back on signer first where no signer answered", () => {
    const people = [anne, jens, lone];
    const scoreBy = (way: "everyAnswer" | "everyPerson" | "leastConvinced" | "signerFirst") =>
      accountAttitude(people, asOf, { ...defaultLoyaltySettings, way }).score;
    expect(scoreBy("everyAnswer")).toBeCloseTo(0.45, 12);
    expect(scoreBy("everyPerson")).toBeCloseTo(0.45, 12);
    const other = person("decisionMaker", [nps(10)], { personId: "d" });
    const two = accountAttitude([anne, other], asOf);
    expect(two.ways).toMatchObject({ leastConvinced: 0.2, signerFirst: 0.6 });
    expect(two).toMatchObject({ score: 0.2, way: "leastConvinced" });
    expect(accountAttitude([jens, lone], asOf)).toMatchObject({
      score: 0.45,
      way: "signerFirst",
      ways: { leastConvinced: null },
    });
  });

  it("is drawn as a ring where the signer's answer cannot be scored, and says what rests on visits only", () => {
    const captive = person("decisionMaker", [
      { question: "relativeAdvantage", value: "cannotSay" },
    ]);
    expect(accountAttitude([captive, lone], asOf)).toMatchObject({ score: 0.7, mark: "ring" });
    const visit = person("user", [], { answers: [answer(csat(5), { scope: "touchpoint" })] });
    expect(accountAttitude([visit], asOf).isFromTouchpointsOnly).toBe(true);
    expect(accountAttitude([visit, jens], asOf).isFromTouchpointsOnly).toBe(false);
    expect(accountAttitude([captive], asOf).isFromTouchpointsOnly).toBe(false);
    expect(accountAttitude([visit, captive], asOf).isFromTouchpointsOnly).toBe(true);
  });

  it("hears no disagreement in one person beside another who cannot be scored", () => {
    const captive = person("user", [{ question: "relativeAdvantage", value: "cannotSay" }]);
    // One person in two minds: every answer .62, the person .45, on two sides of the line.
    const torn = person("decisionMaker", [nps(10), notSure, csat(4)], { personId: "torn" });
    const alone = accountAttitude([torn, captive], asOf);
    expect(alone.ways.everyAnswer).toBeGreaterThan(0.5);
    expect(alone).toMatchObject({ score: 0.45, disagree: false });
  });

  it("lists its persons by name, whatever order they come in", () => {
    for (const people of [
      [anne, jens, lone],
      [lone, jens, anne],
    ])
      expect(accountAttitude(people, asOf).persons.map((one) => one.personId)).toEqual([
        "anne",
        "jens",
        "lone",
      ]);
  });

  it("takes role not known as user, and influencers before users", () => {
    expect(accountAttitude([person(null, [nps(9)]), jens], asOf).score).toBe(0.45);
    expect(accountAttitude([person(null, [nps(9)])], asOf).score).toBe(0.7);
  });

  it("drops the answers of a person who is no longer a contact", () => {
    expect(accountAttitude([{ ...anne, untilDay: asOf }, jens], asOf).score).toBe(0.45);
    expect(accountAttitude([{ ...anne, untilDay: asOf + 1 }, jens], asOf).score).toBe(0.2);
    expect(accountAttitude([{ ...anne, fromDay: asOf + 1 }, jens], asOf).score).toBe(0.45);
  });

  it("is null, never 0, with the reason", () => {
    const reasonOf = (more: Parameters<typeof person>[2]) =>
      accountAttitude([person("decisionMaker", [], more)], asOf).reason;
    const old = [answer(nps(9), { day: asOf - 400 })];
    expect(accountAttitude([], asOf)).toMatchObject({
      score: null,
      reason: "neverAsked",
      way: null,
      mark: null,
    });
    expect(reasonOf({ invitations: asked(asOf - 366) })).toBe("neverAsked");
    expect(reasonOf({ invitations: asked(asOf - 14) })).toBe("askedNoAnswer");
    expect(reasonOf({ invitations: asked(asOf - 13) })).toBe("askedTooRecently");
    expect(reasonOf({ invitations: asked(asOf - 365) })).toBe("askedNoAnswer");
    expect(reasonOf({ invitations: asked(asOf + 1) })).toBe("neverAsked");
    expect(reasonOf({ invitations: asked(asOf) })).toBe("askedTooRecently");
    expect(reasonOf({ invitations: asked(asOf - 5, asOf - 40) })).toBe("askedNoAnswer");
    expect(reasonOf({ invitations: asked(asOf - 40, asOf - 5) })).toBe("askedNoAnswer");
    expect(reasonOf({ answers: old })).toBe("answersTooOld");
    expect(reasonOf({ answers: [answer(nps(9), { day: asOf + 1 })] })).toBe("neverAsked");
    const held = [answer(nps(9), { day: asOf - 400, class: "held" })];
    expect(reasonOf({ answers: held })).toBe("neverAsked");
    expect(reasonOf({ answers: old, untilDay: asOf })).toBe("neverAsked");
    expect(reasonOf({ answers: old, invitations: asked(asOf - 40) })).toBe("askedNoAnswer");
    expect(
      reasonOf({ answers: [answer({ question: "relativeAdvantage", value: "cannotSay" })] }),
    ).toBe("nothingScored");
  });
});
