import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { type Answer, isActiveAt, type Person, type SatisfactionScale } from "@/lib/metrics";
import { settings } from "../scene";

export type GivenAnswer = {
  accountId: string;
  personId: string;
  isUnnamed: boolean;
  role: Person["role"];
  value: number;
  day: number;
};

type Question = "nps" | SatisfactionScale;

function isContact(person: Person, day: number): boolean {
  return isActiveAt(person.fromDay, person.untilDay, day);
}

function counts(answer: Answer, question: Question, day: number): boolean {
  const age = day - answer.day;
  return (
    answer.question === question &&
    answer.class === "confirmed" &&
    age >= 0 &&
    age <= settings.answerDays
  );
}

/** The latest answer of every present contact; a relationship answer before a touchpoint one. */
function latestOf(
  person: Person,
  question: Question,
  day: number,
): (Answer & { value: number }) | null {
  const fresh = person.answers.filter((answer) => counts(answer, question, day));
  const relationship = fresh.filter((answer) => answer.scope === "relationship");
  const pool = relationship.length > 0 ? relationship : fresh;
  const last = pool.reduce<Answer | null>((a, b) => (a === null || b.day > a.day ? b : a), null);
  return last && typeof last.value === "number" ? { ...last, value: last.value } : null;
}

/** One answer per person at the close of a day, not older than the setting says. */
export function latestAnswers(
  units: readonly UnitFacts[],
  question: Question,
  day: number,
): GivenAnswer[] {
  return units.flatMap((unit) =>
    unit.history.people
      .filter((person) => isContact(person, day))
      .flatMap((person) => {
        const last = latestOf(person, question, day);
        const { personId, role } = person;
        if (!last) return [];
        const isUnnamed = person.isUnnamed ?? false;
        const given = { value: last.value, day: last.day };
        return [{ accountId: unit.id, personId, isUnnamed, role, ...given }];
      }),
  );
}

export function contactsAt(units: readonly UnitFacts[], day: number): number {
  const present = (person: Person) => !person.isUnnamed && isContact(person, day);
  return units.reduce((sum, { history }) => sum + history.people.filter(present).length, 0);
}
