import { describe, expect, it } from "vitest";
import { lossShares } from "@/lib/metrics";
import {
  answer,
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
const _shares = lossShares([], 0);
const _nameOf = (id: string) => id;
const signer = (value: number, on = today - 20) =>
  person("decisionMaker", [], { answers: [answer(nps(value), { day: on })] });

const decides = (on: string, yearly: number, everyMonths = 12) =>
  contract({
    values: [{ fromDay: 0, yearlyMinor: yearly * million }],
    renewal: { firstDay: day(on), everyMonths },
    noticeDays: 0,
  });

const _grenaa = assess(
  {
    accountId: "Grenaa Havn",
    contracts: [decides("2026-10-15", 6.1)],
    people: [signer(4)],
    events: [{ kind: "promise", day: today - 60, dueDay: day("2026-08-15"), closedDay: null }],
  },
  today,
);
const _ostrobotnia = assess(
  {
    accountId: "Ostrobotnia Mills",
    people: [signer(7)],
    rows: orders(
      Array.from({ length: 24 }, (_, i) => day("2026-11-24") - 120 - 30 * (23 - i)),
      0.298 * million,
    ),
  },
  today,
);
const _malmo = assess(
  { accountId: "Malmö Kyl", contracts: [decides("2027-01-31", 5.29)], people: [signer(8)] },
  today,
);
const _vestas = assess(
  {
    accountId: "Vestas Kran",
    contracts: [decides("2028-06-30", 9)],
    people: [signer(9)],
    wallets: [
      { category: "cranes", day: today - 9, ownMinor: 3, categoryMinor: 10, provenance: "asked" },
    ],
  },
  today,
);

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
});
