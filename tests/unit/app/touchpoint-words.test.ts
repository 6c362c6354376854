import { expect, test } from "vitest";
import {
  auditStepWords,
  auditWords,
  doubtWords,
  headlineWords,
  lastWords,
  scoreWords,
  volumeWords,
} from "@/app/w/[workspace]/touchpoints/touchpoint-words";
import type { TouchpointScore } from "@/lib/surveys/touchpoints/touchpoint.types";

const at = (locale: string) => ({ locale, asOf: "2026-11-30" });
const spaced = (text: string) => text.replace(/\s/g, " ");

const score: TouchpointScore = {
  question: "csat",
  steps: 5,
  lastOn: "2026-11-22",
  value: 0.78,
  low: 0.61,
  high: 0.89,
  n: 23,
  answers: null,
};
const few: TouchpointScore = { ...score, value: null, low: null, high: null, n: 1, answers: [4] };

test("the map's headline tells what nobody asked about", () => {
  expect(headlineWords(0, 0, "en")).toBe("Where do customers meet you?");
  expect(headlineWords(1, 0, "en")).toBe("1 touchpoint, each asked about in the past year");
  expect(headlineWords(12, 3, "en")).toBe("12 touchpoints, 3 not asked about in the past year");
  expect(headlineWords(12, 3, "sv")).toBe("12 kontaktpunkter, 3 utan frågor det senaste året");
});

test("a figure stands with its interval and n, or with its few answers", () => {
  expect(spaced(scoreWords(score, at("en")))).toBe("78 % satisfied");
  expect(spaced(doubtWords(score, at("en")))).toBe("61 to 89 %, 23 answers");
  expect(spaced(doubtWords(score, at("nb")))).toBe("61 til 89 %, 23 svar");
  expect(doubtWords(few, at("en"))).toBe("1 answer, too few for a figure: 4 of 5");
});

test("how many were asked, and when the last answered, each only where there is one", () => {
  expect(volumeWords(1348, "2026-11-22", at("en"))).toBe("1,348 asked, last answer 22 Nov");
  expect(volumeWords(348, null, at("nb"))).toBe("348 spurt");
  expect(volumeWords(0, "2026-11-22", at("sv"))).toBe("senaste svar 22 nov.");
  expect(volumeWords(0, null, at("en"))).toBe("");
});

test("what colleagues found has words of its own", () => {
  const audit = { mean: 4.25, n: 3, lastOn: "2026-11-22" };
  expect(auditWords(audit, at("en"))).toBe("4.3 of 5, 3 looks");
  expect(auditWords({ ...audit, n: 1 }, at("sv"))).toBe("4,3 av 5, 1 genomgång");
  expect(lastWords(audit.lastOn, at("en"))).toBe("last on 22 Nov");
  expect(auditStepWords(2, "nb")).toBe("2: mye mangler");
  expect(auditStepWords(9, "en")).toBe("");
});
