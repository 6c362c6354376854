import { describe, expect, it } from "vitest";
import { fitParetoNbd, paretoNbdLogLikelihood } from "@/lib/metrics";
import { paretoNbdEvaluation } from "@/lib/metrics/lifetime/pareto-nbd";
import { meetsGrid } from "../numeric/grid";
import { paretoNbdReference } from "./pareto-nbd-reference";
import { fitted, isNear, simulatedBuyers } from "./simulated-buyers";
import { meetsDifferences } from "./slopes";

const rounded = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };

describe("the Pareto/NBD likelihood", () => {
  it("meets the reference to 11 digits, from no order to five hundred", () => {
    meetsGrid(
      paretoNbdReference.map((row) => row.slice(0, 8)),
      (r, alpha, s, beta, frequency, recency, age) =>
        paretoNbdLogLikelihood({ r, alpha, s, beta } as typeof rounded, [
          { frequency, recency, age } as { frequency: number; recency: number; age: number },
        ]),
      1e-11,
      1,
    );
  });

  it("of several customers is the sum over them, of none 0", () => {
    const rows = simulatedBuyers(20, 3, "anyMoment");
    const each = rows.reduce((sum, row) => sum + paretoNbdLogLikelihood(rounded, [row]), 0);
    isNear(paretoNbdLogLikelihood(rounded, rows), each, 1e-12);
    expect(paretoNbdLogLikelihood(rounded, [])).toBe(0);
  });

  it("has the slopes of its own values, for long and short waits and for many customers alike", () => {
    const rows = [
      { frequency: 0, recency: 0, age: 39, customers: 3 },
      { frequency: 1, recency: 0.1, age: 39, customers: 1 },
      { frequency: 3, recency: 39, age: 39, customers: 2 },
      { frequency: 3, recency: 10, age: 20, customers: 1 },
      { frequency: 29, recency: 35.5, age: 39, customers: 1 },
      { frequency: 40, recency: 10, age: 39, customers: 5 },
    ];
    for (const parameters of [
      [0.553, 10.578, 0.606, 11.669],
      [5, 100, 3, 0.5],
      [2, 1, 0.7, 1],
    ])
      for (const groups of [...rows.map((row) => [row]), rows])
        meetsDifferences((at) => paretoNbdEvaluation(at, groups), parameters);
  });

  it("counts customers alike as often as there are", () => {
    const at = [0.553, 10.578, 0.606, 11.669];
    const one = { frequency: 2, recency: 3, age: 9, customers: 1 };
    const alone = paretoNbdEvaluation(at, [one]);
    const thrice = paretoNbdEvaluation(at, [{ ...one, customers: 3 }]);
    isNear(thrice.value, 3 * alone.value, 1e-14);
  });

  it("refuses a parameter that is not above 0 by name", () => {
    for (const name of ["r", "alpha", "s", "beta"] as const)
      expect(() => paretoNbdLogLikelihood({ ...rounded, [name]: 0 }, [])).toThrow(
        `parameters.${name} must be a finite number above 0`,
      );
  });
});

describe("the Pareto/NBD fit of a hundred and fifty buyers", () => {
  it("stands at the top: every step away from it is less likely", () => {
    const buyers = simulatedBuyers(150, 5, "anyMoment");
    const fit = fitted(fitParetoNbd(buyers));
    expect(fit.convergence).toMatchObject({ method: "bfgs" });
    for (const factor of [0.99, 1.01])
      for (const name of ["r", "alpha", "s", "beta"] as const)
        expect(paretoNbdLogLikelihood({ ...fit, [name]: fit[name] * factor }, buyers)).toBeLessThan(
          fit.logLikelihood,
        );
  });

  it("needs a hundred, one repeat order and rows without a fault", () => {
    const silent = Array.from({ length: 100 }, () => ({ frequency: 0, recency: 0, age: 10 }));
    expect(fitParetoNbd([])).toEqual({ n: 0, reason: "noData", because: "noCustomers" });
    expect(fitParetoNbd(silent.slice(1))).toMatchObject({ n: 99, because: "tooFewCustomers" });
    expect(fitParetoNbd(silent)).toMatchObject({ n: 100, because: "noRepeatOrders" });
    const bad = { frequency: 0, recency: 1, age: 10 };
    expect(() => fitParetoNbd([...silent, bad])).toThrow("rows[100].recency");
    expect(() => paretoNbdLogLikelihood(rounded, [bad])).toThrow("rows[0].recency");
  });
});
