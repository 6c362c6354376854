import { expect, test } from "vitest";
import { addDays } from "@/lib/format/calendar";
import {
  lastAskedOn,
  type SeldomEvent,
  seldomQuestionsOf,
  seldomReason,
  withoutSeldom,
} from "@/lib/surveys/design/seldom-questions";
import { NO_OPTIONS } from "@/lib/surveys/design/survey-options";
import type { AskedQuestion } from "@/lib/surveys/design/survey-question";

const today = "2026-11-22";
const at = { today, asksNearDecision: false };
const ago = (days: number) => addDays(today, -days);
const asked: AskedQuestion = {
  question: "nps",
  scale: "0-10",
  scope: "relationship",
  company: "Nordlys Pumper",
  touchpointName: null,
  touchpointOn: null,
  followUps: ["relative_advantage", "switching", "search"],
  options: NO_OPTIONS,
};

test("a person is asked such a question at most once in 365 days", () => {
  const reason = (days: number) => seldomReason({ lastAskedOn: ago(days), decisionOn: null }, at);
  expect(reason(0)).toBe("asked_this_year");
  expect(reason(364)).toBe("asked_this_year");
  expect(reason(365)).toBeNull();
  expect(seldomReason({ lastAskedOn: null, decisionOn: null }, at)).toBeNull();
});

test("it is not asked in the 90 days before the decision date, nor on that day", () => {
  const reason = (days: number) =>
    seldomReason({ lastAskedOn: null, decisionOn: addDays(today, days) }, at);
  expect(reason(91)).toBeNull();
  expect(reason(90)).toBe("decision_near");
  expect(reason(0)).toBe("decision_near");
  expect(reason(-1)).toBeNull();
});

test("an admin may overrule the decision date, never the year", () => {
  const past = { lastAskedOn: null, decisionOn: addDays(today, 10) };
  const anyway = { today, asksNearDecision: true };
  expect(seldomReason(past, anyway)).toBeNull();
  expect(seldomReason({ ...past, lastAskedOn: ago(100) }, anyway)).toBe("asked_this_year");
});

test("an offer the rule kept away does not push the next one further off", () => {
  const offers = (...days: number[]): SeldomEvent[] =>
    days.map((day) => ({ on: ago(day), kind: "offered" }));
  // Shown 400 days ago; the survey of 200 days ago left it out.
  expect(lastAskedOn(offers(400, 200))).toBe(ago(400));
  expect(lastAskedOn(offers(200, 400))).toBe(ago(400));
  expect(lastAskedOn(offers(700, 400, 300, 20))).toBe(ago(300));
  expect(lastAskedOn([])).toBeNull();
});

test("an answer, or a mail that asked it first, always counts", () => {
  expect(
    lastAskedOn([
      { on: ago(400), kind: "offered" },
      { on: ago(200), kind: "asked" },
    ]),
  ).toBe(ago(200));
});

test("the rule is about switching, the reason to stay and the search, first or following", () => {
  expect(seldomQuestionsOf(asked)).toEqual(["switching", "search"]);
  expect(seldomQuestionsOf({ question: "reason_to_stay", followUps: [] })).toEqual([
    "reason_to_stay",
  ]);
  expect(seldomQuestionsOf({ question: "nps", followUps: ["drivers"] })).toEqual([]);
});

test("what may not be asked is left out, and the rest of the survey stays as it is", () => {
  const left = withoutSeldom(asked, new Map([["switching", "decision_near"]]));
  expect(left.followUps).toEqual(["relative_advantage", "search"]);
  expect(withoutSeldom(asked, new Map())).toBe(asked);
});
