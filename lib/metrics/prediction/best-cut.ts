import { type Estimate, interval, z95 } from "../core/result";
import { quantile, seededRandom } from "../statistics/bootstrap";
import { wilsonInterval } from "../statistics/wilson-interval";

/** One answer: how many gave it, and how many of those were retained. */
export type AnswerLevel = { readonly answer: number; readonly n: number; readonly k: number };

export type RetentionCut = {
  /** The answer from which on retention is different. */
  readonly from: number;
  readonly below: Estimate;
  readonly above: Estimate;
  /** Share retained from the cut on minus share below; the interval knows that the cut was chosen. */
  readonly gap: Estimate;
  readonly isReal: boolean;
  /** Share of the draws in which this very cut is the best. */
  readonly chosenIn: number;
  /** In 95 of 100 draws the best cut lies between these. */
  readonly between: readonly [lowest: number, highest: number];
};

type Sides = { readonly n0: number; readonly k0: number; readonly n1: number; readonly k1: number };

export function bestCut(
  levels: readonly AnswerLevel[],
  fewest: number,
  { seed, replicates }: { readonly seed: number; readonly replicates: number },
): RetentionCut | null {
  const cuts = levels
    .map((_, cut) => cut)
    .filter((cut) => {
      const { n0, n1 } = sidesOf(levels, cut);
      return (levels[cut] as AnswerLevel).n > 0 && Math.min(n0, n1) >= fewest;
    });
  if (cuts.length === 0) return null;
  const best = bestOf(levels, cuts);
  const random = seededRandom(seed);
  const chosen: number[] = [];
  const farthest: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const sample = drawnLevels(levels, random);
    chosen.push((levels[bestOf(sample, cuts)] as AnswerLevel).answer);
    farthest.push(
      Math.max(...cuts.map((cut) => distance(sidesOf(levels, cut), sidesOf(sample, cut)))),
    );
  }
  chosen.sort((a, b) => a - b);
  farthest.sort((a, b) => a - b);
  return describe(levels, best, Math.max(z95, quantile(farthest, 0.95)), chosen);
}

function describe(
  levels: readonly AnswerLevel[],
  best: number,
  widest: number,
  chosen: readonly number[],
): RetentionCut {
  const sides = sidesOf(levels, best);
  const { n0, k0, n1, k1 } = sides;
  const from = (levels[best] as AnswerLevel).answer;
  const value = gapOf(sides);
  const half = widest * standardError(sides);
  const [low, high] = [Math.max(-1, value - half), Math.min(1, value + half)];
  const n = n0 + n1;
  const place = (share: number) => chosen[Math.round(share * (chosen.length - 1))] as number;
  return {
    from,
    below: wilsonInterval(k0, n0),
    above: wilsonInterval(k1, n1),
    gap: { value, n, interval: interval("jointBootstrap", low, high, { n }) },
    isReal: low > 0 || high < 0,
    chosenIn: chosen.filter((answer) => answer === from).length / chosen.length,
    between: [Math.min(from, place(0.025)), Math.max(from, place(0.975))],
  };
}

/** As many accounts as there are, drawn with replacement, counted by answer and outcome. */
function drawnLevels(levels: readonly AnswerLevel[], random: () => number): AnswerLevel[] {
  const ends: number[] = [];
  let n = 0;
  for (const level of levels) {
    ends.push(n + level.k, n + level.n);
    n += level.n;
  }
  const cellOf = new Uint16Array(n);
  ends.forEach((end, cell) => {
    cellOf.fill(cell, ends[cell - 1] ?? 0, end);
  });
  const counts = new Array<number>(ends.length).fill(0);
  for (let draw = 0; draw < n; draw += 1) {
    const cell = cellOf[Math.floor(random() * n)] as number;
    counts[cell] = (counts[cell] as number) + 1;
  }
  return levels.map(({ answer }, level) => {
    const [k, lost] = [counts[2 * level] as number, counts[2 * level + 1] as number];
    return { answer, n: k + lost, k };
  });
}

/** The first of the cuts that tell the two sides apart best. */
function bestOf(levels: readonly AnswerLevel[], cuts: readonly number[]): number {
  let [best, most] = [cuts[0] as number, -1];
  for (const cut of cuts) {
    const sides = sidesOf(levels, cut);
    const told = sides.n0 * sides.n1 * gapOf(sides) ** 2;
    if (told > most + 1e-9) [best, most] = [cut, told];
  }
  return best;
}

function sidesOf(levels: readonly AnswerLevel[], cut: number): Sides {
  let [n0, k0, n1, k1] = [0, 0, 0, 0];
  levels.forEach(({ n, k }, level) => {
    if (level < cut) [n0, k0] = [n0 + n, k0 + k];
    else [n1, k1] = [n1 + n, k1 + k];
  });
  return { n0, k0, n1, k1 };
}

/** A draw may leave a side empty; then there is no gap. */
function gapOf({ n0, k0, n1, k1 }: Sides): number {
  return n0 === 0 || n1 === 0 ? 0 : k1 / n1 - k0 / n0;
}

function distance(of: Sides, sample: Sides): number {
  return Math.abs(gapOf(sample) - gapOf(of)) / standardError(sample);
}

/** With one retained and one lost account added on both sides, so that it is never 0. */
function standardError({ n0, k0, n1, k1 }: Sides): number {
  const variance = (k: number, n: number) => {
    const share = (k + 1) / (n + 2);
    return (share * (1 - share)) / (n + 2);
  };
  return Math.sqrt(variance(k0, n0) + variance(k1, n1));
}
