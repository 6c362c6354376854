import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { responseRate } from "@/lib/metrics";
import type { InputDto } from "../figures.types";
import { perUnit } from "../per-epoch";
import { type Scene, stoodAt } from "../scene";
import type { GivenAnswer } from "./latest-answers";
import { inputs } from "./measure";

export function activeUnits(scene: Scene, day: number): UnitFacts[] {
  const stood = stoodAt(scene, day);
  return scene.units.filter((unit) => stood.get(unit.id)?.standing);
}

export function hasEverAnswered(scene: Scene, question: string): boolean {
  return scene.units.some((unit) =>
    unit.history.people.some((person) =>
      person.answers.some((answer) => answer.question.startsWith(question)),
    ),
  );
}

const NOBODY: readonly string[] = [];

/** Who of an account was asked within the age of an answer. */
function askedOf({ history }: UnitFacts, asOfDay: number, answerDays: number): readonly string[] {
  const asked: string[] = [];
  for (const { personId, invitations } of history.people)
    if (
      invitations.some(
        ({ deliveredDay }) => deliveredDay <= asOfDay && asOfDay - deliveredDay <= answerDays,
      )
    )
      asked.push(personId);
  return asked.length === 0 ? NOBODY : asked;
}

/** Whom we asked within the age of an answer, and who of them has answered this question. */
export function responseInputs(
  scene: Scene,
  units: readonly UnitFacts[],
  answers: readonly GivenAnswer[],
): InputDto[] {
  const answered = new Set(answers.map(({ personId }) => personId));
  const { facts, asOfDay, settings } = scene;
  const ofUnit = perUnit(facts, `asked ${asOfDay}`, (unit) =>
    askedOf(unit, asOfDay, settings.answerDays),
  );
  const rows = units.map((unit) => {
    const asked = ofUnit(unit);
    const replied = asked.filter((personId) => answered.has(personId));
    return { asked: asked.length, answered: replied.length, revenueMinor: 0 };
  });
  const rate = responseRate(rows);
  return inputs([
    ["peopleAsked", rate.asked],
    ["ofThemAnswered", rate.answered],
    ["responseRate", rate.value, "ratio"],
  ]);
}
