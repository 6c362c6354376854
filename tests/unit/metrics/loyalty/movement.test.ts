import { describe, expect, it } from "vitest";
import { loyaltyMovement } from "@/lib/metrics";
import { answer, asOf, assess, contract, day, nps, orders, person } from "./builders";

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
});
