import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountHistory,
  accountStanding,
  defaultLoyaltySettings,
  mapSensitivity,
  mapTotals,
  sensitivityCuts,
} from "@/lib/metrics";
import {
  account,
  answer,
  asOf,
  assess,
  context,
  contract,
  csat,
  nps,
  orders,
  person,
} from "./builders";
import { histories } from "./random-history";

const million = 100_000_000;
const standAt = (history: AccountHistory, more: Partial<typeof defaultLoyaltySettings> = {}) =>
  accountStanding(history, asOf, { ...context, settings: { ...context.settings, ...more } });
const rowsOf = (list: readonly AccountHistory[]) =>
  list.map((history) => ({ history, standing: standAt(history) }));

function lot(accountId: string, yearly: number, ...values: Parameters<typeof person>[1]) {
  const contracts = [contract({ values: [{ fromDay: 0, yearlyMinor: yearly * million }] })];
  return account({ accountId, contracts, people: [person("decisionMaker", values)] });
}

function cutOf(list: readonly AccountHistory[], key: string) {
  const found = mapSensitivity(rowsOf(list)).cuts.find((cut) => cut.key === key);
  if (found === undefined) throw new Error(`no cut ${key}`);
  return found;
}

const states = ["loyal", "passive", "latent", "leaving", "notKnown"] as const;
const revenues = (sums: ReturnType<typeof mapSensitivity>["asIs"]) =>
  states.map((state) => sums.states[state].revenueMinor / million);

describe("the map under other conventions", () => {
  it("says what is passive if 8 and CSat 4 counted as yes", () => {
    const list = [lot("a", 3, nps(8)), lot("b", 4, nps(2)), lot("c", 8, nps(10))];
    expect(revenues(mapSensitivity(rowsOf(list)).asIs)).toEqual([8, 7, 0, 0, 0]);
    const { label, sums } = cutOf(list, "eightAndFourAreYes");
    expect(label).toBe("8 and CSat 4 counted as yes");
    expect(revenues(sums)).toEqual([11, 4, 0, 0, 0]);
  });

  it("moves 8, CSat 4 and 9 one at a time, on every scale of satisfaction", () => {
    const list = [
      lot("eight", 1, nps(8)),
      lot("four", 2, csat(4)),
      lot("six of seven", 4, { question: "satisfaction7", value: 6 }),
      lot("warm", 8, { question: "satisfaction4", value: 3 }),
      lot("nine", 16, nps(9)),
    ];
    const loyal = (key: string) => cutOf(list, key).sums.states.loyal.revenueMinor / million;
    expect(["eightIsYes", "fourIsYes", "eightAndFourAreYes", "onlyTenIsYes"].map(loyal)).toEqual([
      17, 30, 31, 0,
    ]);
  });

  it("lets another voice decide: the user's 9 beside the signer's 4", () => {
    const mixed = lot("a", 1, nps(4));
    const user = person("user", [nps(10)], { personId: "u" });
    const other = person("decisionMaker", [nps(10)], { personId: "d" });
    const list = [{ ...mixed, people: [...mixed.people, user, other] }];
    const loyal = (key: string) => cutOf(list, key).sums.states.loyal.accounts;
    // .20, 1 and 1: mean of answers and of persons .73, of the two signers .60, lowest .20.
    expect(["everyAnswer", "everyPerson", "signerFirst"].map(loyal)).toEqual([1, 1, 1]);
    expect(mapSensitivity(rowsOf(list)).asIs.states.passive.accounts).toBe(1);
  });

  it("ages answers sooner and later, and tells asked from asked too recently by another day", () => {
    const old = (days: number) => answer(nps(10), { day: asOf - days });
    const heard = (days: number) =>
      person("decisionMaker", [], {
        answers: [old(days)],
        invitations: [{ deliveredDay: asOf - 10, waveId: "w", answeredDay: null }],
      });
    const list = [200, 500].map((days) => ({ ...lot("a", 1), people: [heard(days)] }));
    const of = (key: string) => {
      const { sums } = cutOf(list, key);
      return [sums.states.loyal.accounts, sums.unheardByReason.askedTooRecently.accounts];
    };
    expect(of("asked30")).toEqual([1, 1]);
    expect(of("answers180")).toEqual([0, 2]);
    expect(of("answers540")).toEqual([2, 0]);
    expect(of("asked7")).toEqual([1, 0]);
  });

  it("draws the line of behaviour at 25 and at 15 % less", () => {
    const kept = (factor: number) =>
      contract({
        values: [
          { fromDay: 0, yearlyMinor: 1000 },
          { fromDay: asOf - 100, yearlyMinor: 1000 * factor },
        ],
      });
    const list = [0.78, 0.83].map((factor) => ({
      ...lot("a", 1, nps(10)),
      contracts: [kept(factor)],
    }));
    const latent = (key: string) => cutOf(list, key).sums.states.latent.accounts;
    expect(mapSensitivity(rowsOf(list)).asIs.states.latent.accounts).toBe(1);
    expect(["line75", "line85"].map(latent)).toEqual([0, 2]);
  });

  it("draws the late line at 1.5 and at 3 usual intervals, and loses sooner and later", () => {
    const stopped = (accountId: string, since: number) =>
      account({
        accountId,
        people: [person("decisionMaker", [nps(10)])],
        rows: orders(Array.from({ length: 25 }, (_, i) => asOf - since - 30 * (24 - i))),
      });
    // L 60: due at 50, late at 70, lost at 125. L 45: late, late, lost. L 90: due, due, late.
    const list = [stopped("due", 50), stopped("late", 70), stopped("lost", 125)];
    const of = (sums: ReturnType<typeof mapSensitivity>["asIs"]) => [
      sums.total.accounts,
      sums.states.loyal.accounts,
      sums.states.latent.accounts,
    ];
    expect(of(mapSensitivity(rowsOf(list)).asIs)).toEqual([2, 1, 1]);
    expect(of(cutOf(list, "late15").sums)).toEqual([2, 0, 2]);
    expect(of(cutOf(list, "late30").sums)).toEqual([3, 2, 1]);
  });

  it("is for every cut what a full placing under those settings gives", () => {
    fc.assert(
      fc.property(histories, (list) => {
        const rows = rowsOf(list);
        for (const cut of sensitivityCuts()) {
          const [again] = mapSensitivity(rows, defaultLoyaltySettings, [cut]).cuts;
          const settings = { ...defaultLoyaltySettings, ...cut.settings };
          const full = list.map((history) => ({
            history,
            standing: accountStanding(history, asOf, { ...context, settings }),
          }));
          expect(again?.sums).toEqual(mapSensitivity(full, settings, []).asIs);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("as it stands agrees with the map's totals", () => {
    fc.assert(
      fc.property(histories, (list) => {
        const assessed = list.map((one) => assess(one));
        const { asIs } = mapSensitivity(
          list.map((history, index) => ({
            history,
            standing: assessed[index] as (typeof assessed)[0],
          })),
          defaultLoyaltySettings,
          [],
        );
        expect(mapTotals(assessed)).toMatchObject(asIs);
      }),
      { numRuns: 20 },
    );
  });

  it("refuses standings of different days and names the account", () => {
    const history = lot("b", 1);
    const other = { history, standing: accountStanding(history, asOf - 1, context) };
    expect(() => mapSensitivity([...rowsOf([lot("a", 1)]), other])).toThrow(
      "account b was placed on another day",
    );
  });
});

describe("the cuts", () => {
  const table: [key: string, moves: string, label: string, changed: object][] = [
    ["noClearNo", "attitude", "a clear no did not hold a person down", { clearNoCap: 1 }],
    ["everyAnswer", "attitude", "every answer counted the same", { way: "everyAnswer" }],
    ["everyPerson", "attitude", "every person counted the same", { way: "everyPerson" }],
    ["signerFirst", "attitude", "the decision-makers' mean decided", { way: "signerFirst" }],
    ["answers180", "attitude", "answers counted for 180 days", { answerDays: 180 }],
    ["answers540", "attitude", "answers counted for 540 days", { answerDays: 540 }],
    ["asked7", "attitude", "no answer after 7 days were no answer", { tooRecentDays: 7 }],
    ["asked30", "attitude", "no answer after 30 days were no answer", { tooRecentDays: 30 }],
    ["unhappyTo20", "attitude", "unhappy ended at .20", { unhappyUpTo: 0.2 }],
    ["unhappyTo40", "attitude", "unhappy ended at .40", { unhappyUpTo: 0.4 }],
    ["line75", "kept", "25 % less were the line of behaviour", { keptLine: 0.75 }],
    ["line85", "kept", "15 % less were the line of behaviour", { keptLine: 0.85 }],
    ["late15", "rhythm", "late began at 1.5 usual intervals", { lateFactor: 1.5 }],
    ["late30", "rhythm", "late began at 3 usual intervals", { lateFactor: 3 }],
  ];

  it("say in words what they change, and change nothing else", () => {
    const [both, eight, four, ten, ...others] = sensitivityCuts();
    expect(others).toEqual(
      table.map(([key, moves, label, settings]) => ({ key, moves, label, settings })),
    );
    expect([both, eight, four, ten].map((cut) => [cut?.key, cut?.moves, cut?.label])).toEqual([
      ["eightAndFourAreYes", "attitude", "8 and CSat 4 counted as yes"],
      ["eightIsYes", "attitude", "8 counted as yes"],
      ["fourIsYes", "attitude", "CSat 4 counted as yes"],
      ["onlyTenIsYes", "attitude", "only a 10 counted as yes"],
    ]);
    const { nps: points } = defaultLoyaltySettings.points;
    expect(eight?.settings.points?.nps).toEqual(points.with(8, points[9] as number));
    expect(ten?.settings.points?.nps).toEqual(points.with(9, points[8] as number));
    expect(four?.settings.points).toMatchObject({ nps: points, satisfaction3: [0.15, 0.85, 0.85] });
    const [least] = sensitivityCuts({ ...defaultLoyaltySettings, way: "everyPerson" }).filter(
      ({ key }) => key === "leastConvinced",
    );
    expect(least).toEqual({
      key: "leastConvinced",
      moves: "attitude",
      label: "the least convinced decision-maker decided",
      settings: { way: "leastConvinced" },
    });
  });

  it("are 18 as delivered, each with a key and words of its own", () => {
    const cuts = sensitivityCuts();
    expect(cuts.length).toBe(18);
    expect(new Set(cuts.map(({ key }) => key)).size).toBe(18);
    expect(new Set(cuts.map(({ label }) => label)).size).toBe(18);
  });

  it("leave out what stands already, and offer the default where it does not", () => {
    const keys = (settings: Partial<typeof defaultLoyaltySettings>) =>
      sensitivityCuts({ ...defaultLoyaltySettings, ...settings }).map(({ key }) => key);
    expect(keys({})).not.toContain("leastConvinced");
    expect(keys({ way: "everyPerson" })).toContain("leastConvinced");
    expect(keys({ way: "everyPerson" })).not.toContain("everyPerson");
    expect(keys({ answerDays: 180 })).not.toContain("answers180");
    expect(keys({ keptLine: 0.85, lateFactor: 1.5 })).toEqual(
      expect.not.arrayContaining(["line85", "late15"]),
    );
  });
});
