import fc from "fast-check";
import type {
  AccountEvent,
  AccountHistory,
  AnswerClass,
  AnswerValue,
  Contract,
  OrderRow,
  Person,
  Role,
  WalletRow,
} from "@/lib/metrics";
import { account, answer, asOf, contract, person } from "./builders";

const ago = (longest: number) => fc.integer({ min: 0, max: longest }).map((days) => asOf - days);

export const role = fc.constantFrom<Role | null>("decisionMaker", "influencer", "user", null);

/** Each question's answers from the worst to the best; a step up is never worse. */
export const ladders: readonly (readonly AnswerValue[])[] = [
  Array.from({ length: 11 }, (_, value) => ({ question: "nps", value })),
  [1, 2, 3, 4, 5].map((value) => ({ question: "satisfaction5", value })),
  [1, 2, 3, 4, 5, 6, 7].map((value) => ({ question: "satisfaction7", value })),
  [1, 2, 3, 4].map((value) => ({ question: "satisfaction4", value })),
  [1, 2, 3].map((value) => ({ question: "satisfaction3", value })),
  (["worse", "same", "better"] as const).map((value) => ({ question: "relativeAdvantage", value })),
  (["no", "notSure", "yes"] as const).map((value) => ({ question: "switching", value })),
];

export const answerValue: fc.Arbitrary<AnswerValue> = fc.oneof(
  ...ladders.map((ladder) => fc.constantFrom(...ladder)),
  fc.constantFrom<AnswerValue>(
    { question: "relativeAdvantage", value: "noRealAlternative" },
    { question: "relativeAdvantage", value: "cannotSay" },
  ),
);

export const answers = fc.array(
  fc
    .record({
      value: answerValue,
      day: ago(500),
      scope: fc.constantFrom("relationship" as const, "touchpoint" as const),
      kind: fc.constantFrom<AnswerClass>("confirmed", "confirmed", "confirmed", "held"),
    })
    .map(({ value, day, scope, kind }) => answer(value, { day, scope, class: kind })),
  { maxLength: 6 },
);

const invitations = fc.array(
  fc
    .record({ day: ago(500), wave: fc.nat({ max: 5 }), isAnswered: fc.boolean() })
    .map(({ day, wave, isAnswered }) => ({
      deliveredDay: day,
      waveId: `w${wave}`,
      answeredDay: isAnswered ? day + 1 : null,
    })),
  { maxLength: 4 },
);

export const people: fc.Arbitrary<Person[]> = fc
  .array(fc.record({ role, answers, invitations, left: fc.option(ago(300), { freq: 8 }) }), {
    maxLength: 4,
  })
  .map((list) =>
    list.map((one, index) =>
      person(one.role, [], {
        personId: `p${index}`,
        answers: one.answers,
        invitations: one.invitations,
        untilDay: one.left,
      }),
    ),
  );

/** Lone orders, and series with a rhythm of their own. */
const loneOrders: fc.Arbitrary<OrderRow[]> = fc.array(
  fc.record({
    day: ago(900),
    amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
    choice: fc.constantFrom("active" as const, "automatic" as const, "notRecorded" as const),
  }),
  { maxLength: 12 },
);
const series: fc.Arbitrary<OrderRow[]> = fc
  .record({
    every: fc.integer({ min: 5, max: 120 }),
    lastDay: ago(250),
    count: fc.integer({ min: 4, max: 24 }),
    amountMinor: fc.integer({ min: 1, max: 500_000 }),
  })
  .map(({ every, lastDay, count, amountMinor }) =>
    Array.from({ length: count }, (_, index) => ({
      day: lastDay - every * index,
      amountMinor,
      choice: "notRecorded" as const,
    })),
  );
export const rows: fc.Arbitrary<OrderRow[]> = fc
  .tuple(loneOrders, fc.option(series, { nil: [] }))
  .map(([lone, regular]) => [...lone, ...regular]);

export const contracts: fc.Arbitrary<Contract[]> = fc
  .array(
    fc.record({
      startDay: ago(1500),
      yearlyMinor: fc.integer({ min: 1, max: 5_000_000 }),
      change: fc.option(fc.record({ fromDay: ago(400), factor: fc.constantFrom(0.5, 0.9, 1.2) })),
      firstDay: fc.integer({ min: asOf - 300, max: asOf + 900 }),
      notice: fc.option(fc.integer({ min: asOf - 90, max: asOf + 90 }), { freq: 4 }),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map(({ startDay, yearlyMinor, change, firstDay, notice }) => {
      const later = change === null ? [] : [change];
      const steps = later.map(({ fromDay, factor }) => ({
        fromDay,
        yearlyMinor: Math.round(yearlyMinor * factor),
      }));
      return contract({
        startDay,
        values: [{ fromDay: startDay, yearlyMinor }, ...steps],
        renewal: { firstDay, everyMonths: 12 },
        noticeGivenDay: notice,
      });
    }),
  );

export const events: fc.Arbitrary<AccountEvent[]> = fc.array(
  fc.oneof(
    ago(400).map((day): AccountEvent => ({ kind: "contact", day, hintsNotice: false })),
    ago(400).map((day): AccountEvent => ({ kind: "comment", day })),
    ago(400).map((day): AccountEvent => ({ kind: "ownerChanged", day })),
    ago(400).map((day): AccountEvent => ({ kind: "complaint", day, closedDay: day + 20 })),
    ago(400).map((day): AccountEvent => ({ kind: "rivalNamed", day })),
    ago(90).map(
      (day): AccountEvent => ({ kind: "promise", day, dueDay: day + 45, closedDay: null }),
    ),
    ago(90).map((day): AccountEvent => ({ kind: "case", day, dueDay: day + 30, closedDay: null })),
    // Few days, so that several of a kind fall on one.
    fc
      .record({ day: ago(3), days: fc.constantFrom(5, 20) })
      .map(({ day, days }): AccountEvent => ({ kind: "nextStep", day, dueDay: day + days })),
    fc
      .record({
        day: ago(3),
        call: fc.constantFrom("safe" as const, "unsure" as const, "atRisk" as const),
      })
      .map(({ day, call }): AccountEvent => ({ kind: "managerCall", day, call })),
    fc
      .record({
        day: ago(3),
        open: fc.option(fc.nat({ max: 40 })),
        asked: fc.constantFrom(0.02, 0.1),
        rounds: fc.constantFrom(1, 3),
      })
      .map(
        ({ day, open, asked, rounds }): AccountEvent => ({
          kind: "negotiation",
          day,
          closedDay: open === null ? null : day + open,
          isSigned: open !== null,
          discountAsked: asked,
          rounds,
        }),
      ),
  ),
  { maxLength: 8 },
);

export const wallets: fc.Arbitrary<WalletRow[]> = fc.array(
  fc
    .record({
      day: ago(500),
      own: fc.nat({ max: 1000 }),
      all: fc.integer({ min: 1000, max: 5000 }),
    })
    .map(({ day, own, all }) => ({
      category: "pumps",
      day,
      ownMinor: own,
      categoryMinor: all,
      provenance: "asked" as const,
    })),
  { maxLength: 2 },
);

export const parts = fc.record({ people, rows, contracts, events, wallets });

export const history: fc.Arbitrary<AccountHistory> = parts.map((given) => account(given));

/** Several accounts, each with a name of its own. */
export const histories: fc.Arbitrary<AccountHistory[]> = fc
  .array(history, { maxLength: 8 })
  .map((list) => list.map((one, index) => ({ ...one, accountId: `a${index}` })));
