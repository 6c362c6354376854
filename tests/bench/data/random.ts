import { seededRandom } from "@/lib/metrics/statistics/bootstrap";

/** Dice of one account: the same whatever else is made, and in whatever order. */
export type Dice = {
  next(): number;
  whole(from: number, to: number): number;
  oneOf<T>(list: readonly T[]): T;
  /** About normal, mean 0 and variance 1. */
  normal(): number;
};

export function diceFor(seed: number): Dice {
  const next = seededRandom(seed);
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    oneOf: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    normal: () => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += next();
      return sum;
    },
  };
}

/** An id that sorts by kind and number, in the form of the product's own. */
export function idOf(kind: number, number: number): string {
  const tail = number.toString(16).padStart(12, "0");
  return `0190${kind.toString(16).padStart(4, "0")}-0000-7000-8000-${tail}`;
}
