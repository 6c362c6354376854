import { isoOfDay } from "@/lib/format/calendar";
import { type Answer, type LoyaltySettings, type Person, pointsOf } from "@/lib/metrics";
import type { AnswerDto } from "./worklist.types";

const SCALE_MAX = {
  satisfaction5: 5,
  satisfaction7: 7,
  satisfaction4: 4,
  satisfaction3: 3,
} as const;

export function answerDto(answer: Answer): AnswerDto {
  const on = isoOfDay(answer.day);
  switch (answer.question) {
    case "relativeAdvantage":
    case "switching":
      return { question: answer.question, value: null, scaleMax: null, code: answer.value, on };
    case "nps":
      return { question: "nps", value: answer.value, scaleMax: 10, code: null, on };
    default: {
      const scaleMax = SCALE_MAX[answer.question];
      return { question: "csat", value: answer.value, scaleMax, code: null, on };
    }
  }
}

function seenAnswers(person: Person, asOfDay: number): Answer[] {
  return person.answers.filter((answer) => answer.class === "confirmed" && answer.day <= asOfDay);
}

/** The last answer of a person, to any question; of one day, the score before the rest. */
export function lastAnswer(person: Person, asOfDay: number): AnswerDto | null {
  const isScore = (answer: Answer) =>
    answer.question === "nps" ? 2 : answer.question.startsWith("satisfaction") ? 1 : 0;
  const last = seenAnswers(person, asOfDay)
    .sort((a, b) => a.day - b.day || isScore(a) - isScore(b))
    .at(-1);
  return last ? answerDto(last) : null;
}

/**
 * The counted answer that says most: the lowest of someone below the line, the highest above it. Beside
 * another's answer it is one to the same question, where that lies above the line: 4 and 9, not 4 and 5 of 5.
 */
export function tellingAnswer(
  person: Person,
  asOfDay: number,
  settings: LoyaltySettings,
  side: "lowest" | "highest",
  beside?: AnswerDto | null,
): AnswerDto | null {
  const fresh = seenAnswers(person, asOfDay).filter(
    (answer) => asOfDay - answer.day <= settings.answerDays,
  );
  const latest = new Map<string, Answer>();
  for (const answer of fresh.sort((a, b) => a.day - b.day)) latest.set(answer.question, answer);
  const scored = [...latest.values()].flatMap((answer) => {
    const points = pointsOf(answer, settings.points, person.personId);
    return points === null ? [] : [{ answer, points }];
  });
  scored.sort((a, b) => (side === "lowest" ? a.points - b.points : b.points - a.points));
  const alike = scored.find(
    ({ answer, points }) =>
      points >= settings.line && answerDto(answer).question === beside?.question,
  );
  const telling = alike ?? scored[0];
  return telling ? answerDto(telling.answer) : null;
}
