import { netPromoterScore } from "@/lib/metrics";
import type { ScoreCount } from "./load-nps-counts";
import { isHidden } from "./measures/measure";
import { npsMeasure } from "./measures/nps-measure";
import type { NpsCountDto, NpsCountsDto } from "./nps-counts.types";
import type { Scene } from "./scene";

/** Promoters minus detractors, each of the answers once. */
export function countOnce(scores: readonly ScoreCount[]): NpsCountDto {
  const all = scores.flatMap(({ score, answers }) => Array<number>(answers).fill(score));
  const found = netPromoterScore(all);
  if (found.value === null) return { value: null, n: 0, promoters: 0, passives: 0, detractors: 0 };
  const { value, n, promoters, passives, detractors } = found;
  return { value, n, promoters, passives, detractors };
}

/** As the overview's tile has it. */
export function countHere(scene: Scene): NpsCountsDto["ours"] {
  const fewest = scene.settings.fewestForStatistic;
  const figure = npsMeasure.figure(scene);
  if (isHidden(figure))
    return { value: null, low: null, high: null, accounts: 0, answers: 0, fewest };
  return {
    value: figure.value,
    low: figure.interval?.low ?? null,
    high: figure.interval?.high ?? null,
    accounts: figure.n,
    answers: figure.counts.find(({ what }) => what === "answers")?.count ?? 0,
    fewest,
  };
}
