import fc from "fast-check";
import { expect, it } from "vitest";
import { firstOf } from "@/lib/loyalty/first-of";

it("the first few are those that sorting all of them would put first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat({ max: 30 }), (keys, most) => {
      const items = keys.map((key, place) => ({ key, place }));
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      const sorted = [...items].sort(compare).slice(0, most);
      expect(firstOf(items, most, compare)).toEqual(sorted);
    }),
  );
});
