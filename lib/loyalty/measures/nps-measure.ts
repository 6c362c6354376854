import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  type Difference,
  netPromoterScore,
  npsByAccount,
  npsByAccountDifference,
  npsByAccountFourWays,
  npsByRevenue,
  runningRevenue,
} from "@/lib/metrics";
import type { InputDto, VerdictDto } from "../figures.types";
import { perUnit, rowsOf } from "../per-epoch";
import { type Scene, stoodAt } from "../scene";
import { activeUnits, hasEverAnswered, responseInputs } from "./answered";
import { answersAt, type GivenAnswer, latestAnswers } from "./latest-answers";
import {
  type Figure,
  inputs,
  isTooFew,
  known,
  type Measure,
  type NotSuited,
  revenueCoverage,
  tooFew,
  verdictOf,
} from "./measure";

/** Every active account with its answers, silent ones with none. */
function heardAt(scene: Scene, day: number) {
  const own = answersAt(scene, "nps", day);
  return rowsOf(activeUnits(scene, day), `heard ${day}`, (unit) => {
    const given = own(unit);
    return {
      answers: given.map(({ value, day, role }) => ({ score: value, day, role })),
      scores: valuesOf(given),
      revenueMinor: 0,
    };
  });
}

type Heard = ReturnType<typeof heardAt>;

const valuesOf = (answers: readonly GivenAnswer[]) => answers.map(({ value }) => value);

/** Revenue as it was when the account answered: today's would let the outcome leak in. */
function revenueOf(scene: Scene, asOfDay: number): (unit: UnitFacts) => number {
  const { facts } = scene;
  const answersOf = answersAt(scene, "nps", asOfDay);
  return perUnit(facts, `revenue when heard ${asOfDay}`, (unit) => {
    const days = answersOf(unit).map(({ day }) => day);
    const at = days.length === 0 ? asOfDay : Math.max(...days);
    return Math.max(0, runningRevenue(unit.history, at, facts.contexts.at(at)).runningMinor);
  });
}

function byRevenue(scene: Scene) {
  const { asOfDay } = scene;
  const [own, revenue] = [answersAt(scene, "nps", asOfDay), revenueOf(scene, asOfDay)];
  return npsByRevenue(
    rowsOf(activeUnits(scene, asOfDay), `heard by revenue ${asOfDay}`, (unit) => ({
      scores: valuesOf(own(unit)),
      revenueMinor: revenue(unit),
    })),
  );
}

type Score = ReturnType<typeof npsByAccount>;

function countHeard(heard: Heard): number {
  return heard.filter(({ scores }) => scores.length > 0).length;
}

function npsVerdict(scene: Scene, heardNow: number): VerdictDto {
  const { facts, asOfDay, compareDay } = scene;
  if (isTooFew(scene, heardNow, countHeard(heardAt(scene, compareDay)))) return tooFew();
  const scoresOn = (day: number) => {
    const [stood, own] = [stoodAt(scene, day), answersAt(scene, "nps", day)];
    return (unit: UnitFacts) => (stood.get(unit.id)?.standing ? valuesOf(own(unit)) : []);
  };
  const [scoresNow, scoresBefore] = [scoresOn(asOfDay), scoresOn(compareDay)];
  const pairOf = perUnit(facts, `nps ${asOfDay} ${compareDay}`, (unit) => {
    const pair = { now: scoresNow(unit), before: scoresBefore(unit) };
    return pair.now.length + pair.before.length === 0 ? null : pair;
  });
  return verdictOf(
    scene,
    npsByAccountDifference(rowsOf(scene.units, `nps ${asOfDay} ${compareDay}`, pairOf)),
  );
}

/** The same accounts under the other ways to count them, and at the bounds of who is silent. */
function otherScores(scene: Scene, heard: Heard, score: Score): InputDto[] {
  const four = npsByAccountFourWays(heard);
  const bounds = score.value === null ? null : score.bounds;
  return inputs([
    ["ifSilentDetractors", bounds?.low ?? null, "score"],
    ["ifSilentPromoters", bounds?.high ?? null, "score"],
    ["byRevenue", byRevenue(scene).value, "score"],
    ["latestOnly", four.latestOnly.value, "score"],
    ["signersFirst", four.signerFirst.value, "score"],
    ["leastConvinced", four.worstDecisionMaker.value, "score"],
    ["waysDisagree", four.disagreeing],
  ]);
}

function npsInputs(heard: Heard, score: Score): InputDto[] {
  const people = netPromoterScore(heard.flatMap(({ scores }) => scores));
  if (people.value === null || score.value === null) return [];
  return inputs([
    ["promoters", people.promoters],
    ["passives", people.passives],
    ["detractors", people.detractors],
    ["sumOfMeans", (score.value * score.n) / 100, "rate"],
    ["accountsAnswered", score.n],
    ["activeAccounts", heard.length],
  ]);
}

function npsFigure(scene: Scene): Figure | NotSuited {
  if (!hasEverAnswered(scene, "nps")) return { hidden: "noAnswers", help: "ask" };
  const heard = heardAt(scene, scene.asOfDay);
  const own = answersAt(scene, "nps", scene.asOfDay);
  const units = activeUnits(scene, scene.asOfDay);
  const answers = latestAnswers(scene, units, "nps", scene.asOfDay);
  const score = npsByAccount(heard);
  return known(
    scene,
    score,
    { values: () => valuesOf(answers), unit: "answer" },
    {
      fromDay: scene.asOfDay - scene.settings.answerDays,
      counts: [
        { what: "accounts", count: score.n, of: heard.length },
        { what: "answers", count: answers.length, of: null },
      ],
      coverage: revenueCoverage(scene, "nps", (unit) => own(unit).length > 0),
      inputs: [...npsInputs(heard, score), ...responseInputs(scene, units, "nps")],
      derived: otherScores(scene, heard, score),
      verdict: npsVerdict(scene, score.n),
    },
  );
}

function npsBare(scene: Scene): Pick<Figure, "value" | "n" | "interval"> {
  const heard = heardAt(scene, scene.asOfDay);
  const values = () => heard.flatMap(({ scores }) => scores);
  return known(scene, npsByAccount(heard), { values, unit: "answer" }, { fromDay: scene.asOfDay });
}

/** As of accounts drawn from many: who was heard among these few says nothing of the others. */
function npsDifference(own: Scene, others: Scene): Difference {
  const [mine, theirs] = [own, others].map((scene) => heardAt(scene, scene.asOfDay));
  return npsByAccountDifference([
    ...(mine ?? []).map(({ scores }) => ({ now: scores, before: [] })),
    ...(theirs ?? []).map(({ scores }) => ({ now: [], before: scores })),
  ]);
}

export const npsMeasure: Measure = {
  key: "netPromoterScore",
  unit: "score",
  definitionKey: "npsByAccount",
  scaleOf: () => ({ min: -100, max: 100 }),
  figure: npsFigure,
  suits: (scene) => hasEverAnswered(scene, "nps"),
  bare: npsBare,
  differ: npsDifference,
};
