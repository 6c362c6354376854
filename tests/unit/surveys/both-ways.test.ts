import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import { netPromoterScore } from "@/lib/metrics";
import { buildBothWays } from "@/lib/surveys/answers/build-both-ways";
import { HELD_REASONS } from "@/lib/surveys/answers/held-reason";
import type { LastWord } from "@/lib/surveys/answers/load-both-ways";

const word = (more: Partial<LastWord>): LastWord => ({
  class: "confirmed",
  reason: null,
  valueNumber: 9,
  valueCode: null,
  scale: "0-10",
  people: 1,
  ...more,
});
const unsent = { class: "provisional", reason: "not_sent" } as const;

test("the score counts what was sent; beside it stands the score with what was left unsent", () => {
  const words = [
    word({ valueNumber: 10, people: 3 }),
    word({ valueNumber: 2 }),
    word({ ...unsent, valueNumber: 0, people: 4 }),
    word({ class: "held", reason: "two_scores", valueNumber: 0, people: 2 }),
    word({ class: "held", reason: "staff", valueNumber: 10 }),
  ];
  const figure = buildBothWays("nps", words, 7);
  expect(figure).toMatchObject({
    unit: "points",
    confirmed: { n: 4, value: 50 },
    withProvisional: { n: 8, value: -25 },
    provisional: 4,
    heldPeople: 3,
    held: [
      { reason: "two_scores", people: 2 },
      { reason: "staff", people: 1 },
    ],
    visitedOnly: 7,
  });
  expect(figure.confirmed.low).toBeLessThan(50);
});

test("satisfaction on three, four and five steps is the share on the two upper steps of each", () => {
  const on = (scale: string, valueNumber: number) => word({ scale, valueNumber });
  const words = [
    on("1-5", 3),
    on("1-5", 4),
    on("1-4", 2),
    on("1-4", 3),
    on("1-3", 1),
    on("1-3", 2),
  ];
  expect(buildBothWays("csat", words, 0).confirmed).toMatchObject({ n: 6, value: 0.5 });
});

test("without answers there is no score, and questions in words have none", () => {
  const none = { n: 0, value: null, low: null, high: null };
  expect(buildBothWays("nps", [], 3)).toMatchObject({ confirmed: none, visitedOnly: 3 });
  expect(buildBothWays("csat", [], 0).confirmed).toEqual(none);
  const words = [word({ valueNumber: null, valueCode: "yes", scale: null, people: 5 })];
  expect(buildBothWays("switching", words, 0)).toMatchObject({
    unit: null,
    confirmed: { n: 5, value: null },
  });
});

test("both ways agree with the library whatever was said, and differ by the unsent only", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(scores, scores, (sent, left) => {
      const words = [
        ...sent.map((valueNumber) => word({ valueNumber })),
        ...left.map((valueNumber) => word({ ...unsent, valueNumber })),
      ];
      const figure = buildBothWays("nps", words, 0);
      expect(figure.confirmed.value).toBe(netPromoterScore(sent).value);
      expect(figure.withProvisional.value).toBe(netPromoterScore([...sent, ...left]).value);
      expect(figure.withProvisional.n - figure.confirmed.n).toBe(left.length);
    }),
    { numRuns: 50 },
  );
});

test.each(LANGUAGES)("every reason has words of its own in %s", (language) => {
  const t = staffWords(language, "answers");
  const words = HELD_REASONS.map((reason) => t(`held.reasons.${reason}`));
  expect(new Set(words).size).toBe(HELD_REASONS.length);
});
