import { customerSatisfaction, netPromoterScore, wilsonInterval } from "@/lib/metrics";
import { stepsOf } from "../design/question-codes";
import type { HeldReason } from "./held-reason";
import type { LastWord } from "./load-both-ways";

/** A figure over people, computed one way. */
export type OneWay = {
  n: number;
  /** NPS -100..100, or the satisfied share 0..1; null without an answer or for a question in words. */
  value: number | null;
  low: number | null;
  high: number | null;
};

export type BothWaysDto = {
  /** points: NPS; share: those on the two upper steps; null: the answers have no order. */
  unit: "points" | "share" | null;
  /** What counts. */
  confirmed: OneWay;
  /** The same with the choices that people left without pressing Send. */
  withProvisional: OneWay;
  provisional: number;
  /** People whose last word is kept aside, and why. */
  held: { reason: HeldReason; people: number }[];
  heldPeople: number;
  /** Opened the page and sent nothing; those who left a choice are among them. */
  visitedOnly: number;
};

const UNITS: Record<string, BothWaysDto["unit"]> = { nps: "points", csat: "share", ease: "share" };
const CSAT_SCALES = [3, 4, 5, 7] as const;

function scaleOf(word: LastWord): (typeof CSAT_SCALES)[number] | undefined {
  if (word.scale === null || !/^1-\d$/.test(word.scale)) return undefined;
  const steps = stepsOf(word.scale).length;
  return CSAT_SCALES.find((scale) => scale === steps);
}

function values(words: readonly LastWord[]): number[] {
  return words.flatMap(({ valueNumber, people }) =>
    valueNumber === null ? [] : Array<number>(people).fill(valueNumber),
  );
}

function points(words: readonly LastWord[]): OneWay {
  const score = netPromoterScore(values(words));
  if (score.value === null) return { n: score.n, value: null, low: null, high: null };
  return { n: score.n, value: score.value, low: score.interval.low, high: score.interval.high };
}

/** Versions of a survey may have had other scales: each answer is judged on its own. */
function share(words: readonly LastWord[]): OneWay {
  let [n, satisfied] = [0, 0];
  for (const word of words) {
    const scale = scaleOf(word);
    if (scale === undefined) continue;
    const { value, n: given } = customerSatisfaction(values([word]), { scale });
    n += given;
    satisfied += Math.round((value ?? 0) * given);
  }
  const figure = wilsonInterval(satisfied, n);
  const interval = figure.value === null ? null : figure.interval;
  return { n, value: figure.value, low: interval?.low ?? null, high: interval?.high ?? null };
}

function count(words: readonly LastWord[]): number {
  return words.reduce((sum, word) => sum + word.people, 0);
}

function oneWay(unit: BothWaysDto["unit"], words: readonly LastWord[]): OneWay {
  if (unit === "points") return points(words);
  if (unit === "share") return share(words);
  return { n: count(words), value: null, low: null, high: null };
}

function byReason(held: readonly LastWord[]): BothWaysDto["held"] {
  const people = new Map<HeldReason, number>();
  for (const word of held) {
    if (word.reason !== null) {
      people.set(word.reason, (people.get(word.reason) ?? 0) + word.people);
    }
  }
  return [...people]
    .map(([reason, number]) => ({ reason, people: number }))
    .sort((a, b) => b.people - a.people || a.reason.localeCompare(b.reason));
}

/** The figure both ways, and what stands in neither. */
export function buildBothWays(
  question: string,
  words: readonly LastWord[],
  visitedOnly: number,
): BothWaysDto {
  const unit = UNITS[question] ?? null;
  const of = (kind: LastWord["class"]) => words.filter((word) => word.class === kind);
  const [confirmed, provisional, held] = [of("confirmed"), of("provisional"), of("held")];
  return {
    unit,
    confirmed: oneWay(unit, confirmed),
    withProvisional: oneWay(unit, [...confirmed, ...provisional]),
    provisional: count(provisional),
    held: byReason(held),
    heldPeople: count(held),
    visitedOnly,
  };
}
