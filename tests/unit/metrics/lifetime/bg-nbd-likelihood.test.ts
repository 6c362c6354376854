import { describe, expect, it } from "vitest";
import { bgNbdLogLikelihood, fitBgNbd } from "@/lib/metrics";
import { bgNbdEvaluation } from "@/lib/metrics/lifetime/bg-nbd";
import { meetsGrid } from "../numeric/grid";
import { fitted, isNear, simulatedBuyers } from "./simulated-buyers";
import { meetsDifferences } from "./slopes";

const names = ["r", "alpha", "a", "b"] as const;
const rounded = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** By mpmath with 40 digits, from the source's formula: r, alpha, a, b, frequency, recency, age, log-likelihood. */
const reference = [
  [0.243, 4.414, 0.793, 2.426, 0, 0, 39, -0.5554981608414633],
  [0.243, 4.414, 0.793, 2.426, 1, 0.1, 39, -4.159838056909139],
  [0.243, 4.414, 0.793, 2.426, 1, 39, 39, -5.740973966216623],
  [0.243, 4.414, 0.793, 2.426, 3, 30, 39, -12.590522491867032],
  [0.243, 4.414, 0.793, 2.426, 29, 35.5, 39, -44.31654504957848],
  [0.243, 4.414, 0.793, 2.426, 400, 10, 4000, 916.7669952675124],
  [0.05, 0.01, 0.2, 0.4, 0, 0, 39, -0.41344941047533285],
  [0.05, 0.01, 0.2, 0.4, 1, 0.1, 39, -2.0027683102859855],
  [0.05, 0.01, 0.2, 0.4, 1, 39, 39, -7.072999707547889],
  [0.05, 0.01, 0.2, 0.4, 3, 30, 39, -14.082916332221673],
  [0.05, 0.01, 0.2, 0.4, 29, 35.5, 39, -42.545063735956504],
  [0.05, 0.01, 0.2, 0.4, 400, 10, 4000, 1060.864454742887],
  [5, 100, 3, 0.5, 0, 0, 39, -1.646518735713002],
  [5, 100, 3, 0.5, 1, 0.1, 39, -3.132899181746748],
  [5, 100, 3, 0.5, 1, 39, 39, -4.971554756409593],
  [5, 100, 3, 0.5, 3, 30, 39, -13.820672808136917],
  [5, 100, 3, 0.5, 29, 35.5, 39, -72.26978544127806],
  [5, 100, 3, 0.5, 400, 10, 4000, 118.39610267886906],
  [20, 300, 8, 60, 0, 0, 39, -2.444352654484984],
  [20, 300, 8, 60, 1, 0.1, 39, -4.397668787097483],
  [20, 300, 8, 60, 1, 39, 39, -5.274620488311443],
  [20, 300, 8, 60, 3, 30, 39, -10.946030859599235],
  [20, 300, 8, 60, 29, 35.5, 39, -72.93564777280534],
  [20, 300, 8, 60, 400, 10, 4000, -239.77546805172722],
] as const;

describe("the BG/NBD likelihood of one customer", () => {
  it("meets the reference to 11 digits, from no order to four hundred", () => {
    meetsGrid(
      reference,
      (r, alpha, a, b, frequency, recency, age) =>
        bgNbdLogLikelihood({ r, alpha, a, b } as typeof rounded, [
          { frequency, recency, age } as { frequency: number; recency: number; age: number },
        ]),
      1e-11,
      1,
    );
  });

  it("by hand is 5 / 32 of one order at 1 of 3, where all four are 1", () => {
    // B(1, 2) / B(1, 1) x G(2) / G(1) x (1 / (1 + 3)^2 + 1 / (1 + 1)^2)
    const one = bgNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1 }, [
      { frequency: 1, recency: 1, age: 3 },
    ]);
    expect(one).toBeCloseTo(Math.log(5 / 32), 13);
  });

  it("has the slopes of its own values, whether the customer has stopped or not", () => {
    const rows = [
      { frequency: 0, recency: 0, age: 39, customers: 3 },
      { frequency: 1, recency: 0.1, age: 39, customers: 1 },
      { frequency: 1, recency: 39, age: 39, customers: 2 },
      { frequency: 3, recency: 30, age: 39, customers: 1 },
      { frequency: 29, recency: 35.5, age: 39, customers: 1 },
      { frequency: 400, recency: 10, age: 4000, customers: 5 },
    ];
    for (const parameters of [
      [0.243, 4.414, 0.793, 2.426],
      [5, 100, 3, 0.5],
      [20, 300, 8, 60],
    ])
      for (const groups of [...rows.map((row) => [row]), rows])
        meetsDifferences((at) => bgNbdEvaluation(at, groups), parameters);
  });

  it("counts customers alike as often as there are", () => {
    const one = { frequency: 2, recency: 3, age: 9, customers: 1 };
    const alone = bgNbdEvaluation([1, 2, 3, 4], [one]);
    const thrice = bgNbdEvaluation([1, 2, 3, 4], [{ ...one, customers: 3 }]);
    isNear(thrice.value, 3 * alone.value, 1e-14);
  });

  it("refuses a parameter that is not above 0 and a bad row, by name", () => {
    for (const name of names)
      expect(() => bgNbdLogLikelihood({ ...rounded, [name]: 0 }, [])).toThrow(
        `parameters.${name} must be a finite number above 0`,
      );
    expect(() => bgNbdLogLikelihood(rounded, [{ frequency: 0, recency: 1, age: 2 }])).toThrow(
      "rows[0].recency",
    );
  });
});

describe("the BG/NBD fit of a hundred and fifty buyers", () => {
  it("stands at the top: every step away from it is less likely", () => {
    const buyers = simulatedBuyers(150, 5);
    const fit = fitted(fitBgNbd(buyers));
    expect(fit.convergence).toMatchObject({ method: "bfgs" });
    for (const factor of [0.99, 1.01])
      for (const name of names)
        expect(bgNbdLogLikelihood({ ...fit, [name]: fit[name] * factor }, buyers)).toBeLessThan(
          fit.logLikelihood,
        );
  });

  it("needs a hundred, one repeat order and rows without a fault", () => {
    const silent = Array.from({ length: 100 }, () => ({ frequency: 0, recency: 0, age: 10 }));
    expect(fitBgNbd([])).toEqual({ n: 0, reason: "noData", because: "noCustomers" });
    expect(fitBgNbd(silent.slice(1))).toMatchObject({ n: 99, because: "tooFewCustomers" });
    expect(fitBgNbd(silent)).toMatchObject({ n: 100, because: "noRepeatOrders" });
    const bad = { frequency: 0, recency: 1, age: 10 };
    expect(() => fitBgNbd([...silent, bad])).toThrow("rows[100].recency");
  });
});
