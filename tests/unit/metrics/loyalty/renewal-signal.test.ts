import { describe, expect, it } from "vitest";
import type { AccountEvent } from "@/lib/metrics";
import {
  answer,
  asked,
  assess,
  contract,
  day,
  event,
  no,
  notSure,
  nps,
  orders,
  person,
  yes,
} from "./builders";

const today = day("2026-10-02");
const million = 100_000_000;
const signer = (value: number, on = today - 20) =>
  person("decisionMaker", [], { answers: [answer(nps(value), { day: on })] });

const decides = (on: string, yearly: number, everyMonths = 12) =>
  contract({
    values: [{ fromDay: 0, yearlyMinor: yearly * million }],
    renewal: { firstDay: day(on), everyMonths },
    noticeDays: 0,
  });

describe("the renewal signal", () => {
  it("is at risk for Grenaa Havn by S1, S3, S5, W4, W5 and W8, while the manager says safe: they differ", () => {
    const people = [
      signer(4),
      person("influencer", [], { personId: "j", answers: [answer(nps(8), { day: today - 20 })] }),
      person("user", [], { personId: "l", answers: [answer(nps(9), { day: today - 20 })] }),
    ];
    const complaint = (ago: number) =>
      event({ kind: "complaint", day: today - ago, closedDay: today - ago + 3 });
    const { signal } = assess(
      {
        contracts: [decides("2026-10-15", 6.1)],
        people,
        events: [
          event({
            kind: "negotiation",
            day: today - 400,
            closedDay: today - 379,
            isSigned: true,
            discountAsked: 0.05,
            rounds: 2,
          }),
          event({
            kind: "negotiation",
            day: today - 34,
            closedDay: null,
            isSigned: false,
            discountAsked: 0.12,
            rounds: 2,
          }),
          event({ kind: "rivalNamed", day: today - 12 }),
          event({
            kind: "promise",
            day: day("2026-07-15"),
            dueDay: day("2026-08-15"),
            closedDay: null,
          }),
          complaint(20),
          complaint(90),
          complaint(200),
          event({ kind: "managerCall", day: day("2026-09-18"), call: "safe" }),
        ],
      },
      today,
    );
    expect(signal.codes).toEqual(["S1", "S3", "S5", "W4", "W5", "W8"]);
    expect(signal).toMatchObject({ verdict: "atRisk", theyDiffer: true });
    expect(signal.call).toEqual({ call: "safe", day: day("2026-09-18"), isOld: false });
  });

  const verdictOf = (more: Parameters<typeof assess>[0]) =>
    assess({ contracts: [decides("2027-01-31", 1)], ...more }, today).signal;

  it("is on track with a convinced signer, cannot say without any, watch for one or two weak rules", () => {
    expect(verdictOf({ people: [signer(9)] }).verdict).toBe("onTrack");
    expect(verdictOf({}).verdict).toBe("cannotSay");
    expect(verdictOf({ people: [signer(8)] })).toMatchObject({ verdict: "watch", codes: ["W1"] });
  });

  it("is at risk by any strong rule or three weak ones", () => {
    const switching = (value: typeof no) =>
      person("decisionMaker", [], { answers: [answer(value, { day: today - 9 })] });
    expect(verdictOf({ people: [switching(no)] }).codes).toEqual(["S1", "S2"]);
    expect(verdictOf({ people: [switching(notSure)] })).toMatchObject({ verdict: "watch" });
    expect(verdictOf({ people: [switching(yes)] }).verdict).toBe("onTrack");
    const weak = verdictOf({
      people: [signer(8)],
      events: [
        event({ kind: "ownerChanged", day: today - 9 }),
        event({ kind: "complaint", day: today - 3, closedDay: null }),
      ],
    });
    expect(weak).toMatchObject({ verdict: "atRisk", codes: ["W1", "W4", "W7"] });
  });

  it("turns the manager's call grey after 60 days", () => {
    const call = (ago: number) =>
      verdictOf({ events: [event({ kind: "managerCall", day: today - ago, call: "unsure" })] })
        .call;
    expect(call(60)?.isOld).toBe(false);
    expect(call(61)?.isOld).toBe(true);
  });

  const calm = { people: [signer(9)] };
  const codesOf = (more: Parameters<typeof assess>[0]) => verdictOf({ ...calm, ...more }).codes;
  const withEvents = (...events: AccountEvent[]) => codesOf({ events });
  const ago = (days: number) => today - days;

  it("S1 holds up to .30, W1 between there and the line", () => {
    expect(codesOf({ people: [signer(6)] })).toEqual(["S1"]);
    expect(codesOf({ people: [signer(7)] })).toEqual(["W1"]);
    expect(codesOf({ people: [signer(9)] })).toEqual([]);
  });

  it("S2 holds for a year of looking elsewhere", () => {
    expect(withEvents(event({ kind: "lookingElsewhere", day: ago(365) }))).toEqual(["S2"]);
    expect(withEvents(event({ kind: "lookingElsewhere", day: ago(366) }))).toEqual([]);
  });

  it("S3 holds for a rival of the open round, and without one for 90 days", () => {
    const rival = (on: number) => event({ kind: "rivalNamed", day: on });
    const round = (opened: number, closedDay: number | null) =>
      event({
        kind: "negotiation",
        day: opened,
        closedDay,
        isSigned: false,
        discountAsked: null,
        rounds: null,
      });
    expect(withEvents(rival(ago(90)))).toEqual(["S3"]);
    expect(withEvents(rival(ago(91)))).toEqual([]);
    expect(withEvents(rival(ago(150)), round(ago(150), null))).toEqual(["S3"]);
    expect(withEvents(rival(ago(151)), round(ago(150), null))).toEqual([]);
    expect(withEvents(rival(ago(30)), round(ago(20), null))).toEqual([]);
    expect(withEvents(rival(ago(150)), round(ago(150), ago(100)))).toEqual([]);
  });

  it("S4 holds under 80 % proven, and for a late account where rhythm counts", () => {
    const shrunk = (factor: number) => ({
      contracts: [
        {
          ...decides("2027-01-31", 1),
          values: [
            { fromDay: 0, yearlyMinor: 1000 },
            { fromDay: ago(40), yearlyMinor: 1000 * factor },
          ],
        },
      ],
    });
    expect(codesOf(shrunk(0.79))).toEqual(["S4"]);
    expect(codesOf(shrunk(0.8))).toEqual([]);
    const stopped = (since: number) => ({
      contracts: [],
      rows: orders(Array.from({ length: 30 }, (_, i) => ago(since + 30 * i))),
    });
    expect(codesOf(stopped(61))).toEqual(["S4"]);
    expect(codesOf(stopped(60))).toEqual([]);
    // Lost by its own rhythm, but still a customer by a smaller contract.
    expect(codesOf({ ...stopped(130), contracts: [decides("2027-01-31", 0.00001)] })).toEqual([
      "S4",
    ]);
    expect(
      codesOf({
        rows: orders(
          stopped(61).rows.map((row) => row.day),
          1,
        ),
      }),
    ).toEqual([]);
  });

  it("S5 holds for a promise past its date, not for a case", () => {
    const dued = (kind: "promise" | "case", dueDay: number) =>
      event({ kind, day: ago(60), dueDay, closedDay: null });
    expect(withEvents(dued("promise", ago(1)))).toEqual(["S5"]);
    expect(withEvents(dued("promise", today))).toEqual([]);
    expect(withEvents(dued("case", ago(1)))).toEqual([]);
  });

  it("S6 holds for a year after notice was hinted at", () => {
    const contact = (days: number, hintsNotice: boolean) =>
      event({ kind: "contact", day: ago(days), hintsNotice });
    expect(withEvents(contact(365, true))).toEqual(["S6"]);
    expect(withEvents(contact(366, true))).toEqual([]);
    expect(withEvents(contact(5, false))).toEqual([]);
  });

  it("W2 holds where no decision-maker was heard in 180 days", () => {
    const heard = (on: number) => ({ people: [signer(9, on)] });
    expect(codesOf(heard(ago(180)))).toEqual([]);
    expect(codesOf(heard(ago(181)))).toEqual(["W2"]);
    expect(verdictOf(heard(ago(181))).verdict).toBe("cannotSay");
  });

  it("W3 holds for silence, beside W2 it is watch", () => {
    const waves = asked(ago(100), ago(30));
    const people = [{ ...signer(9, ago(200)), invitations: waves }];
    expect(verdictOf({ people })).toMatchObject({ verdict: "watch", codes: ["W2", "W3"] });
  });

  it("W4 holds for an open complaint, or two within twelve months", () => {
    const complaint = (on: number, closedDay: number | null) =>
      event({ kind: "complaint", day: on, closedDay });
    expect(withEvents(complaint(ago(1), null))).toEqual(["W4"]);
    expect(withEvents(complaint(ago(900), null))).toEqual(["W4"]);
    const closed = (on: number) => complaint(on, on + 1);
    expect(withEvents(closed(day("2025-10-03")), closed(ago(9)))).toEqual(["W4"]);
    expect(withEvents(closed(day("2025-10-02")), closed(ago(9)))).toEqual([]);
  });

  it("W5 holds for a tougher round: 5 points more, 1.5 times the days, or one round more", () => {
    type Round = Extract<AccountEvent, { kind: "negotiation" }>;
    const round = (more: Partial<Round>): AccountEvent => ({
      kind: "negotiation",
      day: ago(400),
      closedDay: ago(380),
      isSigned: true,
      discountAsked: 0.05,
      rounds: 2,
      ...more,
    });
    const now = (more: Partial<Round>) =>
      withEvents(round({}), round({ day: ago(20), closedDay: null, isSigned: false, ...more }));
    expect(now({})).toEqual([]);
    expect(now({ discountAsked: 0.1 })).toEqual(["W5"]);
    expect(now({ discountAsked: 0.099 })).toEqual([]);
    expect(now({ discountAsked: null })).toEqual([]);
    expect(now({ rounds: 3 })).toEqual(["W5"]);
    expect(now({ rounds: null })).toEqual([]);
    expect(now({ day: ago(30) })).toEqual(["W5"]);
    expect(now({ day: ago(29) })).toEqual([]);
    // A round that is closed is compared for a year.
    const closed = (on: number) => now({ day: on - 5, closedDay: on, rounds: 3 });
    expect([closed(ago(365)), closed(ago(366))]).toEqual([["W5"], []]);
    expect(withEvents(round({ rounds: 9 }))).toEqual([]);
    // What was not recorded of the round before is no lower than what is known of this one.
    const unknown = round({ discountAsked: null, rounds: null });
    const known = round({ day: ago(20), closedDay: null, discountAsked: 0.2, rounds: 3 });
    expect(withEvents(unknown, known)).toEqual([]);
    // A round that was closed on the day it was opened says nothing of how long one takes.
    const sameDay = round({ closedDay: ago(400) });
    expect(withEvents(sameDay, round({ day: ago(20), closedDay: null }))).toEqual([]);
    // The last two count, whatever order they come in.
    const easy = round({ day: ago(20), closedDay: ago(1), rounds: 1 });
    const middle = round({ day: ago(200), closedDay: ago(181) });
    const hard = round({ rounds: 3 });
    const [tougher, softer] = [
      [round({ rounds: 1 }), middle, { ...easy, rounds: 3 }],
      [round({ rounds: 1 }), { ...middle, rounds: 5 }, easy],
    ];
    for (const [rounds, codes] of [
      [tougher, ["W5"]],
      [softer, []],
      [[hard, middle], []],
    ] as const) {
      expect(withEvents(...rounds)).toEqual(codes);
      expect(withEvents(...rounds.toReversed())).toEqual(codes);
    }
    // Of two rounds of one day the harder one comes last.
    const recent = { day: ago(100), closedDay: ago(80) };
    const twins = [round({ ...recent, rounds: 2 }), round({ ...recent, rounds: 4 })];
    for (const pair of [twins, twins.toReversed()]) expect(withEvents(...pair)).toEqual(["W5"]);
    // Against a round that is itself still open no time can be compared.
    const open = [round({ closedDay: null }), round({ day: ago(300), closedDay: null })];
    expect(withEvents(...open)).toEqual([]);
  });

  it("W7 holds for 180 days after the owner or the main contact changed", () => {
    for (const kind of ["ownerChanged", "mainContactChanged"] as const) {
      expect(withEvents(event({ kind, day: ago(180) }))).toEqual(["W7"]);
      expect(withEvents(event({ kind, day: ago(181) }))).toEqual([]);
    }
  });

  it("W8 holds where they disagree", () => {
    const people = [
      signer(9),
      person("user", [], { personId: "u", answers: [answer(nps(3), { day: ago(9) })] }),
    ];
    expect(codesOf({ people })).toEqual(["W8"]);
  });

  it("differs from the manager's call on safe against at risk and at risk against on track only", () => {
    const differ = (call: "safe" | "unsure" | "atRisk", value: number) =>
      verdictOf({
        people: [signer(value)],
        events: [event({ kind: "managerCall", day: ago(2), call })],
      }).theyDiffer;
    expect([differ("safe", 3), differ("atRisk", 9)]).toEqual([true, true]);
    expect([differ("safe", 9), differ("atRisk", 3), differ("unsure", 3)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([differ("safe", 8), differ("atRisk", 8)]).toEqual([false, false]);
  });

  it("takes the latest call, of two of one day the more worried one", () => {
    const call = (days: number, said: "safe" | "unsure" | "atRisk") =>
      event({ kind: "managerCall", day: ago(days), call: said });
    const latest = (...events: AccountEvent[]) => verdictOf({ events }).call?.call;
    expect(latest(call(3, "safe"), call(9, "atRisk"))).toBe("safe");
    expect(latest(call(3, "atRisk"), call(3, "safe"))).toBe("atRisk");
    expect(latest(call(3, "safe"), call(3, "unsure"))).toBe("unsure");
    expect(latest(call(0, "safe"))).toBe("safe");
    expect(latest(call(-1, "safe"))).toBeUndefined();
  });

  it("sees what happens on the as-of day and nothing after it", () => {
    const complaint = { kind: "complaint", closedDay: null } as const;
    const both = (on: number) =>
      withEvents({ ...complaint, day: on }, event({ kind: "lookingElsewhere", day: on }));
    expect(both(today)).toEqual(["S2", "W4"]);
    expect(both(today + 1)).toEqual([]);
  });
});
