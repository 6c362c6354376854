import { assessAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import {
  type AccountScores,
  customerSatisfaction,
  netPromoterDifference,
  newcombeDifference,
  npsByAccount,
  pairedNetPromoterDifference,
} from "@/lib/metrics";
import type { VerdictDto } from "../figures.types";
import { type Scene, settings } from "../scene";
import { contactsAt, type GivenAnswer, latestAnswers } from "./latest-answers";
import {
  type Figure,
  known,
  type Measure,
  type NotSuited,
  revenueCoverage,
  shareScale,
  tooFew,
  unknown,
  verdictOf,
} from "./measure";

/** Below this the answers themselves are shown, not a statistic. */
const MIN_ANSWERS = 10;
const ASK = "Send a survey to the people you work with; ten answers make a figure.";

function activeUnits(scene: Scene, day: number): UnitFacts[] {
  const assessed = assessAt(scene.facts, day);
  return scene.units.filter((unit) => assessed.get(unit.id)?.standing);
}

function hasEverAnswered(scene: Scene, question: string): boolean {
  return scene.units.some((unit) =>
    unit.history.people.some((person) =>
      person.answers.some((answer) => answer.question.startsWith(question)),
    ),
  );
}

function accountScores(
  scene: Scene,
  day: number,
  answers: readonly GivenAnswer[],
): AccountScores[] {
  const assessed = assessAt(scene.facts, day);
  return activeUnits(scene, day).map((unit) => ({
    scores: answers.filter(({ accountId }) => accountId === unit.id).map(({ value }) => value),
    revenueMinor: Math.max(0, assessed.get(unit.id)?.revenue.runningMinor ?? 0),
  }));
}

/** The few answers there are, instead of a statistic. */
function fewAnswers(answers: readonly GivenAnswer[], fromDay: number): Figure {
  return unknown("tooFewAnswers", "Ten answers make a figure; until then these are the answers.", {
    fromDay,
    n: answers.length,
    answers: answers.map(({ value }) => value).sort((a, b) => a - b),
    counts: [{ what: "answers", count: answers.length, of: null }],
  });
}

function isNew(scene: Scene) {
  return ({ day }: GivenAnswer) => day > scene.compareDay;
}

function npsVerdict(
  scene: Scene,
  now: GivenAnswer[],
  before: GivenAnswer[],
  change: number | null,
) {
  const given = now.filter(isNew(scene));
  const earlier = new Map(before.map(({ personId, value }) => [personId, value]));
  const pairs = given.flatMap(({ personId, value }) => {
    const was = earlier.get(personId);
    return was === undefined ? [] : [{ now: value, before: was }];
  });
  if (before.length < MIN_ANSWERS || given.length < MIN_ANSWERS) return tooFew();
  const test =
    pairs.length >= MIN_ANSWERS
      ? pairedNetPromoterDifference(pairs)
      : netPromoterDifference(
          given.map(({ value }) => value),
          before.map(({ value }) => value),
        );
  return verdictOf(scene, { isReal: test.isRealChange, tested: test.value, change });
}

function npsFigure(scene: Scene): Figure | NotSuited {
  const fromDay = scene.asOfDay - settings.answerDays;
  if (!hasEverAnswered(scene, "nps")) return { hidden: "noAnswers", help: ASK };
  const units = activeUnits(scene, scene.asOfDay);
  const answers = latestAnswers(units, "nps", scene.asOfDay);
  if (answers.length < MIN_ANSWERS) return fewAnswers(answers, fromDay);
  const score = npsByAccount(accountScores(scene, scene.asOfDay, answers));
  const before = latestAnswers(activeUnits(scene, scene.compareDay), "nps", scene.compareDay);
  const was = npsByAccount(accountScores(scene, scene.compareDay, before));
  const change = score.value === null || was.value === null ? null : score.value - was.value;
  const heard = new Set(answers.map(({ accountId }) => accountId));
  return known(score, {
    fromDay,
    counts: [
      { what: "accounts", count: heard.size, of: units.length },
      { what: "answers", count: answers.length, of: null },
    ],
    coverage: revenueCoverage(scene, heard),
    verdict: npsVerdict(scene, answers, before, change),
  });
}

const SCALES = [5, 7, 4, 3] as const;

/** Scales are never pooled: the one with more answers is shown. */
function usedScale(units: readonly UnitFacts[], day: number): (typeof SCALES)[number] {
  const counts = SCALES.map((scale) => ({
    scale,
    count: latestAnswers(units, `satisfaction${scale}`, day).length,
  }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).scale;
}

function satisfied(answers: readonly GivenAnswer[], scale: number): number {
  return answers.filter(({ value }) => value > scale - 2).length;
}

function csatVerdict(
  scene: Scene,
  now: GivenAnswer[],
  before: GivenAnswer[],
  scale: number,
): VerdictDto {
  const given = now.filter(isNew(scene));
  if (before.length < MIN_ANSWERS || given.length < MIN_ANSWERS) return tooFew();
  const test = newcombeDifference(
    satisfied(given, scale),
    given.length,
    satisfied(before, scale),
    before.length,
  );
  const change = satisfied(now, scale) / now.length - satisfied(before, scale) / before.length;
  return verdictOf(scene, { isReal: test.isRealChange, tested: test.value, change });
}

function csatFigure(scene: Scene): Figure | NotSuited {
  const fromDay = scene.asOfDay - settings.answerDays;
  if (!hasEverAnswered(scene, "satisfaction")) return { hidden: "noAnswers", help: ASK };
  const units = activeUnits(scene, scene.asOfDay);
  const scale = usedScale(units, scene.asOfDay);
  const answers = latestAnswers(units, `satisfaction${scale}`, scene.asOfDay);
  if (answers.length < MIN_ANSWERS) return fewAnswers(answers, fromDay);
  const values = answers.map(({ value }) => value);
  const population = contactsAt(units, scene.asOfDay);
  const share = customerSatisfaction(values, { scale, population });
  const earlier = activeUnits(scene, scene.compareDay);
  const before = latestAnswers(earlier, `satisfaction${scale}`, scene.compareDay);
  const heard = new Set(answers.map(({ accountId }) => accountId));
  return known(share, {
    fromDay,
    population: `top 2 of ${scale}`,
    counts: [
      { what: "answers", count: answers.length, of: null },
      { what: "accounts", count: heard.size, of: units.length },
    ],
    coverage: revenueCoverage(scene, heard),
    verdict: csatVerdict(scene, answers, before, scale),
  });
}

export const npsMeasure: Measure = {
  key: "netPromoterScore",
  name: "NPS",
  population: "accounts",
  unit: "score",
  definitionKey: "npsByAccount",
  scaleOf: () => ({ min: -100, max: 100 }),
  figure: npsFigure,
};

export const csatMeasure: Measure = {
  key: "customerSatisfaction",
  name: "CSat",
  population: "top 2 of the scale",
  unit: "ratio",
  definitionKey: "customerSatisfaction",
  scaleOf: shareScale,
  figure: csatFigure,
};
