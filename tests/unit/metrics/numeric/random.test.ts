import { describe, expect, it } from "vitest";
import { chiSquareTail } from "@/lib/metrics/numeric/gamma";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";

/** The first numbers of Mulberry32, computed on their own from its definition with whole numbers. */
const known = [
  [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741]],
  [42, [0.6011037519201636, 0.44829055899754167, 0.8524657934904099, 0.6697340414393693]],
  [4_294_967_295, [0.8964226141106337, 0.189478256739676, 0.7156526781618595, 0.9440599093213677]],
] as const;

describe("seeded random numbers", () => {
  it("are the known sequence of their seed", () => {
    for (const [seed, numbers] of known) {
      const random = seededRandom(seed);
      expect(numbers.map(() => random())).toEqual(numbers);
    }
  });

  it("fall evenly over 0 to 1, singly and in pairs", () => {
    const random = seededRandom(7);
    const cells = new Array<number>(1024).fill(0);
    const draws = 200_000;
    for (let i = 0; i < draws; i += 1) {
      const cell = Math.floor(random() * 32) * 32 + Math.floor(random() * 32);
      cells[cell] = (cells[cell] as number) + 1;
    }
    const expected = draws / 1024;
    const chiSquare = cells.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    const p = chiSquareTail(chiSquare, 1023);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.999);
  });
});
