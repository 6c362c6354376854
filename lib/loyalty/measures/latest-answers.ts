import { isContactAt, latestAnswer, type ScoredQuestion } from "@/lib/facts/latest-answer";
import { settingsAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import type { Person } from "@/lib/metrics";
import { perUnit } from "../per-epoch";
import type { Scene } from "../scene";

export type GivenAnswer = {
  accountId: string;
  personId: string;
  isUnnamed: boolean;
  role: Person["role"];
  value: number;
  day: number;
};

const NONE: readonly GivenAnswer[] = [];

function answersOf(
  { id, history }: UnitFacts,
  question: ScoredQuestion,
  day: number,
  answerDays: number,
): readonly GivenAnswer[] {
  const answers: GivenAnswer[] = [];
  for (const person of history.people) {
    if (!isContactAt(person, day)) continue;
    const last = latestAnswer(person, question, day, answerDays);
    if (last === null) continue;
    const { personId, role, isUnnamed = false } = person;
    answers.push({ accountId: id, personId, isUnnamed, role, ...last });
  }
  return answers.length === 0 ? NONE : answers;
}

/** Of an account one answer per person at the close of a day, not older than the setting says. */
export function answersAt(
  { facts }: Scene,
  question: ScoredQuestion,
  day: number,
): (unit: UnitFacts) => readonly GivenAnswer[] {
  const { answerDays } = settingsAt(facts, day);
  return perUnit(facts, `answers ${question} ${day}`, (unit) =>
    answersOf(unit, question, day, answerDays),
  );
}

/** The same of all of some accounts. */
export function latestAnswers(
  scene: Scene,
  units: readonly UnitFacts[],
  question: ScoredQuestion,
  day: number,
): GivenAnswer[] {
  return units.flatMap(answersAt(scene, question, day));
}

export function contactsAt(units: readonly UnitFacts[], day: number): number {
  const present = (person: Person) => !person.isUnnamed && isContactAt(person, day);
  return units.reduce((sum, { history }) => sum + history.people.filter(present).length, 0);
}
