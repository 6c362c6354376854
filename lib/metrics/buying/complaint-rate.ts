import { checkCount, checkNonNegative } from "../core/check";
import { type Estimate, interval } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";
import { intervalOf, limited, wider } from "../statistics/clustered-share";
import { poissonLimits } from "../statistics/poisson-limits";

/**
 * Complaint rate: how many complaints come per 100 orders, or per 100 account-months?
 *
 * Formula: 100 x sum of complaints / sum of exposure. Interval: the wider of two, ratio estimator with
 * the account as unit, because one angry account complains often, and exact Poisson, because a few
 * complaints are chance even where they are spread evenly.
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
  const [least, most] = poissonLimits(complaints);
  const limits = [(100 * least) / exposure, (100 * most) / exposure] as const;
  const alone = interval("poissonExact", ...limits, { n: ratio.n });
  const byAccount = limited(ratio, Number.POSITIVE_INFINITY);
  return { ...ratio, interval: wider(intervalOf(byAccount), alone) };
}
