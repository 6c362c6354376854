import { describe, expect, it } from "vitest";
import { type AnswerValue, loyaltyMovement } from "@/lib/metrics";
import { answer, asOf, assess, contract, csat, day, nps, orders, person, same } from "./builders";

const june = day("2026-06-30");
const signer = (...scores: [value: number, on: number][]) => [
  person("decisionMaker", [], {
    answers: scores.map(([value, on]) => answer(nps(value), { day: on })),
  }),
];

function movementOf(history: Parameters<typeof assess>[0], from = june, to = asOf) {
  return loyaltyMovement(assess(history, from), assess(history, to));
}

describe("moved accounts", () => {
  const contracts = [contract()];

  it("moved on a new answer that crosses the line by .10 or more", () => {
    const people = signer([8, june - 20], [10, asOf - 20]);
    expect(movementOf({ contracts, people })).toEqual({
      kind: "moved",
      from: "passive",
      to: "loyal",
    });
  });

  it("moved on behaviour when an order customer misses its late line", () => {
    const rows = orders([90, 60, 30, 0].map((ago) => june - 10 - ago));
    const people = signer([9, june - 20]);
    expect(movementOf({ rows, people }, june, june + 60)).toMatchObject({
      kind: "moved",
      from: "loyal",
      to: "latent",
    });
  });

  it("did not move where an answer only grew too old: it is no longer known", () => {
    const people = signer([9, june - 350]);
    expect(movementOf({ contracts, people })).toEqual({
      kind: "noLongerKnown",
      from: "loyal",
      to: "notKnown",
    });
  });

  it("is now heard when the first answer comes", () => {
    expect(movementOf({ contracts, people: signer([9, asOf - 5]) })).toMatchObject({
      kind: "nowHeard",
    });
  });

  it("did not move where another signer's old no fell out of the year", () => {
    const two = [
      ...signer([9, june - 20]),
      person("decisionMaker", [], { answers: [answer(nps(3), { day: june - 360 })] }),
    ];
    expect(assess({ contracts, people: two }, june).standing?.state).toBe("passive");
    expect(assess({ contracts, people: two }).standing?.state).toBe("loyal");
    expect(movementOf({ contracts, people: two })).toMatchObject({
      kind: "noLongerKnown",
      to: "loyal",
    });
  });

  it("takes notice for a movement by itself", () => {
    const ended = [contract({ noticeGivenDay: asOf - 3 })];
    expect(movementOf({ contracts: ended, people: signer([9, june - 20]) })).toMatchObject({
      kind: "moved",
      to: "leaving",
    });
  });

  it("joins and leaves are no movements on the map", () => {
    expect(movementOf({ contracts: [contract({ startDay: june + 5 })] })).toEqual({
      kind: "joined",
    });
    expect(movementOf({ contracts: [contract({ endDay: asOf })] })).toEqual({ kind: "left" });
  });

  it("refuses two accounts, and two days in the wrong order", () => {
    const one = assess({ contracts });
    expect(() => loyaltyMovement(one, { ...one, accountId: "other" })).toThrow(RangeError);
    expect(() => loyaltyMovement(one, assess({ contracts }, june))).toThrow(RangeError);
  });

  it("did not move by less than .10, nor without crossing", () => {
    // 8 is .45; 8 and the same is .425; 9 and the same .55: a change of .10 and more only from .45 down.
    const twice = (first: AnswerValue[], second: AnswerValue[]) => [
      person("decisionMaker", [], {
        answers: [
          ...first.map((value) => answer(value, { day: june - 20 })),
          ...second.map((value) => answer(value, { day: asOf - 20 })),
        ],
      }),
    ];
    const kindOf = (first: AnswerValue[], second: AnswerValue[]) =>
      movementOf({ contracts, people: twice(first, second) }).kind;
    expect(kindOf([nps(8)], [nps(9), same])).toBe("moved");
    expect(kindOf([nps(7), csat(5), same], [nps(9), same])).toBe("none");
    expect(kindOf([nps(2)], [nps(7)])).toBe("none");
    // 9 and a 3 of 5 is .50: the line is crossed, but by .05 only.
    expect(kindOf([nps(8)], [nps(9), csat(3)])).toBe("none");
  });

  it("is moved by no new answer on its own side of the line while behaviour crosses on old evidence", () => {
    const before = assess({ contracts, people: signer([9, june - 20]) }, june);
    const now = assess({ contracts, people: signer([10, asOf - 5]) });
    if (now.standing === null) throw new Error("not active");
    const after = {
      ...now,
      standing: { ...now.standing, state: "latent" as const },
      behaviour: { ...now.behaviour, score: 0.3 },
    };
    expect(loyaltyMovement(before, after).kind).toBe("none");
    const fresh = { ...after, evidence: { ...after.evidence, behaviourDay: asOf - 3 } };
    expect(loyaltyMovement(before, fresh).kind).toBe("moved");
  });

  it("did not move on old evidence: only what came after the earlier day is new", () => {
    const shifted = { recordedDay: june, effectiveDay: asOf + 5 };
    const before = assess({ contracts, people: signer([8, june - 20]) }, june);
    const after = assess({ contracts, people: signer([10, june]) });
    expect(loyaltyMovement(before, after).kind).toBe("noLongerKnown");
    expect(
      loyaltyMovement(before, assess({ contracts, people: signer([10, june + 1]) })).kind,
    ).toBe("moved");
    expect(movementOf({ contracts, churn: shifted }).kind).toBe("none");
  });

  it("moved when notice was taken back, and did not when it stood on both days", () => {
    const people = signer([9, june - 20]);
    const ending = assess({ contracts: [contract({ noticeGivenDay: june - 3 })], people }, june);
    expect(loyaltyMovement(ending, assess({ contracts, people }))).toEqual({
      kind: "moved",
      from: "leaving",
      to: "loyal",
    });
    const still = assess({ contracts: [contract({ noticeGivenDay: june - 3 })], people });
    expect(loyaltyMovement(ending, still).kind).toBe("none");
  });

  it("is none on neither day, and needs the days in order", () => {
    expect(movementOf({}).kind).toBe("none");
    const day1 = assess({ contracts }, june);
    expect(loyaltyMovement(day1, day1).kind).toBe("none");
    expect(() => loyaltyMovement(assess({ contracts }), day1)).toThrow(/^after\.asOfDay/);
    expect(() => loyaltyMovement(day1, { ...assess({ contracts }), accountId: "b" })).toThrow(
      "before and after must be the same account",
    );
  });

  it("sees new evidence of behaviour in an order, a missed line, a loss and every contract event", () => {
    const dayOf = (given: Parameters<typeof assess>[0]) => assess(given).evidence.behaviourDay;
    const old = { startDay: 0, values: [{ fromDay: 0, yearlyMinor: 5 }] };
    expect(dayOf({ contracts: [contract(old)] })).toBe(0);
    expect(dayOf({ contracts: [contract({ ...old, noticeGivenDay: asOf - 4 })] })).toBe(asOf - 4);
    const step = { fromDay: asOf - 6, yearlyMinor: 6 };
    expect(dayOf({ contracts: [contract({ ...old, values: [...old.values, step] })] })).toBe(
      asOf - 6,
    );
    const decided = { day: asOf - 7, kind: "automatic" } as const;
    expect(dayOf({ contracts: [contract({ ...old, decisions: [decided] })] })).toBe(asOf - 7);
    const ended = { ...contract(old), endDay: asOf - 8 };
    expect(dayOf({ contracts: [ended, contract(old)] })).toBe(asOf - 8);
    expect(dayOf({ contracts: [contract({ startDay: asOf - 9 })] })).toBe(asOf - 9);
    const churn = { recordedDay: asOf - 2, effectiveDay: asOf + 50 };
    expect(dayOf({ contracts: [contract(old)], churn })).toBe(asOf - 2);
    const later = contract({ ...old, noticeGivenDay: asOf + 1, endDay: asOf + 9 });
    expect(dayOf({ contracts: [later] })).toBe(0);
    const stopped = (since: number) =>
      orders(Array.from({ length: 20 }, (_, i) => asOf - since - 30 * i));
    expect(dayOf({ rows: stopped(10) })).toBe(asOf - 10);
    expect(dayOf({ rows: stopped(60) })).toBe(asOf - 60);
    expect(dayOf({ rows: stopped(61) })).toBe(asOf);
    expect(dayOf({ rows: stopped(130) })).toBe(asOf - 10);
    expect(dayOf({})).toBeNull();
  });
});
