import { formatCount, joinWords, sentenceCase } from "@/lib/format/count";
import { formatNumber, formatPercent, formatScore } from "@/lib/format/number";
import type { BothWaysDto, OneWay } from "@/lib/surveys/answers/build-both-ways";
import { HELD_WORDS, type HeldReason } from "@/lib/surveys/answers/held-reason";
import type { HeldAnswer } from "@/lib/surveys/answers/review.types";

// Every word of the list of held answers and of the figures both ways, in one place.

export const LIST = {
  title: (people: number) =>
    people === 0
      ? "No answer waits for your decision"
      : `Answers of ${formatCount(people, "person", "people")} wait for your decision`,
  name: "Held answers",
  answers: "Answers",
  parts:
    "Kept aside because a machine or a colleague may have sent them, or left without pressing Send. None of them is in any figure.",
  waiting: (people: number) => (people === 0 ? "Waiting" : `Waiting (${people})`),
  decided: "Decided",
  views: "Which answers",
  reason: "Reason",
  allReasons: "All reasons",
  emptyTitle: "Nothing waits",
  empty:
    "When a mail program presses a link by itself, a colleague answers, or somebody leaves the page without pressing Send, the answer is kept here with its reason instead of being counted.",
  noneTitle: "None for this reason",
  none: "Other answers may still wait. Show all reasons.",
  nobodyDecided: "Nobody has decided about an answer yet.",
  people: "people",
  accept: "Count it",
  acceptQuestion: (answer: string) => `Count this answer, ${answer}?`,
  acceptNote:
    "It counts from the moment it was given, together with what was written with it. The answer kept aside stays in the history, and your name stands beside the decision.",
  acceptStaff: "It came from a colleague's browser. Count it only if the customer gave it to you.",
  reject: "Do not count",
  rejectAll: (answers: number) => `Do not count any of ${answers}`,
  formOf: (name: string) => `The answers of ${name}`,
  nobody: "Somebody without a name",
  noAccount: "no account",
  showAll: (answers: number) => `Show all ${answers} answers`,
  unsent: "not sent",
  held: "held",
  accepted: (by: string | null, on: string) => `Counted by ${by ?? "the system"}, ${on}`,
  rejected: (by: string | null, on: string) => `Not counted, ${by ?? "the system"}, ${on}`,
  gave: (answers: readonly string[], span: string) =>
    `${answers.length} answers ${span}: ${answers.join(", ")}.`,
} as const;

export function reasonWords(reason: HeldReason): string {
  return sentenceCase(HELD_WORDS[reason]);
}

function duration(seconds: number): string {
  if (seconds < 120) return formatCount(seconds, "second", "seconds");
  if (seconds < 7_200) return formatCount(Math.round(seconds / 60), "minute", "minutes");
  if (seconds < 172_800) return formatCount(Math.round(seconds / 3_600), "hour", "hours");
  return formatCount(Math.round(seconds / 86_400), "day", "days");
}

/** "within 2 seconds" for the first and last moment of several answers. */
export function spanWords(answers: readonly HeldAnswer[]): string {
  const times = answers.map((answer) => Date.parse(answer.answeredAt));
  const seconds = Math.ceil((Math.max(...times) - Math.min(...times)) / 1000);
  return `within ${duration(Math.max(1, seconds))}`;
}

/** What speaks for and against it, as far as it was seen. */
export function evidenceWords({ evidence, class: kind }: HeldAnswer): string[] {
  const { isTrusted, afterHandOver, linksOpened, skipped, signal } = evidence;
  const words: string[] = [];
  if (afterHandOver !== null) {
    words.push(`${duration(afterHandOver)} after the mail server took the mail`);
  }
  if (skipped.includes("hand_over")) words.push("no mail whose time could tell");
  if (skipped.includes("person")) words.push("through a link that is nobody's own");
  if (signal === "focus") words.push("page in view and in focus for some seconds");
  else words.push(isTrusted ? "a hand was seen on the page" : "no hand was seen on the page");
  if (linksOpened > 1) words.push(`${linksOpened} links of the mail opened before`);
  if ("heldAt" in evidence && kind === "held") words.push("counted until the next press");
  return words;
}

export const FIGURES = {
  title: "How the figure comes about",
  note: "Of all versions of this survey. Only what was sent, and nothing speaks against, counts.",
  caption: "The figure both ways",
  sectionNote:
    "The last answer of each person in the same time, each counting once. Only what was sent counts.",
  way: "Way",
  people: "People",
  figure: "Figure, or why not",
  confirmed: "Sent, and counted",
  withProvisional: "With choices left unsent",
  held: "Kept aside",
  visitedOnly: "Opened the page and sent nothing",
  none: "none",
  noFigure: "not enough data",
  review: "Decide about them",
} as const;

/** "+31 (18 to 44)", "72 % (61 to 81 %)". */
export function figureWords({ unit }: BothWaysDto, way: OneWay, locale: string): string {
  if (unit === null) return "";
  if (way.value === null) return FIGURES.noFigure;
  const text = (value: number) =>
    unit === "points" ? formatScore(value, locale) : formatPercent(value, locale);
  if (way.low === null || way.high === null) return text(way.value);
  return `${text(way.value)} (${text(way.low)} to ${text(way.high)})`;
}

/** "answered by staff (1)". */
export function heldByReason({ held }: BothWaysDto, locale: string): string {
  return joinWords(
    held.map(({ reason, people }) => `${HELD_WORDS[reason]} (${formatNumber(people, locale)})`),
  );
}
