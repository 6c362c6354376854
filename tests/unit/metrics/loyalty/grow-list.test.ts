import { describe, expect, it } from "vitest";
import { growList, lossShares, roomToGrow, worklist } from "@/lib/metrics";
import { answer, assess, contract, day, nps, person } from "./builders";

const today = day("2026-10-02");
const room = (minor: number) =>
  roomToGrow([], minor === 0 ? [] : [{ type: "service", typicalMinor: minor, owners: 10 }], today);

function one(accountId: string, score: number | null, more: Parameters<typeof assess>[0] = {}) {
  const bound = contract({ renewal: { firstDay: day("2028-06-30"), everyMonths: 12 } });
  const answers = score === null ? [] : [answer(nps(score), { day: today - 9 })];
  const people = [person("decisionMaker", [], { answers })];
  return assess({ accountId, contracts: [bound], people, ...more }, today);
}

const rooms: { readonly [id: string]: number } = { a: 70, b: 200, c: 900, d: 0, e: 300, f: 70 };
const input = {
  roomOf: (id: string) => room(rooms[id] ?? 0),
  nameOf: (id: string) => `name ${id}`,
};

describe("the grow list", () => {
  it("comes with those who want to stay first, then by room, then by name", () => {
    const assessments = [one("e", null), one("f", 9), one("b", 8), one("a", 10)];
    const lines = growList({ ...input, assessments });
    expect(lines.map((line) => [line.accountId, line.isConvinced, line.room.roomMinor])).toEqual([
      ["a", true, 70],
      ["f", true, 70],
      ["e", false, 300],
      ["b", false, 200],
    ]);
    expect(lines[0]).toMatchObject({ name: "name a", state: "loyal" });
    expect(growList({ ...input, assessments: assessments.reverse() })).toEqual(lines);
    const alike = growList({ ...input, nameOf: () => "alike", assessments });
    expect(alike.slice(0, 2).map(({ accountId }) => accountId)).toEqual(["a", "f"]);
    const turned = growList({
      ...input,
      nameOf: () => "alike",
      assessments: assessments.toReversed(),
    });
    expect(turned).toEqual(alike);
  });

  it("leaves out who is leaving, who is gone and where there is no room", () => {
    const leaving = one("c", 10, { contracts: [contract({ noticeGivenDay: today - 3 })] });
    const gone = one("b", 10, { contracts: [] });
    expect(growList({ ...input, assessments: [leaving, gone, one("d", 10)] })).toEqual([]);
  });

  it("asks for the attitude the line asks for", () => {
    const [low] = growList({ ...input, assessments: [one("a", 9)], line: 0.71 });
    const [met] = growList({ ...input, assessments: [one("a", 9)], line: 0.7 });
    expect([low?.isConvinced, met?.isConvinced]).toEqual([false, true]);
  });

  it("has an account bound until 2028 that the worklist of 2 October leaves out", () => {
    const assessments = [one("a", 9)];
    const risk = worklist({ ...input, assessments, lossShares: lossShares([], 0) });
    expect(risk.lines).toEqual([]);
    expect(growList({ ...input, assessments }).map(({ accountId }) => accountId)).toEqual(["a"]);
  });
});
