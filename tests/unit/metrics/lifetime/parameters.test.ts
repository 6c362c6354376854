import { describe, expect, it } from "vitest";
import {
  bgNbdLogLikelihood,
  expectedPurchases,
  expectedSpend,
  orderBaseValue,
  paretoNbdExpectedPurchases,
  paretoNbdLogLikelihood,
  paretoNbdProbabilityAlive,
  probabilityAlive,
  residualLifetime,
  shiftedBetaGeometricRetention,
  shiftedBetaGeometricSurvival,
} from "@/lib/metrics";

const row = { frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 };
const bgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const pareto = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const spend = { p: 6.25, q: 3.74, gamma: 15.44 };
const money = { timePerYear: 52, years: 3, discountRate: 0.1, marginShare: 0.3 };

describe("parameters of a model", () => {
  it("are above 0 and finite wherever they are given, or named", () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const calls: [() => unknown, RegExp][] = [
        [() => bgNbdLogLikelihood({ ...bgNbd, r: bad }, [row]), /parameters.r must be a finite/],
        [() => expectedPurchases({ ...bgNbd, alpha: bad }, 5), /parameters.alpha/],
        [() => expectedPurchases({ ...bgNbd, a: bad }, 5, row), /parameters.a /],
        [() => probabilityAlive({ ...bgNbd, b: bad }, row), /parameters.b /],
        [() => paretoNbdLogLikelihood({ ...pareto, r: bad }, [row]), /parameters.r /],
        [() => paretoNbdExpectedPurchases({ ...pareto, s: bad }, 5), /parameters.s /],
        [() => paretoNbdProbabilityAlive({ ...pareto, beta: bad }, row), /parameters.beta/],
        [() => expectedSpend({ ...spend, p: bad }, row), /parameters.p /],
        [() => shiftedBetaGeometricSurvival({ alpha: bad, beta: 1 }, 1), /parameters.alpha/],
        [() => shiftedBetaGeometricRetention({ alpha: 1, beta: bad }, 1), /parameters.beta/],
        [
          () => residualLifetime({ alpha: bad, beta: 1 }, { renewals: 0, discountRate: 0.1 }),
          /parameters.alpha/,
        ],
        [
          () => orderBaseValue([row], { ...money, purchases: { ...bgNbd, r: bad }, spend }),
          /purchases.r /,
        ],
        [
          () => orderBaseValue([row], { ...money, purchases: bgNbd, spend: { ...spend, q: bad } }),
          /spend.q /,
        ],
      ];
      for (const [call, message] of calls) {
        expect(call).toThrow(RangeError);
        expect(call).toThrow(message);
      }
    }
  });
});
