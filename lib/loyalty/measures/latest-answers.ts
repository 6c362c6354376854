import { isContactAt, latestAnswer, type ScoredQuestion } from "@/lib/facts/latest-answer";
import { joined, perBlock } from "@/lib/facts/per-block";
import { settingsAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import type { Person } from "@/lib/metrics";
import { perUnit } from "../per-epoch";
import type { Scene } from "../scene";
import { totalOf } from "./measure";

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

/** One answer per person of an account at the close of a day, not older than the setting says. */
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

/** The same of some accounts. */
export function latestAnswers(
  scene: Scene,
  units: readonly UnitFacts[],
  question: ScoredQuestion,
  day: number,
): GivenAnswer[] {
  const own = answersAt(scene, question, day);
  return joined(perBlock(units, `answers ${question} ${day}`, (block) => block.flatMap(own)));
}

export function contactsAt({ facts }: Scene, units: readonly UnitFacts[], day: number): number {
  const present = (person: Person) => !person.isUnnamed && isContactAt(person, day);
  const own = perUnit(
    facts,
    `contacts ${day}`,
    ({ history }) => history.people.filter(present).length,
  );
  return totalOf(perBlock(units, `contacts ${day}`, (block) => totalOf(block.map(own))));
}
