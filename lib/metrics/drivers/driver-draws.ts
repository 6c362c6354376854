import { seededRandom } from "../statistics/bootstrap";
import { explainedBySets } from "./explained-sets";
import { mostForShapley } from "./importance-shares";
import { addUp, correlationsOf, type Moments } from "./moments";
import { relativeShares } from "./relative-shares";
import { sharePlan, sharesByPlan } from "./share-plan";

export type ShareMethod = (correlations: Float64Array) => number[];

/** Shapley's shares with blocks while all orders can be tried, Johnson's weights beyond. */
export function shareMethod(blocks: readonly number[], items = blocks.length): ShareMethod {
  const width = blocks.length;
  if (items > mostForShapley) return (correlations) => relativeShares(correlations, width);
  const plan = sharePlan(blocks);
  return (correlations) => sharesByPlan(plan, explainedBySets(correlations, width));
}

/** Shares in samples of accounts drawn with replacement; a sample whose outcome is constant is left out. */
export function drawnShares(
  moments: Moments,
  method: ShareMethod,
  { seed, replicates }: { seed: number; replicates: number },
): number[][] {
  const random = seededRandom(seed);
  const { accounts } = moments;
  const times = new Int32Array(accounts);
  const draws: number[][] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    times.fill(0);
    for (let k = 0; k < accounts; k += 1) {
      const account = Math.floor(random() * accounts);
      times[account] = (times[account] as number) + 1;
    }
    const correlations = correlationsOf(addUp(moments, times), moments.variables);
    if ((correlations.at(-1) as number) > 0) draws.push(method(correlations));
  }
  return draws;
}

/**
 * The share a driver of pure chance gets beside the others: a random value per account, because an
 * account's answers belong together, again and again. Shares are never negative, so an interval above
 * 0 proves nothing; a share above these does.
 */
export function chanceShares(
  moments: Moments,
  blocks: readonly number[],
  { seed, replicates }: { seed: number; replicates: number },
): number[] {
  const random = seededRandom(seed);
  const width = blocks.length;
  const method = shareMethod([...blocks, -1], width);
  const total = addUp(moments);
  const between = correlationsOf(total, moments.variables);
  return Array.from({ length: replicates }, () => {
    const along = chanceCorrelations(moments, random, total[0] as number);
    return method(withChance(between, along, width))[width] as number;
  });
}

/** Correlation of a value per account with every variable (which have mean 0 and variance 1). */
function chanceCorrelations(
  { values, accounts, stride, variables }: Moments,
  random: () => number,
  n: number,
): number[] {
  const products = new Float64Array(variables);
  let [sum, squares] = [0, 0];
  for (let account = 0; account < accounts; account += 1) {
    const value = random() - 0.5;
    const from = account * stride;
    const weighted = value * (values[from] as number);
    sum += weighted;
    squares += value * weighted;
    for (let j = 0; j < variables; j += 1)
      products[j] = (products[j] as number) + value * (values[from + 1 + j] as number);
  }
  const spread = Math.sqrt(squares / n - (sum / n) ** 2);
  return Array.from(products, (product) => product / n / spread);
}

/** The matrix with the driver of chance between the drivers and the outcome. */
function withChance(between: Float64Array, along: readonly number[], width: number): Float64Array {
  const size = width + 2;
  const at = (i: number, j: number): number => {
    if (i === width) return j === width ? 1 : (along[Math.min(j, width)] as number);
    if (j === width) return at(j, i);
    return between[Math.min(i, width) * (width + 1) + Math.min(j, width)] as number;
  };
  return Float64Array.from({ length: size * size }, (_, k) => at(Math.floor(k / size), k % size));
}
