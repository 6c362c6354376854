import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks } from "@/lib/format/axis-ticks";

const amounts = fc.oneof(
  fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1 }),
  fc.array(
    fc.integer({ min: -3000, max: 3000 }).map((mills) => mills / 1000),
    { minLength: 1 },
  ),
);

test("every value lies between the first and the last place, and the places are evenly apart", () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const ticks = axisTicks(values);
      const [first = 0, second = 0] = ticks;
      const slack = Math.abs(second - first) * 1e-6;
      expect(Math.min(...values)).toBeGreaterThanOrEqual(first - slack);
      expect(Math.max(...values)).toBeLessThanOrEqual((ticks.at(-1) ?? 0) + slack);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (let at = 1; at < ticks.length; at += 1)
        expect((ticks[at] ?? 0) - (ticks[at - 1] ?? 0)).toBeCloseTo(
          second - first,
          -Math.log10(slack || 1),
        );
    }),
  );
});

test("places are round: 0, 25, 50, 75, 100", () => {
  expect(axisTicks([3, 97], 4)).toEqual([0, 25, 50, 75, 100]);
  expect(axisTicks([0.91, 1.04])).toEqual([0.9, 0.95, 1, 1.05]);
});

test("without a value the axis goes from 0 to 1", () => {
  expect(axisTicks([])).toEqual([0, 1]);
});
