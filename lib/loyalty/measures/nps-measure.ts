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
import { perSelection, perUnit } from "../per-epoch";
import type { Scene } from "../scene";
import { activeUnits, hasEverAnswered, responseInputs } from "./answered";
import { answersAt, type GivenAnswer } from "./latest-answers";
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
type Heard = { unit: UnitFacts; answers: readonly GivenAnswer[] };

function heardAt(scene: Scene, day: number): readonly Heard[] {
  const answersOf = answersAt(scene, "nps", day);
  return perSelection(scene.units, `heard ${day}`, () =>
    activeUnits(scene, day).map((unit) => ({ unit, answers: answersOf(unit) })),
  );
}

const valuesOf = (answers: readonly GivenAnswer[]) => answers.map(({ value }) => value);

/** Revenue as it was when the account answered: today's would let the outcome leak in. */
function revenuesOf(scene: Scene, heard: readonly Heard[]): number[] {
  const { facts, asOfDay } = scene;
  const answersOf = answersAt(scene, "nps", asOfDay);
  const of = perUnit(facts, `revenue when heard ${asOfDay}`, (unit) => {
    const days = answersOf(unit).map(({ day }) => day);
    const at = days.length === 0 ? asOfDay : Math.max(...days);
    return Math.max(0, runningRevenue(unit.history, at, facts.contexts.at(at)).runningMinor);
  });
  return heard.map(({ unit }) => of(unit));
}

function scoreOf(heard: readonly Heard[]) {
  return npsByAccount(heard.map(({ answers }) => ({ scores: valuesOf(answers), revenueMinor: 0 })));
}

type Score = ReturnType<typeof scoreOf>;

function countHeard(heard: readonly Heard[]): number {
  return heard.filter(({ answers }) => answers.length > 0).length;
}

function npsVerdict(scene: Scene, now: readonly Heard[], heardNow: number): VerdictDto {
  const before = heardAt(scene, scene.compareDay);
  const earlier = new Map(before.map((one) => [one.unit.id, one.answers]));
  if (isTooFew(scene, heardNow, countHeard(before))) return tooFew();
  const present = new Set(now.map(({ unit }) => unit.id));
  const gone = before.filter(({ unit }) => !present.has(unit.id));
  return verdictOf(
    scene,
    npsByAccountDifference([
      ...now.map(({ unit, answers }) => ({
        now: valuesOf(answers),
        before: valuesOf(earlier.get(unit.id) ?? []),
      })),
      ...gone.map(({ answers }) => ({ now: [], before: valuesOf(answers) })),
    ]),
  );
}

/** The same accounts under the other ways to count them, and at the bounds of who is silent. */
function otherScores(scene: Scene, heard: readonly Heard[], score: Score): InputDto[] {
  const four = npsByAccountFourWays(
    heard.map((one) => ({
      answers: one.answers.map(({ value, day, role }) => ({ score: value, day, role })),
    })),
  );
  const revenues = revenuesOf(scene, heard);
  const byRevenue = npsByRevenue(
    heard.map(({ answers }, at) => ({
      scores: valuesOf(answers),
      revenueMinor: revenues[at] ?? 0,
    })),
  );
  const bounds = score.value === null ? null : score.bounds;
  return inputs([
    ["ifSilentDetractors", bounds?.low ?? null, "score"],
    ["ifSilentPromoters", bounds?.high ?? null, "score"],
    ["byRevenue", byRevenue.value, "score"],
    ["latestOnly", four.latestOnly.value, "score"],
    ["signersFirst", four.signerFirst.value, "score"],
    ["leastConvinced", four.worstDecisionMaker.value, "score"],
    ["waysDisagree", four.disagreeing],
  ]);
}

function npsInputs(heard: readonly Heard[], score: Score): InputDto[] {
  const people = netPromoterScore(heard.flatMap((one) => valuesOf(one.answers)));
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
  const units = heard.map(({ unit }) => unit);
  const answers = heard.flatMap((one) => one.answers);
  const score = scoreOf(heard);
  return known(
    scene,
    score,
    { values: valuesOf(answers), unit: "answer" },
    {
      fromDay: scene.asOfDay - scene.settings.answerDays,
      counts: [
        { what: "accounts", count: score.n, of: heard.length },
        { what: "answers", count: answers.length, of: null },
      ],
      coverage: revenueCoverage(scene, new Set(answers.map(({ accountId }) => accountId))),
      inputs: [...npsInputs(heard, score), ...responseInputs(scene, units, answers)],
      derived: otherScores(scene, heard, score),
      verdict: npsVerdict(scene, heard, score.n),
    },
  );
}

function npsBare(scene: Scene): Pick<Figure, "value" | "n" | "interval"> {
  const heard = heardAt(scene, scene.asOfDay);
  const values = heard.flatMap(({ answers }) => valuesOf(answers));
  return known(scene, scoreOf(heard), { values, unit: "answer" }, { fromDay: scene.asOfDay });
}

/** As of accounts drawn from many: who was heard among these few says nothing of the others. */
function npsDifference(own: Scene, others: Scene): Difference {
  const [mine, theirs] = [own, others].map((scene) => heardAt(scene, scene.asOfDay));
  return npsByAccountDifference([
    ...(mine ?? []).map(({ answers }) => ({ now: valuesOf(answers), before: [] })),
    ...(theirs ?? []).map(({ answers }) => ({ now: [], before: valuesOf(answers) })),
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
