import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountEvent,
  type AccountHistory,
  type AnswerValue,
  type AttitudeWay,
  accountAttitude,
  accountStanding,
  type LossShares,
  lossShares,
  loyaltyMovement,
  loyaltyState,
  mapTotals,
  orderHistory,
  type Person,
  personScore,
  revenueAtRisk,
} from "@/lib/metrics";
import { account, answer, asOf, assess, context, contract, person } from "./builders";
import {
  answers,
  answerValue,
  contracts,
  events,
  histories,
  history,
  ladders,
  parts,
  people,
  rows,
  wallets,
} from "./random-history";

const runs = { numRuns: 40 };
const ways: readonly AttitudeWay[] = [
  "everyAnswer",
  "everyPerson",
  "leastConvinced",
  "signerFirst",
];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const assumed: LossShares = lossShares([], 0);

/** An event with all its days moved. */
function shifted(event: AccountEvent, days: number): AccountEvent {
  const entries = Object.entries(event).map(([key, value]) =>
    typeof value === "number" && /day$/i.test(key) ? [key, value + days] : [key, value],
  );
  return Object.fromEntries(entries) as AccountEvent;
}

/** Histories that differ in nothing but what a formula must not see. */
function expectSame(one: Parameters<typeof assess>[0], other: Parameters<typeof assess>[0]): void {
  expect(assess(other)).toEqual(assess(one));
}

describe("the states", () => {
  it("partition the active accounts and their revenue, and so do their parts", () => {
    fc.assert(
      fc.property(histories, (list) => {
        const assessments = list.map((one) => assess(one));
        const totals = mapTotals(assessments);
        const active = assessments.filter(({ standing }) => standing !== null);
        const states = Object.values(totals.states);
        expect(sum(states.map(({ accounts }) => accounts))).toBe(active.length);
        expect(sum(states.map(({ revenueMinor }) => revenueMinor))).toBe(
          sum(active.map(({ revenue }) => revenue.runningMinor)),
        );
        expect(totals.unhappy.revenueMinor + totals.lukewarm.revenueMinor).toBe(
          totals.states.passive.revenueMinor,
        );
        expect(sum(Object.values(totals.unheardByReason).map((pile) => pile.revenueMinor))).toBe(
          totals.unheard.revenueMinor,
        );
        expect(totals.staying.revenueMinor).toBe(
          totals.states.loyal.revenueMinor +
            totals.states.passive.revenueMinor +
            totals.unheard.revenueMinor,
        );
        expect(totals.notProven.revenueMinor).toBe(
          totals.states.passive.revenueMinor + totals.unheard.revenueMinor,
        );
        expect(totals.lockedIn.total.revenueMinor).toBe(
          totals.lockedIn.no.revenueMinor + totals.lockedIn.notSure.revenueMinor,
        );
      }),
      runs,
    );
  });

  it("hold for exactly the active accounts: a state where active, none elsewhere", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { activity, standing } = assess(one);
        expect(standing !== null).toBe(activity.isActive);
        expect(activity.isActive).toBe(activity.hasContract || activity.hasOrders);
        if (activity.isActive) expect(activity.lostOnDay).toBeNull();
      }),
      runs,
    );
  });

  it("follow from the scores alone", () => {
    const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(score, score, fc.boolean(), (b, a, notice) => {
        const { state, part, reason } = loyaltyState(
          { score: b, reason: b === null ? "tooNew" : null },
          { score: a, reason: a === null ? "neverAsked" : null },
          notice,
        );
        expect(part !== null).toBe(state === "passive");
        if (notice) expect([state, reason]).toEqual(["leaving", "noticeGiven"]);
        else expect(state === "notKnown").toBe(a === null || b === null);
        if (!notice) expect(reason !== null).toBe(state === "notKnown");
      }),
      runs,
    );
  });

  it("come out of the cheap placing exactly as out of the full assessment", () => {
    fc.assert(
      fc.property(history, (one) => {
        expect(assess(one)).toMatchObject(accountStanding(one, asOf, context));
      }),
      runs,
    );
  });
});

describe("scores", () => {
  it("are null with a reason, or lie between 0 and 1", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { attitude, behaviour } = assess(one);
        for (const { score, reason } of [attitude, behaviour]) {
          expect(score === null).toBe(reason !== null);
          if (score !== null) expect(score >= 0 && score <= 1).toBe(true);
        }
        for (const way of ways) {
          const score = attitude.ways[way];
          if (score !== null) expect(score >= 0 && score <= 1).toBe(true);
        }
      }),
      runs,
    );
  });

  it("see no provisional, held or staff answer: nothing in the whole assessment moves", () => {
    const other = fc.constantFrom("provisional" as const, "held" as const, "staff" as const);
    fc.assert(
      fc.property(parts, answerValue, other, fc.nat({ max: 300 }), (given, value, kind, ago) => {
        const more = given.people.map((one) => ({
          ...one,
          answers: [answer(value, { class: kind, day: asOf - ago }), ...one.answers],
        }));
        expectSame(given, { ...given, people: more });
      }),
      runs,
    );
  });

  it("never fall when one answer of anybody is raised", () => {
    const step = fc
      .constantFrom(...ladders)
      .chain((ladder) =>
        fc
          .nat({ max: ladder.length - 2 })
          .map((at): [AnswerValue, AnswerValue] => [
            ladder[at] as AnswerValue,
            ladder[at + 1] as AnswerValue,
          ]),
      );
    const role = fc.constantFrom("decisionMaker" as const, "influencer" as const, null);
    const day = fc.nat({ max: 365 }).map((ago) => asOf - ago);
    fc.assert(
      fc.property(people, answers, role, step, day, (list, others, who, [low, high], on) => {
        const withAnswer = (value: AnswerValue): Person[] => [
          ...list,
          person(who, [], { personId: "raised", answers: [...others, answer(value, { day: on })] }),
        ];
        const before = accountAttitude(withAnswer(low), asOf);
        const after = accountAttitude(withAnswer(high), asOf);
        for (const way of ways)
          expect(after.ways[way] ?? -1).toBeGreaterThanOrEqual((before.ways[way] ?? -1) - 1e-12);
        expect(after.score ?? -1).toBeGreaterThanOrEqual((before.score ?? -1) - 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  it("keep a person with a clear no below the line, whatever else was answered", () => {
    const clearNo = fc.constantFrom<AnswerValue>(
      { question: "switching", value: "no" },
      { question: "switching", value: "notSure" },
      { question: "relativeAdvantage", value: "worse" },
      { question: "nps", value: 6 },
      { question: "satisfaction5", value: 2 },
      { question: "satisfaction7", value: 3 },
    );
    fc.assert(
      fc.property(clearNo, fc.array(answerValue, { maxLength: 5 }), (no, others) => {
        const isSatisfaction = (value: AnswerValue) => value.question.startsWith("satisfaction");
        const isOther = (value: AnswerValue) =>
          value.question !== no.question && !(isSatisfaction(value) && isSatisfaction(no));
        const one = person("decisionMaker", [], {
          answers: [
            ...others.filter(isOther).map((value) => answer(value, { day: asOf - 30 })),
            answer(no, { day: asOf }),
          ],
        });
        expect(personScore(one, asOf)?.score ?? 0).toBeLessThanOrEqual(0.45);
      }),
      runs,
    );
  });

  it("never make an account loyal whose decision-maker did not answer yes to switching", () => {
    const doubt = fc.constantFrom<AnswerValue>(
      { question: "switching", value: "no" },
      { question: "switching", value: "notSure" },
    );
    fc.assert(
      fc.property(parts, doubt, answers, (given, value, others) => {
        const rest = others.filter(({ question }) => question !== "switching");
        const signer = person("decisionMaker", [], {
          personId: "signer",
          answers: [...rest, answer(value, { day: asOf - 5 })],
        });
        const { standing } = assess({
          ...given,
          contracts: [contract(), ...given.contracts],
          people: [signer, ...given.people],
        });
        expect(standing?.state).not.toBe("loyal");
      }),
      runs,
    );
  });

  it("have no y-coordinate and no arrow without an answer", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 200 }), (given, days) => {
        const unheard = { ...given, people: given.people.map((one) => ({ ...one, answers: [] })) };
        const after = assess(unheard);
        expect(after.attitude).toMatchObject({ score: null, mark: null, way: null });
        const before = assess(unheard, asOf - days);
        const movement = loyaltyMovement(before, after);
        const isNotice = [before, after].some(({ standing }) => standing?.reason === "noticeGiven");
        if (!isNotice) expect(movement.kind).not.toBe("moved");
      }),
      runs,
    );
  });
});

describe("behaviour", () => {
  it("has a standard error of 0 without orders, and proven K between K and 1 with them", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const alone = assess({ contracts: given.contracts }).behaviour.kept;
        if (alone.ratio !== null && alone.ratio > 0) {
          expect(alone.standardError).toBe(0);
          expect(alone.provenRatio).toBe(alone.ratio);
        }
        const { ratio, provenRatio } = assess(given).behaviour.kept;
        if (ratio === null || provenRatio === null) return;
        expect(provenRatio).toBeGreaterThanOrEqual(Math.min(ratio, 1));
        expect(provenRatio).toBeLessThanOrEqual(Math.max(ratio, 1));
      }),
      runs,
    );
  });

  it("is .75 for a contract that runs unchanged, at any age of a year or more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 366, max: 9000 }),
        fc.integer({ min: 1, max: 1e9 }),
        (age, yearlyMinor) => {
          const flat = contract({
            startDay: asOf - age,
            values: [{ fromDay: asOf - age, yearlyMinor }],
          });
          expect(assess({ contracts: [flat] }).behaviour.score).toBe(0.75);
        },
      ),
      runs,
    );
  });
});

describe("nothing changes", () => {
  it("when the currency is scaled, but the amounts by the same factor", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 1000 }), (given, factor) => {
        const scaled = {
          ...given,
          rows: given.rows.map((row) => ({ ...row, amountMinor: row.amountMinor * factor })),
          contracts: given.contracts.map((one) => ({
            ...one,
            values: one.values.map((step) => ({
              ...step,
              yearlyMinor: step.yearlyMinor * factor,
            })),
          })),
          wallets: given.wallets.map((wallet) => ({
            ...wallet,
            ownMinor: wallet.ownMinor * factor,
            categoryMinor: wallet.categoryMinor * factor,
          })),
        };
        const plain = assess(given);
        const other = assess(scaled);
        expect(other.standing).toEqual(plain.standing);
        expect(other.tags).toEqual(plain.tags);
        expect(other.signal).toEqual(plain.signal);
        expect(other.shareOfWallet ?? -1).toBeCloseTo(plain.shareOfWallet ?? -1, 12);
        expect(other.behaviour.score ?? -1).toBeCloseTo(plain.behaviour.score ?? -1, 9);
        expect(other.behaviour.kept.note).toBe(plain.behaviour.kept.note);
        expect(other.engagement.value ?? -1).toBeCloseTo(plain.engagement.value ?? -1, 9);
        expect(other.revenue.runningMinor).toBe(plain.revenue.runningMinor * factor);
        expect(other.canBeLostMinor).toBe(plain.canBeLostMinor * factor);
      }),
      runs,
    );
  });

  it("when orders, contracts, people, answers, events and wallets come in another order", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const turned = {
          rows: [...given.rows].reverse(),
          contracts: [...given.contracts].reverse(),
          events: [...given.events].reverse(),
          wallets: [...given.wallets].reverse(),
          people: given.people
            .map((one) => ({
              ...one,
              answers: [...one.answers].reverse(),
              invitations: [...one.invitations].reverse(),
            }))
            .reverse(),
        };
        expectSame(given, turned);
      }),
      runs,
    );
  });

  it("when one order is split into two on the same day", () => {
    fc.assert(
      fc.property(parts, fc.nat(), (given, seed) => {
        const split = given.rows.flatMap((row, index) => {
          const part = seed % row.amountMinor;
          if (index !== seed % given.rows.length || part === 0) return [row];
          return [
            { ...row, amountMinor: part },
            { ...row, amountMinor: row.amountMinor - part },
          ];
        });
        expectSame(given, { ...given, rows: split });
      }),
      runs,
    );
  });

  it("through what happens after the as-of day", () => {
    const later = fc.record({ people, rows, contracts, events, wallets });
    fc.assert(
      fc.property(parts, later, (known, after) => {
        const shift = 3100;
        const inTime = {
          people: known.people.map((one, i) => ({
            ...one,
            answers: [
              ...one.answers,
              ...(after.people[i]?.answers ?? []).map((a) => ({ ...a, day: a.day + shift })),
            ],
          })),
          rows: [...known.rows, ...after.rows.map((row) => ({ ...row, day: row.day + shift }))],
          contracts: [
            ...known.contracts,
            ...after.contracts.map((one) => ({
              ...one,
              startDay: one.startDay + shift,
              noticeGivenDay: null,
            })),
          ],
          events: [...known.events, ...after.events.map((event) => shifted(event, shift))],
          wallets: [
            ...known.wallets,
            ...after.wallets.map((wallet) => ({ ...wallet, day: wallet.day + shift })),
          ],
        };
        expectSame(known, inTime);
      }),
      runs,
    );
  });

  it("in any ratio when every account is there twice", () => {
    fc.assert(
      fc.property(histories, (list) => {
        const once = mapTotals(list.map((one) => assess(one)));
        const twice = mapTotals([...list, ...list].map((one) => assess(one)));
        expect(twice.total.revenueMinor).toBe(2 * once.total.revenueMinor);
        for (const [part, share] of Object.entries(once.shares)) {
          const other = twice.shares[part as keyof typeof twice.shares];
          expect(other.revenue.value ?? -1).toBeCloseTo(share.revenue.value ?? -1, 12);
          expect(other.accounts.value ?? -1).toBeCloseTo(share.accounts.value ?? -1, 12);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("revenue at risk", () => {
  it("is at least 0 and at most the running revenue, and the split adds up to it", () => {
    fc.assert(
      fc.property(history, (one) => {
        const assessment = assess(one);
        const { runningMinor, split } = assessment.revenue;
        expect(sum(Object.values(split))).toBe(runningMinor);
        const risk = revenueAtRisk(assessment, assumed);
        expect(risk === null).toBe(assessment.standing === null);
        expect(risk ?? 0).toBeGreaterThanOrEqual(0);
        expect(risk ?? 0).toBeLessThanOrEqual(runningMinor);
      }),
      runs,
    );
  });

  it("is 0 for a bound contract, and beside one only what orders bring", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 366 + 90, max: 3000 }),
        fc.integer({ min: 1, max: 1e9 }),
        rows,
        (ahead, yearlyMinor, list) => {
          const bound = contract({
            values: [{ fromDay: 0, yearlyMinor }],
            renewal: { firstDay: asOf + ahead, everyMonths: 12 },
          });
          expect(revenueAtRisk(assess({ contracts: [bound] }), assumed)).toBe(0);
          const both = assess({ contracts: [bound], rows: list });
          expect(both.canBeLostMinor).toBe(both.revenue.orderMinor);
          expect(both.tags).toContain("boundUntil");
        },
      ),
      runs,
    );
  });
});

describe("order columns", () => {
  it("hold every order once: their sums are those of the rows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const columns: AccountHistory["orders"] = orderHistory(list);
        const of = (choice: string) =>
          sum(list.filter((row) => row.choice === choice).map((row) => row.amountMinor));
        expect(sum(Array.from(columns.totalMinor))).toBe(sum(list.map((row) => row.amountMinor)));
        expect(sum(Array.from(columns.activeMinor))).toBe(of("active"));
        expect(sum(Array.from(columns.automaticMinor))).toBe(of("automatic"));
        const days = new Set(
          list.filter((row) => row.choice !== "automatic").map((row) => row.day),
        );
        expect(Array.from(columns.orderDays)).toEqual([...days].sort((a, b) => a - b));
        expect(account({ rows: list }).orders).toEqual(columns);
      }),
      runs,
    );
  });
});
