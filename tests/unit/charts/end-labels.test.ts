import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hasRoomForLabels,
  LABEL_HEIGHT,
  roomFor,
  shortened,
  spread,
} from "@/components/charts/end-labels";

const heights = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 6 });

describe("names at the ends of curves", () => {
  test("that are far apart stand exactly at their ends", () => {
    expect(spread([120, 20, 60], 10, 210)).toEqual([120, 20, 60]);
  });

  test("at the same height share it: one a half above, one a half below", () => {
    expect(spread([100, 100], 10, 210)).toEqual([100 - LABEL_HEIGHT / 2, 100 + LABEL_HEIGHT / 2]);
  });

  test("never overlap, keep their order and stay in the plane", () => {
    fc.assert(
      fc.property(heights, (wanted) => {
        const places = spread(wanted, 10, 210);
        const inOrder = [...places].sort((a, b) => a - b);
        for (const [index, at] of inOrder.entries()) {
          expect(at).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(at).toBeLessThanOrEqual(210 + 1e-9);
          const above = inOrder[index - 1];
          if (above !== undefined) expect(at - above).toBeGreaterThanOrEqual(LABEL_HEIGHT - 1e-9);
        }
        for (const [a, place] of places.entries()) {
          for (const [b, other] of places.entries()) {
            if ((wanted[a] ?? 0) < (wanted[b] ?? 0)) expect(place).toBeLessThan(other);
          }
        }
      }),
    );
  });

  test("have no room in a chart of a phone, nor seven of them anywhere", () => {
    expect(hasRoomForLabels(479, 2)).toBe(false);
    expect(hasRoomForLabels(480, 6)).toBe(true);
    expect(hasRoomForLabels(1200, 7)).toBe(false);
  });

  test("that fit are whole, a longer one is cut and says so", () => {
    expect(shortened("Net", roomFor(["Net", "Gross retention"]))).toBe("Net");
    expect(shortened("Gross retention", roomFor(["Gross retention"]))).toBe("Gross retention");
    const long = "Manufacturers of pumps and valves in the Nordic countries";
    const cut = shortened(long, roomFor([long]));
    expect(cut).toMatch(/…$/);
    expect(long.startsWith(cut.slice(0, -1))).toBe(true);
  });
});
