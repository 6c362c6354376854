import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountHistory,
  type AnswerValue,
  accountAttitude,
  type Contract,
  keptRevenue,
  lossShares,
  loyaltyState,
  mapTotals,
  type OrderRow,
  type Person,
  personScore,
  type Role,
  revenueAtRisk,
} from "@/lib/metrics";
import { account, answer, asOf, assess, contract, person } from "./builders";

const role = fc.constantFrom<Role | null>("decisionMaker", "influencer", "user", null);
const answerValue: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.record({ question: fc.constant("nps" as const), value: fc.integer({ min: 0, max: 10 }) }),
  fc.record({
    question: fc.constant("satisfaction5" as const),
    value: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    question: fc.constant("satisfaction7" as const),
    value: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    question: fc.constant("satisfaction4" as const),
    value: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    question: fc.constant("satisfaction3" as const),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    question: fc.constant("relativeAdvantage" as const),
    value: fc.constantFrom("worse", "same", "better", "noRealAlternative", "cannotSay"),
  }),
  fc.record({
    question: fc.constant("switching" as const),
    value: fc.constantFrom("no", "notSure", "yes"),
  }),
) as fc.Arbitrary<AnswerValue>;

const answers = fc.array(
  fc.record({
    value: answerValue,
    ago: fc.integer({ min: 0, max: 500 }),
    scope: fc.constantFrom("relationship" as const, "touchpoint" as const),
  }),
  { maxLength: 6 },
);

const people: fc.Arbitrary<Person[]> = fc
  .array(fc.record({ role, answers }), { maxLength: 4 })
  .map((list) =>
    list.map((one, i) =>
      person(one.role, [], {
        personId: `p${i}`,
        answers: one.answers.map(({ value, ago, scope }) =>
          answer(value, { day: asOf - ago, scope }),
        ),
      }),
    ),
  );

const rows: fc.Arbitrary<OrderRow[]> = fc.array(
  fc.record({
    day: fc.integer({ min: asOf - 900, max: asOf }),
    amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
    choice: fc.constantFrom("active" as const, "automatic" as const, "notRecorded" as const),
  }),
  { maxLength: 25 },
);

const contracts: fc.Arbitrary<Contract[]> = fc
  .array(
    fc.record({
      start: fc.integer({ min: asOf - 1500, max: asOf }),
      yearlyMinor: fc.integer({ min: 1, max: 5_000_000 }),
      firstDay: fc.integer({ min: asOf - 300, max: asOf + 900 }),
      notice: fc.option(fc.integer({ min: asOf - 90, max: asOf + 90 })),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map(({ start, yearlyMinor, firstDay, notice }) =>
      contract({
        startDay: start,
        values: [{ fromDay: start, yearlyMinor }],
        renewal: { firstDay, everyMonths: 12 },
        noticeGivenDay: notice,
      }),
    ),
  );

const history: fc.Arbitrary<AccountHistory> = fc
  .record({ people, rows, contracts })
  .map((parts) => account(parts));

const runs = { numRuns: 80 };

describe("laws of the map", () => {
  it("the five states partition the active accounts and their revenue", () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), (histories) => {
        const assessments = histories.map((one) => assess(one));
        const totals = mapTotals(assessments);
        const active = assessments.filter(({ standing }) => standing !== null);
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
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
      }),
      runs,
    );
  });

  it("attitude and behaviour are null with a reason, or lie between 0 and 1", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { attitude, behaviour } = assess(one);
        for (const { score, reason } of [attitude, behaviour]) {
          expect(score === null).toBe(reason !== null);
          if (score !== null) expect(score >= 0 && score <= 1).toBe(true);
        }
      }),
      runs,
    );
  });

  it("every figure's parts add up: the revenue split, and what is at risk is at most what runs", () => {
    fc.assert(
      fc.property(history, (one) => {
        const assessment = assess(one);
        const { runningMinor, split } = assessment.revenue;
        expect(Object.values(split).reduce((a, b) => a + b, 0)).toBe(runningMinor);
        const risk = revenueAtRisk(assessment, lossShares([], 0)) ?? 0;
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(runningMinor);
      }),
      runs,
    );
  });

  it("a state follows from the scores alone", () => {
    const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(score, score, fc.boolean(), (b, a, notice) => {
        const { state } = loyaltyState(
          { score: b, reason: b === null ? "tooNew" : null },
          { score: a, reason: a === null ? "neverAsked" : null },
          notice,
        );
        if (notice) expect(state).toBe("leaving");
        else expect(state === "notKnown").toBe(a === null || b === null);
      }),
      runs,
    );
  });
});

describe("laws of attitude", () => {
  it("provisional, held and staff answers change nothing", () => {
    const other = fc.constantFrom("provisional" as const, "held" as const, "staff" as const);
    fc.assert(
      fc.property(people, answerValue, other, (list, value, kind) => {
        const more = list.map((one) => ({
          ...one,
          answers: [answer(value, { class: kind, day: asOf }), ...one.answers],
        }));
        expect(accountAttitude(more, asOf)).toEqual(accountAttitude(list, asOf));
      }),
      runs,
    );
  });

  it("raising one answer never lowers a score", () => {
    const ladders: AnswerValue[][] = [
      Array.from({ length: 11 }, (_, value) => ({ question: "nps", value })),
      [1, 2, 3, 4, 5].map((value) => ({ question: "satisfaction5", value })),
      [1, 2, 3, 4, 5, 6, 7].map((value) => ({ question: "satisfaction7", value })),
      [1, 2, 3, 4].map((value) => ({ question: "satisfaction4", value })),
      [1, 2, 3].map((value) => ({ question: "satisfaction3", value })),
      (["worse", "same", "better"] as const).map((value) => ({
        question: "relativeAdvantage",
        value,
      })),
      (["no", "notSure", "yes"] as const).map((value) => ({ question: "switching", value })),
    ];
    fc.assert(
      fc.property(people, fc.constantFrom(...ladders), fc.nat(), (list, ladder, seed) => {
        const step = seed % (ladder.length - 1);
        const withAnswer = (value: AnswerValue) => [
          ...list,
          person("decisionMaker", [value], { personId: "raised" }),
        ];
        const low = accountAttitude(withAnswer(ladder[step] as AnswerValue), asOf);
        const high = accountAttitude(withAnswer(ladder[step + 1] as AnswerValue), asOf);
        for (const way of ["everyAnswer", "everyPerson", "leastConvinced", "signerFirst"] as const)
          expect(high.ways[way] ?? 0).toBeGreaterThanOrEqual((low.ways[way] ?? 0) - 1e-12);
      }),
      runs,
    );
  });

  it("a person with a clear no is never above the line, so such a signer's account is never loyal", () => {
    const clearNo = fc.constantFrom<AnswerValue>(
      { question: "switching", value: "no" },
      { question: "switching", value: "notSure" },
      { question: "relativeAdvantage", value: "worse" },
      { question: "nps", value: 6 },
      { question: "satisfaction5", value: 2 },
    );
    fc.assert(
      fc.property(clearNo, fc.array(answerValue, { maxLength: 3 }), people, (no, others, list) => {
        const rest = others.filter(({ question }) => question !== no.question);
        const signer = person("decisionMaker", [], {
          answers: [
            ...rest.map((value) => answer(value, { day: asOf - 30 })),
            answer(no, { day: asOf }),
          ],
        });
        const score = personScore(signer, asOf)?.score ?? 0;
        expect(score).toBeLessThanOrEqual(0.45);
        const { standing } = assess({ contracts: [contract()], people: [signer, ...list] });
        expect(standing?.state).not.toBe("loyal");
      }),
      runs,
    );
  });

  it("no answer means no y-coordinate", () => {
    fc.assert(
      fc.property(rows, contracts, (someRows, someContracts) => {
        const { attitude } = assess({ rows: someRows, contracts: someContracts });
        expect(attitude).toMatchObject({ score: null, mark: null, reason: "neverAsked" });
      }),
      runs,
    );
  });

  it("the order of persons and answers never matters", () => {
    fc.assert(
      fc.property(people, (list) => {
        const turned = list
          .map((one) => ({ ...one, answers: [...one.answers].reverse() }))
          .reverse();
        const a = accountAttitude(list, asOf);
        const b = accountAttitude(turned, asOf);
        expect(b.score === null).toBe(a.score === null);
        expect(b.score ?? 0).toBeCloseTo(a.score ?? 0, 12);
        expect(b.disagree).toBe(a.disagree);
      }),
      runs,
    );
  });
});

describe("laws of behaviour", () => {
  it("without orders there is no standard error and K is proven as it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        (now, base) => {
          const kept = keptRevenue({ runningMinor: now, baseMinor: base });
          expect(kept.standardError).toBe(0);
          expect(kept.provenRatio).toBe(kept.ratio);
        },
      ),
      runs,
    );
  });

  it("proven K lies between K and 1", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { ratio, provenRatio } = assess({ rows: list }).behaviour.kept;
        if (ratio === null || provenRatio === null) return;
        expect(provenRatio).toBeGreaterThanOrEqual(Math.min(ratio, 1) - 1e-12);
        expect(provenRatio).toBeLessThanOrEqual(Math.max(ratio, 1) + 1e-12);
      }),
      runs,
    );
  });

  it("scaling the currency and permuting the rows change no score", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const plain = assess({ rows: list }).behaviour;
        const scaled = list.map((row) => ({ ...row, amountMinor: row.amountMinor * factor }));
        const other = assess({ rows: scaled.reverse() }).behaviour;
        expect(other.score === null).toBe(plain.score === null);
        expect(other.score ?? 0).toBeCloseTo(plain.score ?? 0, 9);
        expect(other.kept.note).toBe(plain.kept.note);
      }),
      runs,
    );
  });

  it("splitting one order into two on the same day changes nothing", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (list, seed) => {
        const split = list.flatMap((row, index) => {
          const part = seed % row.amountMinor;
          if (index !== seed % list.length || part === 0) return [row];
          return [
            { ...row, amountMinor: part },
            { ...row, amountMinor: row.amountMinor - part },
          ];
        });
        expect(assess({ rows: split })).toEqual(assess({ rows: list }));
      }),
      runs,
    );
  });

  it("a contract that runs unchanged is .75 at any age of a year or more", () => {
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

  it("a bound contract has nothing at risk", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 366 + 90, max: 3000 }),
        fc.integer({ min: 1, max: 1e9 }),
        (ahead, yearlyMinor) => {
          const bound = contract({
            values: [{ fromDay: 0, yearlyMinor }],
            renewal: { firstDay: asOf + ahead, everyMonths: 12 },
          });
          const assessment = assess({ contracts: [bound] });
          expect(revenueAtRisk(assessment, lossShares([], 0))).toBe(0);
        },
      ),
      runs,
    );
  });

  it("what happens after the as-of day is not seen", () => {
    const parts = fc.record({ people, rows, contracts });
    fc.assert(
      fc.property(parts, parts, (known, later) => {
        const shift = 1501;
        const after = {
          people: known.people.map((one, i) => ({
            ...one,
            answers: [
              ...one.answers,
              ...(later.people[i]?.answers ?? []).map((a) => ({ ...a, day: a.day + shift })),
            ],
          })),
          rows: [...known.rows, ...later.rows.map((row) => ({ ...row, day: row.day + shift }))],
          contracts: [
            ...known.contracts,
            ...later.contracts.map((c) => ({
              ...c,
              startDay: c.startDay + shift,
              noticeGivenDay: null,
            })),
          ],
          events: [{ kind: "complaint" as const, day: asOf + 1, closedDay: null }],
        };
        expect(assess(after)).toEqual(assess(known));
      }),
      runs,
    );
  });
});
