import { checkCount, checkNonNegative } from "../core/check";
import { type Estimate, interval, noFigure } from "../core/result";
import { poissonLimits } from "./poisson-limits";

/**
 * Poisson interval: which rates are compatible with so many events?
 *
 * Formula: events / exposure; limits exact: half the 2.5 % quantile of chi-square with 2 x events
 * degrees of freedom (0 without an event) and half the 97.5 % quantile with 2 x events + 2, both /
 * exposure. Of no event the upper limit is 3.7 / exposure.
 *
 * @param events how many there were, a whole number
 * @param exposure what they happened in: account-months, orders; 1 by default, for the count itself
 * @returns events per unit of exposure with a 95 % interval; n is the number of events
 * Empty: null with zeroDenominator without exposure.
 * @throws RangeError when events are not whole or exposure is negative or not finite
 * @source Garwood (1936), Biometrika 28
 * @example poissonInterval(10).interval.low // => 4.7954
 * @example poissonInterval(0, 100).interval.high // => 0.0369
 */
export function poissonInterval(events: number, exposure = 1): Estimate<"zeroDenominator"> {
  checkCount(events, "events");
  checkNonNegative(exposure, "exposure");
  if (exposure === 0) return noFigure(events, "zeroDenominator");
  const [low, high] = poissonLimits(events);
  return {
    value: events / exposure,
    n: events,
    interval: interval("poissonExact", low / exposure, high / exposure, { n: events }),
  };
}
