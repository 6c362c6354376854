import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { npsByAccount, npsByAccountFourWays, type RoleAnswer } from "@/lib/metrics";
import { expectContained } from "../intervals";
import { score } from "./groups";

const answer = fc.record({
  score,
  day: fc.integer({ min: 0, max: 5 }),
  role: fc.constantFrom("decisionMaker" as const, "influencer" as const, "user" as const, null),
});
const accounts = fc.array(fc.record({ answers: fc.array(answer, { maxLength: 4 }) }), {
  maxLength: 12,
});
const WAYS = ["meanOfAll", "latestOnly", "signerFirst", "worstDecisionMaker"] as const;

function says(role: RoleAnswer["role"], value: number, day = 1): RoleAnswer {
  return { score: value, day, role };
}

function waysOf(...answers: RoleAnswer[]) {
  const four = npsByAccountFourWays([{ answers }]);
  return [...WAYS.map((way) => four[way].value), four.disagrees[0]];
}

describe("the NPS by account, four ways", () => {
  it("counts all, the latest, the signer, and the least convinced signer", () => {
    const two = [says("decisionMaker", 4, 1), says("decisionMaker", 9, 2)];
    expect(waysOf(...two, says("user", 10, 3), says("influencer", 8, 2))).toEqual([
      25,
      100,
      0,
      -100,
      true,
    ]);
    expect(waysOf(says("influencer", 8), says("user", 2), says(null, 0))).toEqual([
      expect.closeTo(-200 / 3, 9),
      expect.closeTo(-200 / 3, 9),
      0,
      null,
      false,
    ]);
    expect(waysOf(says(null, 9), says("user", 10))).toEqual([100, 100, 100, null, false]);
  });

  it("takes the mean of several latest answers of one day", () => {
    const same = [says("user", 10, 4), says("user", 0, 4), says("decisionMaker", 9, 3)];
    expect(waysOf(...same)).toEqual([expect.closeTo(100 / 3, 9), 0, 100, 100, true]);
  });

  it("disagrees where two ways lie a whole vote apart, and not for less", () => {
    const whole = [says("decisionMaker", 9, 1), says("user", 8, 2)];
    expect(waysOf(...whole)).toEqual([50, 0, 100, 100, true]);
    const less = [says("decisionMaker", 9, 2), says("user", 8, 1)];
    expect(waysOf(...less)).toEqual([50, 100, 100, 100, false]);
  });

  it("has as its first way the NPS by account, and its others of the same accounts", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const four = npsByAccountFourWays(list);
        const plain = npsByAccount(
          list.map(({ answers }) => ({
            scores: answers.map((one) => one.score),
            revenueMinor: 0,
          })),
        );
        expect(four.meanOfAll).toEqual(plain);
        for (const way of WAYS) expectContained(four[way]);
        expect(four.latestOnly.n).toBe(plain.n);
        expect(four.signerFirst.n).toBe(plain.n);
        expect(four.worstDecisionMaker.n).toBeLessThanOrEqual(plain.n);
        expect(four.disagrees).toHaveLength(list.length);
        expect(four.disagreeing).toBe(four.disagrees.filter(Boolean).length);
        expect(four.disagreeing).toBeLessThanOrEqual(plain.n);
      }),
    );
  });

  it("never puts the least convinced signer above the mean of the signers", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 5 }), (list) => {
        const signers = list.map((one) => says("decisionMaker", one));
        const four = npsByAccountFourWays([{ answers: signers }]);
        expect(four.worstDecisionMaker.value ?? 0).toBeLessThanOrEqual(
          (four.signerFirst.value ?? 0) + 1e-9,
        );
      }),
    );
  });

  it("is not known of silence in any way", () => {
    const none = npsByAccountFourWays([{ answers: [] }]);
    for (const way of WAYS) expect(none[way]).toEqual({ value: null, n: 0, reason: "noData" });
    expect(none).toMatchObject({ disagreeing: 0, disagrees: [false] });
    const users = npsByAccountFourWays([{ answers: [says("user", 9)] }]);
    expect(users.worstDecisionMaker).toEqual({ value: null, n: 0, reason: "noData" });
  });

  it("refuses bad data with account and answer", () => {
    const bad = (one: RoleAnswer) => () =>
      npsByAccountFourWays([{ answers: [] }, { answers: [one] }]);
    expect(bad(says("user", 11))).toThrow(/^accounts\[1\]\.answers\[0\]\.score must lie/);
    expect(bad(says("user", 9, 0.5))).toThrow(/^accounts\[1\]\.answers\[0\]\.day must be a whole/);
  });
});
