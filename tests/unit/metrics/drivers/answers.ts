import type { DriverRow } from "@/lib/metrics";

/** A small generator for tests (SplitMix32): the same numbers on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
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
