import { type Answer, isActiveAt, type Person, type SatisfactionScale } from "@/lib/metrics";

export type ScoredQuestion = "nps" | SatisfactionScale;

export function isContactAt(person: Person, day: number): boolean {
  return isActiveAt(person.fromDay, person.untilDay, day);
}

function isLater(answer: Answer, held: Answer | null): boolean {
  if (held === null) return true;
  const isRelationship = answer.scope === "relationship";
  if (isRelationship !== (held.scope === "relationship")) return isRelationship;
  return answer.day > held.day;
}

/** A person's latest answer to a question at a day's close; a relationship answer before a touchpoint one. */
export function latestAnswer(
  person: Person,
  question: ScoredQuestion,
  day: number,
  answerDays: number,
): { day: number; value: number } | null {
  let last: Answer | null = null;
  for (const answer of person.answers) {
    if (answer.question !== question || answer.class !== "confirmed") continue;
    if (answer.day > day || day - answer.day > answerDays) continue;
    if (isLater(answer, last)) last = answer;
  }
  return last && typeof last.value === "number" ? { day: last.day, value: last.value } : null;
}
