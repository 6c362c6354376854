import {
  type CsatScale,
  customerSatisfaction,
  meanInterval,
  statisticOrAnswers,
} from "@/lib/metrics";
import type { AnswerCount, AuditCount } from "./load-touchpoint-figures";
import type { AuditFigure, TouchpointScore } from "./touchpoint.types";

const STEPS: Record<string, CsatScale> = { "1-3": 3, "1-4": 4, "1-5": 5, "1-7": 7 };

type Series = { question: "csat" | "ease"; steps: CsatScale; answers: number[]; lastOn: string };

function toSeries(counts: readonly AnswerCount[]): Series[] {
  const series = new Map<string, Series>();
  for (const { question, scale, value, count, lastOn } of counts) {
    const steps = STEPS[scale ?? "1-5"];
    if ((question !== "csat" && question !== "ease") || value === null || !steps) continue;
    const key = `${question} ${steps}`;
    const known = series.get(key) ?? { question, steps, answers: [], lastOn };
    known.answers.push(...Array.from({ length: count }, () => value));
    if (lastOn > known.lastOn) known.lastOn = lastOn;
    series.set(key, known);
  }
  return [...series.values()].filter(({ answers, steps }) =>
    answers.every((answer) => answer >= 1 && answer <= steps),
  );
}

/** The figure of one touchpoint from the counts of its answers; null where none is a score. */
export function touchpointScore(counts: readonly AnswerCount[]): TouchpointScore | null {
  const series = toSeries(counts);
  const [first, ...rest] = series;
  if (!first) return null;
  const most = rest.reduce((a, b) => (b.answers.length > a.answers.length ? b : a), first);
  const { question, steps, lastOn } = most;
  const result = statisticOrAnswers(most.answers, (answers) =>
    customerSatisfaction(answers, { scale: steps }),
  );
  const of = { question, steps, lastOn };
  if (result.value !== null && result.interval) {
    const { value, n, interval } = result;
    return { ...of, value, low: interval.low, high: interval.high, n, answers: null };
  }
  const answers = [...most.answers].sort((a, b) => a - b);
  return { ...of, value: null, low: null, high: null, n: answers.length, answers };
}

/** What colleagues found on average; a handful of looks has no interval worth showing. */
export function auditFigure({ scores, lastOn }: AuditCount): AuditFigure | null {
  const { value, n } = meanInterval(scores);
  return value === null ? null : { mean: value, n, lastOn };
}
