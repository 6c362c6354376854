import { checkCount, checkNonNegative } from "../core/check";
import { type Estimate, interval } from "../core/result";
import { gammaShareBelow } from "../numeric/gamma";
import { clusteredRatio } from "../statistics/clustered-ratio";

/**
 * Complaint rate: how many complaints come per 100 orders, or per 100 account-months?
 *
 * Formula: 100 x sum of complaints / sum of exposure. Interval: ratio estimator with the account as
 * unit, because one angry account complains often; exact Poisson where no account complained or there
 * is only one account.
 *
 * @param rows one row per account: complaints (whole) and exposure (orders or account-months) of the
 *   same period
 * @returns complaints per 100 units of exposure with interval; n accounts
 * Empty: null with noData without rows, zeroDenominator without exposure.
 * @throws RangeError when complaints are not whole or exposure is negative, naming the row
 * @source Garwood (1936), Biometrika 28; Cochran (1977)
 * @example complaintRate([{ complaints: 1, exposure: 50 }, { complaints: 0, exposure: 150 }]).value // => 0.5
 * @example complaintRate([{ complaints: 0, exposure: 100 }]).interval.high // => 3.69
 */
export function complaintRate(
  rows: readonly { readonly complaints: number; readonly exposure: number }[],
): Estimate<"noData" | "zeroDenominator"> {
  let complaints = 0;
  let exposure = 0;
  rows.forEach((row, index) => {
    complaints += checkCount(row.complaints, `rows[${index}].complaints`);
    exposure += checkNonNegative(row.exposure, `rows[${index}].exposure`);
  });
  const ratio = clusteredRatio(rows.map((row) => ({ y: 100 * row.complaints, x: row.exposure })));
  if (ratio.value === null) return ratio;
  if (rows.length > 1 && complaints > 0 && ratio.interval !== null)
    return {
      ...ratio,
      interval: { ...ratio.interval, low: Math.max(0, ratio.interval.low) },
    };
  const [low, high] = poissonLimits(complaints);
  return {
    value: ratio.value,
    n: ratio.n,
    interval: interval("poissonExact", (100 * low) / exposure, (100 * high) / exposure, {
      n: ratio.n,
    }),
  };
}

/** Exact 95 % limits of a Poisson mean after a count. */
function poissonLimits(count: number): [low: number, high: number] {
  const low = count === 0 ? 0 : gammaQuantile(count, 0.025);
  return [low, gammaQuantile(count + 1, 0.975)];
}

function gammaQuantile(shape: number, share: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (gammaShareBelow(shape, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
