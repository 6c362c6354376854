import { describe, expect, it } from "vitest";
import { type AccountEvent, predictiveValidity, proofMaterial, retentionJump } from "@/lib/metrics";
import {
  account,
  answer,
  context,
  contract,
  csat,
  day,
  event,
  notSure,
  nps,
  orders,
  person,
  same,
} from "./builders";

const then = day("2025-09-30");
const later = day("2026-09-30");
type Given = Parameters<typeof account>[0];

const signer = (...values: Parameters<typeof answer>[0][]) =>
  person("decisionMaker", [], {
    answers: values.map((value) => answer(value, { day: then - 20 })),
  });
const materialOf = (given: Given, months?: number) =>
  proofMaterial(account(given), then, context, months);

describe("proof material", () => {
  const ended = contract({ endDay: day("2026-07-31") });

  it("holds what whoever decides had said, on the scales of then, and that it was lost", () => {
    const material = materialOf({
      contracts: [ended],
      people: [signer(nps(4), csat(3), same, notSure), person("user", [nps(9)])],
    });
    expect(material).toMatchObject({
      accountId: "a",
      state: "passive",
      openingMinor: 500_00,
      scores: {
        nps: 4,
        satisfaction: 0.3,
        relativeAdvantage: 0.4,
        switching: 0.4,
        behaviour: 0.75,
        heard: 1,
      },
      nps: 4,
      satisfaction: { question: "satisfaction5", answer: 3, points: 0.3 },
      isRetained: false,
      keptShare: 0,
      wasActedOn: false,
      months: 10,
    });
    expect(material?.scores.attitude).toBeCloseTo((0.25 + 0.4) / 2, 12);
  });

  it("sees no answer of later, and leaves out what was not asked", () => {
    const people = [
      person("decisionMaker", [], {
        answers: [answer(nps(9), { day: then }), answer(nps(2), { day: then + 1 })],
      }),
    ];
    const material = materialOf({ contracts: [contract()], people });
    expect(material?.scores).toMatchObject({
      nps: 9,
      satisfaction: null,
      relativeAdvantage: null,
      switching: null,
      attitude: 0.7,
    });
    const none = { question: "relativeAdvantage", value: "noRealAlternative" } as const;
    const captive = materialOf({ contracts: [contract()], people: [signer(none)] });
    expect(captive?.scores).toMatchObject({ relativeAdvantage: null, attitude: null, nps: null });
  });

  it("says what is proven to be left of a customer that stayed, at most all of it", () => {
    const changed = (factor: number) =>
      contract({
        values: [
          { fromDay: 0, yearlyMinor: 1000 },
          { fromDay: then + 100, yearlyMinor: 1000 * factor },
        ],
      });
    const kept = (factor: number) => materialOf({ contracts: [changed(factor)] });
    expect(kept(0.7)).toMatchObject({ isRetained: true, keptShare: 0.7, months: 12 });
    expect(kept(1.3)?.keptShare).toBe(1);
    const half = materialOf({ contracts: [changed(0.7)] }, 6);
    expect(half).toMatchObject({ isRetained: true, keptShare: null, months: 6 });
  });

  it("counts an order customer as lost on the day its own rhythm says", () => {
    const rows = orders(Array.from({ length: 30 }, (_, i) => then - 5 - 30 * i));
    // Last order on 25 September, late line 60, lost 120 days after it on 23 January.
    expect(materialOf({ rows })).toMatchObject({ isRetained: false, months: 3 });
    const on = orders(Array.from({ length: 42 }, (_, i) => later - 5 - 30 * i));
    expect(materialOf({ rows: on })).toMatchObject({ isRetained: true, months: 12 });
  });

  it("counts whole months until it was lost", () => {
    const months = (endDay: string) =>
      materialOf({ contracts: [contract({ endDay: day(endDay) })] })?.months;
    expect(months("2025-10-30")).toBe(0);
    expect(months("2025-10-31")).toBe(1);
    expect(months("2026-03-30")).toBe(5);
    expect(months("2026-03-31")).toBe(6);
    expect(months("2026-09-30")).toBe(12);
    expect(months("2026-10-01")).toBe(12);
  });

  it("knows whether somebody acted meanwhile, before it was decided", () => {
    const acted = (...events: AccountEvent[]) =>
      materialOf({ contracts: [ended], people: [signer(nps(4))], events })?.wasActedOn;
    const contact = (on: number) => event({ kind: "contact", day: on, hintsNotice: false });
    expect(acted(contact(then))).toBe(false);
    expect(acted(contact(then + 1))).toBe(true);
    expect(acted(contact(day("2026-07-31")))).toBe(true);
    expect(acted(contact(day("2026-08-01")))).toBe(false);
    for (const kind of ["case", "promise"] as const)
      expect(acted(event({ kind, day: then + 9, dueDay: null, closedDay: null }))).toBe(true);
    expect(acted(event({ kind: "comment", day: then + 9 }))).toBe(false);
    expect(acted(event({ kind: "ownerChanged", day: then + 9 }))).toBe(false);
  });

  it("calls silence 0 and anything else 1", () => {
    const quiet = person("decisionMaker", [], {
      answers: [answer(nps(9), { day: then - 200 })],
      invitations: [100, 30].map((ago, i) => ({
        deliveredDay: then - ago,
        waveId: `w${i}`,
        answeredDay: null,
      })),
    });
    const heard = (people: Given) =>
      materialOf({ contracts: [contract()], ...people })?.scores.heard;
    expect(heard({ people: [quiet] })).toBe(0);
    expect(heard({ people: [{ ...quiet, invitations: [] }] })).toBe(1);
  });

  it("is none for an account that was no customer then", () => {
    expect(materialOf({ contracts: [contract({ startDay: then + 1 })] })).toBeNull();
    expect(materialOf({})).toBeNull();
  });

  it("feeds the answer at which retention jumps", () => {
    const rows = [2, 9].flatMap((value) =>
      Array.from({ length: 12 }, () =>
        materialOf({
          contracts: [value === 2 ? ended : contract()],
          people: [signer(nps(value))],
        }),
      ),
    );
    const jump = retentionJump(
      rows.flatMap((row) =>
        row === null || row.nps === null ? [] : [{ answer: row.nps, isRetained: row.isRetained }],
      ),
      { replicates: 50 },
    );
    expect(jump.cut).not.toBeNull();
    expect(jump.answers.map(({ answer: one, retained }) => [one, retained.value])).toEqual([
      [2, 0],
      [9, 1],
    ]);
  });

  it("lets engagement be held against later churn: concordance, Brier score and calibration", () => {
    const answered = (isAnswered: boolean) =>
      person("decisionMaker", isAnswered ? [nps(9)] : [], {
        answers: isAnswered ? [answer(nps(9), { day: then - 20 })] : [],
        invitations: [200, 30].map((ago, i) => ({
          deliveredDay: then - ago,
          waveId: `w${i}`,
          answeredDay: isAnswered ? then - ago + 3 : null,
        })),
      });
    const spoken = [event({ kind: "contact", day: then - 9, hintsNotice: false })];
    const rows = [true, false].flatMap((isEngaged) =>
      Array.from({ length: 12 }, () =>
        materialOf({
          contracts: [isEngaged ? contract() : ended],
          people: [answered(isEngaged)],
          events: isEngaged ? spoken : [{ ...spoken[0], day: then - 200 } as AccountEvent],
        }),
      ),
    );
    const known = rows.filter((row) => row !== null && row.scores.engagement !== null);
    expect(known.length).toBe(24);
    const validity = predictiveValidity(
      known.map((row) => row?.scores.engagement ?? 0),
      known.map((row) => row?.isRetained ?? false),
    );
    expect(validity).toMatchObject({ n: 24, retained: 12, lost: 12 });
    expect(validity.concordance.value).toBe(1);
  });

  it("refuses a day that is not whole and a horizon off its range", () => {
    expect(() => proofMaterial(account({}), 0.5, context)).toThrow(/^thenDay/);
    expect(() => proofMaterial(account({}), then, context, 0)).toThrow(/^horizonMonths/);
    expect(() => proofMaterial(account({}), then, context, 121)).toThrow(/^horizonMonths/);
  });
});
