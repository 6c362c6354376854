import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  type CustomerSatisfaction,
  customerSatisfaction,
  type Difference,
  newcombeDifference,
} from "@/lib/metrics";
import type { InputDto, VerdictDto } from "../figures.types";
import type { Scene } from "../scene";
import { activeUnits, hasEverAnswered, responseInputs } from "./answered";
import { answersAt, contactsAt, type GivenAnswer, latestAnswers } from "./latest-answers";
import {
  type Figure,
  inputs,
  isTooFew,
  known,
  type Measure,
  type NotSuited,
  revenueCoverage,
  shareScale,
  tooFew,
  verdictOf,
} from "./measure";
import { countOf } from "./periods";

const SCALES = [5, 7, 4, 3] as const;
type Scale = (typeof SCALES)[number];

/** Scales are never pooled: the one with more answers is shown. */
function usedScale(scene: Scene, units: readonly UnitFacts[], day: number): Scale {
  const counts = SCALES.map((scale) => ({
    scale,
    count: latestAnswers(scene, units, `satisfaction${scale}`, day).length,
  }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).scale;
}

function satisfactionOf(answers: readonly GivenAnswer[], scale: Scale, population?: number) {
  return customerSatisfaction(
    answers.map(({ value }) => value),
    population === undefined ? { scale } : { scale, population },
  );
}

/** Answers given since the day compared with, against those that counted then. */
function csatVerdict(scene: Scene, now: readonly GivenAnswer[], scale: Scale): VerdictDto {
  const earlier = activeUnits(scene, scene.compareDay);
  const before = satisfactionOf(
    latestAnswers(scene, earlier, `satisfaction${scale}`, scene.compareDay),
    scale,
  );
  const given = satisfactionOf(
    now.filter(({ day }) => day > scene.compareDay),
    scale,
  );
  if (isTooFew(scene, before.n, given.n)) return tooFew();
  const all = satisfactionOf(now, scale);
  const test = newcombeDifference(countOf(given), given.n, countOf(before), before.n);
  return verdictOf(scene, test, (all.value ?? 0) - (before.value ?? 0));
}

function csatInputs(csat: CustomerSatisfaction, contacts: number, unnamed: number): InputDto[] {
  const topOf = { boxes: csat.topBoxes, scale: csat.scale };
  return inputs([
    ["answersOfTop", countOf(csat), "count", topOf],
    ["answers", csat.n],
    ["contacts", contacts],
    ...(unnamed > 0 ? [["unnamedAnswers", unnamed] as const] : []),
  ]);
}

function otherShares({ scale, topBoxes, topBox, mean, bounds }: CustomerSatisfaction): InputDto[] {
  const topOf = { boxes: topBoxes, scale };
  return inputs([
    ["shareOfBest", topBox.value, "ratio", topOf],
    ["meanAnswer", mean.value, "rate", topOf],
    ["ifSilentDissatisfied", bounds?.low ?? null, "ratio"],
    ["ifSilentSatisfied", bounds?.high ?? null, "ratio"],
  ]);
}

function csatFigure(scene: Scene): Figure | NotSuited {
  if (!hasEverAnswered(scene, "satisfaction")) return { hidden: "noAnswers", help: "ask" };
  const units = activeUnits(scene, scene.asOfDay);
  const scale = usedScale(scene, units, scene.asOfDay);
  const answers = latestAnswers(scene, units, `satisfaction${scale}`, scene.asOfDay);
  const contacts = contactsAt(scene, units, scene.asOfDay);
  const unnamed = answers.filter(({ isUnnamed }) => isUnnamed).length;
  // Whoever came without a name may be none of the contacts.
  const csat = satisfactionOf(answers, scale, contacts + unnamed);
  const heard = new Set(answers.map(({ accountId }) => accountId));
  const own = answersAt(scene, `satisfaction${scale}`, scene.asOfDay);
  return known(
    scene,
    csat,
    { values: () => answers.map(({ value }) => value), unit: "answer", per: "answer" },
    {
      fromDay: scene.asOfDay - scene.settings.answerDays,
      topOf: { boxes: csat.topBoxes, scale },
      counts: [
        { what: "answers", count: answers.length, of: null },
        { what: "accounts", count: heard.size, of: units.length },
      ],
      coverage: revenueCoverage(scene, `satisfaction${scale}`, (unit) => own(unit).length > 0),
      inputs: [
        ...csatInputs(csat, contacts, unnamed),
        ...responseInputs(scene, units, `satisfaction${scale}`),
      ],
      derived: otherShares(csat),
      verdict: csatVerdict(scene, answers, scale),
    },
  );
}

/** On the scale that the accounts themselves were asked on. */
function csatDifference(own: Scene, others: Scene): Difference {
  const { asOfDay } = own;
  const scale = usedScale(own, activeUnits(own, asOfDay), asOfDay);
  const [mine, theirs] = [own, others].map((scene) =>
    satisfactionOf(
      latestAnswers(scene, activeUnits(scene, asOfDay), `satisfaction${scale}`, asOfDay),
      scale,
    ),
  );
  if (!mine || !theirs) throw new Error("two scenes give two shares");
  return newcombeDifference(countOf(mine), mine.n, countOf(theirs), theirs.n);
}

export const csatMeasure: Measure = {
  key: "customerSatisfaction",
  unit: "ratio",
  definitionKey: "customerSatisfaction",
  scaleOf: shareScale,
  figure: csatFigure,
  suits: (scene) => hasEverAnswered(scene, "satisfaction"),
  differ: csatDifference,
};
