import type { ScoredQuestion } from "@/lib/facts/latest-answer";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { type ResponseRow, responseRate } from "@/lib/metrics";
import type { InputDto } from "../figures.types";
import { perSelection, perUnit, rowsOf } from "../per-epoch";
import { customersOf, type Scene, stoodAt } from "../scene";
import { answersAt, type GivenAnswer } from "./latest-answers";
import { inputs } from "./measure";

export function activeUnits(scene: Scene, day: number): UnitFacts[] {
  return perSelection(scene.units, `active ${day}`, () =>
    customersOf(scene.units, day, stoodAt(scene, day)),
  );
}

export function hasEverAnswered(scene: Scene, question: string): boolean {
  return scene.units.some((unit) =>
    unit.history.people.some((person) =>
      person.answers.some((answer) => answer.question.startsWith(question)),
    ),
  );
}

const NOBODY: ResponseRow = { asked: 0, answered: 0, revenueMinor: 0 };

/** Who of an account was asked within the age of an answer, and who of them answered. */
function responseOf(
  { history }: UnitFacts,
  answers: readonly GivenAnswer[],
  asOfDay: number,
  answerDays: number,
): ResponseRow {
  const asked = history.people.filter(({ invitations }) =>
    invitations.some(
      ({ deliveredDay }) => deliveredDay <= asOfDay && asOfDay - deliveredDay <= answerDays,
    ),
  );
  if (asked.length === 0) return NOBODY;
  const answered = asked.filter((one) => answers.some(({ personId }) => personId === one.personId));
  return { asked: asked.length, answered: answered.length, revenueMinor: 0 };
}

/** Whom we asked within the age of an answer, and who of them has answered this question. */
export function responseInputs(
  scene: Scene,
  units: readonly UnitFacts[],
  question: ScoredQuestion,
): InputDto[] {
  const { facts, asOfDay, settings } = scene;
  const answersOf = answersAt(scene, question, asOfDay);
  const rowOf = perUnit(facts, `response ${question} ${asOfDay}`, (unit) =>
    responseOf(unit, answersOf(unit), asOfDay, settings.answerDays),
  );
  const rate = responseRate(rowsOf(units, `response ${question} ${asOfDay}`, rowOf));
  return inputs([
    ["peopleAsked", rate.asked],
    ["ofThemAnswered", rate.answered],
    ["responseRate", rate.value, "ratio"],
  ]);
}
