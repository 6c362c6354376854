import type { DriverRow } from "@/lib/metrics";

/** A small generator for tests: the same answers on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Answers 1..5 around their means; the outcome is the weighted sum of them and of chance. */
export function makeAnswers(options: {
  readonly n: number;
  readonly weights: readonly number[];
  readonly means?: readonly number[];
  readonly perAccount?: number;
  readonly seed?: number;
}): DriverRow[] {
  const { n, weights, means = [], perAccount = 1, seed = 1 } = options;
  const random = generator(seed);
  return Array.from({ length: n }, (_, i) => {
    const mood = normal(random);
    const answers = weights.map((__, j) =>
      Math.max(1, Math.min(5, Math.round((means[j] ?? 3.5) + 0.5 * mood + 0.7 * normal(random)))),
    );
    const pull = answers.reduce((sum, answer, j) => sum + answer * (weights[j] as number), 0);
    return {
      account: `account ${Math.floor(i / perAccount)}`,
      outcome: pull + normal(random),
      answers,
    };
  });
}
