// The story's only source of chance. Every part forks its own stream by name, so that a change in
// one part leaves the others as they were. No clock, no Math.random.

const MS_PER_DAY = 86_400_000;

export type Generator = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [low, high], both included. */
  int(low: number, high: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  normal(mean: number, deviation: number): number;
  logNormal(median: number, sigma: number): number;
  poisson(mean: number): number;
  shuffled<T>(list: readonly T[]): T[];
  /** UUID of version 7 whose time part is the given day. */
  uuid(day: number): string;
  fork(label: string): Generator;
};

export function makeGenerator(seed: number): Generator {
  const next = mulberry32(seed);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("pick needs a list that is not empty");
    return list[int(0, list.length - 1)] as T;
  };
  return {
    next,
    int,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick,
    weighted: (choices) => weightedChoice(choices, next()),
    normal,
    logNormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    poisson: (mean) => poissonCount(mean, next),
    shuffled: (list) => shuffle(list, int),
    uuid: (day) => uuidOf(day, next),
    fork: (label) => makeGenerator(hash(label, seed)),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a over the label, started at the parent's seed. */
function hash(label: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of label) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}

function weightedChoice<T>(choices: readonly (readonly [T, number])[], at: number): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = at * total;
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  const last = choices[choices.length - 1];
  if (last === undefined) throw new RangeError("weighted needs a list that is not empty");
  return last[0];
}

function poissonCount(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

function shuffle<T>(list: readonly T[], int: (low: number, high: number) => number): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = int(0, index);
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
}

function uuidOf(day: number, next: () => number): string {
  const hex = (bits: number) =>
    Math.floor(next() * 2 ** bits)
      .toString(16)
      .padStart(bits / 4, "0");
  const time = (day * MS_PER_DAY + Math.floor(next() * MS_PER_DAY)).toString(16).padStart(12, "0");
  const variant = "89ab"[Math.floor(next() * 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${variant}${hex(12)}-${hex(24)}${hex(24)}`;
}
