import type { Evaluation } from "../numeric/minimise";
import { type FitTrouble, type Fitted, maximiseLikelihood, type Unfitted, unfitted } from "./fit";
import { type ContourPoint, likelihoodContour } from "./likelihood-contour";
import { type RenewalTable, total } from "./renewal-table";

export type ShiftedBetaGeometric =
  | (Fitted<"alpha" | "beta"> & {
      readonly renewals: number;
      /** Edge of the parameters as likely as a 95 % interval allows, for intervals of what follows. */
      readonly contour: readonly ContourPoint[];
    })
  | (Unfitted & {
      /** What describes the counts instead: one churn rate for all, or at most 3 / n where nobody left. */
      readonly fallback: "geometric" | "ruleOfThree" | null;
    });

/** a and b that make the counts likeliest, or why there are none and what describes the counts instead. */
export function fitRenewalTable(table: RenewalTable): ShiftedBetaGeometric {
  const { n } = table;
  const renewals = table.lost.length;
  const lost = total(table.lost);
  if (n === 0) return withFallback(n, "noCustomers");
  if (renewals < 3) return withFallback(n, "tooFewRenewals");
  if (lost === 0) return withFallback(n, "nobodyLeft");
  if (!isSpread(table)) return withFallback(n, "alikeCustomers");
  const churn = lost / (lost + total(table.kept));
  const fit = maximiseLikelihood({
    names: ["alpha", "beta"],
    n,
    starts: [
      [1, 1 / churn],
      [10, 10 / churn],
    ],
    at: ([alpha = 1, beta = 1]) => renewalLikelihood(alpha, beta, table),
  });
  if (fit.reason !== null) return withFallback(n, fit.because);
  const contour = likelihoodContour(fit, (a, b) => renewalLikelihood(a, b, table).value);
  return { ...fit, renewals, contour };
}

/**
 * Whether churn falls from renewal to renewal, as it does where customers differ: the slope of the
 * likelihood by how much they differ, where they do not. Else the best a and b are both endless.
 */
function isSpread({ lost, kept }: RenewalTable): boolean {
  const odds = total(lost) / total(kept);
  let slope = 0;
  for (let k = 1; k < lost.length; k += 1)
    slope += k * ((kept[k] as number) * odds - (lost[k] as number));
  return slope > 0;
}

function withFallback(n: number, because: FitTrouble): ShiftedBetaGeometric {
  const fallback = because === "nobodyLeft" ? "ruleOfThree" : "geometric";
  return { ...unfitted(n, because), fallback: because === "noCustomers" ? null : fallback };
}

export function renewalLikelihood(
  alpha: number,
  beta: number,
  { lost, kept }: RenewalTable,
): Evaluation {
  let value = 0;
  const gradient = [0, 0] as [number, number];
  for (let k = 0; k < lost.length; k += 1) {
    const [left, stayed] = [lost[k] as number, kept[k] as number];
    const all = alpha + beta + k;
    value += left * Math.log(alpha / all) + stayed * Math.log((beta + k) / all);
    gradient[0] += left / alpha - (left + stayed) / all;
    gradient[1] += stayed / (beta + k) - (left + stayed) / all;
  }
  return { value, gradient };
}
