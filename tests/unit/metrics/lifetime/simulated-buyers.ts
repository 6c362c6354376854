import { expect } from "vitest";
import type { Fitted } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";

export type Buyer = {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly meanSpend: number;
};

/** Sum of so many exponentials: a gamma of a whole shape. */
function gammaDraw(random: () => number, shape: number, rate: number): number {
  let total = 0;
  for (let i = 0; i < shape; i += 1) total -= Math.log(1 - random());
  return total / rate;
}

/** Buyers with own pace, own way of stopping and own mean spend, drawn as the models say. */
export function simulatedBuyers(
  count: number,
  seed: number,
  stops: "afterAnOrder" | "anyMoment" = "afterAnOrder",
): Buyer[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const age = 30 + Math.floor(20 * random());
    const pace = gammaDraw(random, 1, 8);
    const [stop, stay] = [gammaDraw(random, 1, 1), gammaDraw(random, 3, 1)];
    const end = Math.min(age, gammaDraw(random, 1, gammaDraw(random, 1, 20)));
    const [chance, last] = stops === "anyMoment" ? [0, end] : [stop / (stop + stay), age];
    const scale = gammaDraw(random, 4, 15);
    let [frequency, recency, spend] = [0, 0, 0];
    for (let at = 0; ; ) {
      at += gammaDraw(random, 1, pace);
      if (at > last) break;
      frequency += 1;
      recency = at;
      spend += gammaDraw(random, 6, scale);
      if (random() < chance) break;
    }
    return { frequency, recency, age, meanSpend: frequency === 0 ? 0 : spend / frequency };
  });
}

export const repeatBuyers = (buyers: readonly Buyer[]) =>
  buyers.filter(({ frequency }) => frequency > 0);

type Fit = { readonly reason: string | null };

/** The fit, which must be one. */
export function fitted<T extends Fit>(fit: T): Extract<T, { reason: null }> {
  expect(fit.reason).toBeNull();
  return fit as Extract<T, { reason: null }>;
}

export function isNear(actual: number, expected: number, parts = 1e-6): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(parts * Math.abs(expected));
}

/** Every named parameter has a standard error above 0 and lies in an interval that is even in its log. */
export function hasDoubt<Name extends string>(names: readonly Name[], fit: Fitted<Name>): void {
  for (const name of names) {
    const [value, error]: number[] = [fit[name], fit.standardErrors[name]];
    const { low, high, n } = fit.intervals[name];
    expect(n).toBe(fit.n);
    expect(error).toBeGreaterThan(0);
    isNear(Math.sqrt(low * high), value as number);
    isNear(
      Math.log(high / (value as number)),
      (1.959963985 * (error as number)) / (value as number),
    );
  }
  expect(fit.convergence.iterations).toBeGreaterThan(0);
  expect(fit.convergence.slope).toBeLessThan(1e-6 * fit.n);
}
