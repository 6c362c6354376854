import { isContactAt, latestAnswer, type ScoredQuestion } from "@/lib/facts/latest-answer";
import { settingsAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import type { Person } from "@/lib/metrics";
import type { Scene } from "../scene";

export type GivenAnswer = {
  accountId: string;
  personId: string;
  isUnnamed: boolean;
  role: Person["role"];
  value: number;
  day: number;
};

/** One answer per person at the close of a day, not older than the setting says. */
export function latestAnswers(
  { facts }: Scene,
  units: readonly UnitFacts[],
  question: ScoredQuestion,
  day: number,
): GivenAnswer[] {
  const { answerDays } = settingsAt(facts, day);
  return units.flatMap((unit) =>
    unit.history.people
      .filter((person) => isContactAt(person, day))
      .flatMap((person) => {
        const last = latestAnswer(person, question, day, answerDays);
        const { personId, role } = person;
        if (!last) return [];
        const isUnnamed = person.isUnnamed ?? false;
        const given = { value: last.value, day: last.day };
        return [{ accountId: unit.id, personId, isUnnamed, role, ...given }];
      }),
  );
}

export function contactsAt(units: readonly UnitFacts[], day: number): number {
  const present = (person: Person) => !person.isUnnamed && isContactAt(person, day);
  return units.reduce((sum, { history }) => sum + history.people.filter(present).length, 0);
}
