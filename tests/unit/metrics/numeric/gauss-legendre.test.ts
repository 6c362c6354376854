import { describe, expect, it } from "vitest";
import { gaussLegendre } from "@/lib/metrics/numeric/gauss-legendre";

describe("Gauss and Legendre's rule", () => {
  it("has the two points of the textbook, (1 -/+ 1 / root 3) / 2 with half the weight each", () => {
    const { nodes, weights } = gaussLegendre(2);
    expect(nodes[0]).toBeCloseTo((1 - 1 / Math.sqrt(3)) / 2, 15);
    expect(nodes[1]).toBeCloseTo((1 + 1 / Math.sqrt(3)) / 2, 15);
    expect([...weights].map((x) => x.toFixed(14))).toEqual([
      "0.50000000000000",
      "0.50000000000000",
    ]);
  });

  it("is exact for every power up to twice its size less one, and not for the next", () => {
    for (const size of [1, 5, 8, 13, 26]) {
      const { nodes, weights } = gaussLegendre(size);
      const integral = (power: number) =>
        nodes.reduce((total, x, i) => total + (weights[i] as number) * x ** power, 0);
      for (let power = 0; power < 2 * size; power += 1)
        expect(integral(power)).toBeCloseTo(1 / (power + 1), 14);
      if (size < 8) expect(Math.abs(integral(2 * size) - 1 / (2 * size + 1))).toBeGreaterThan(1e-8);
    }
  });
});
