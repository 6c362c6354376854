import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productTypeMatrix, wilsonInterval } from "@/lib/metrics";
import { expectContained } from "../intervals";

const customers = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }), {
  maxLength: 20,
});

describe("the product type matrix", () => {
  it("says how many of the owners of one type have another", () => {
    const matrix = productTypeMatrix([
      ["service", "pumps"],
      ["pumps"],
      ["oil", "pumps", "pumps"],
      [],
    ]);
    expect(matrix.types).toEqual(["oil", "pumps", "service"]);
    expect(matrix.owners).toEqual([1, 3, 1]);
    expect(matrix.both).toEqual([
      [wilsonInterval(1, 1), wilsonInterval(1, 1), wilsonInterval(0, 1)],
      [wilsonInterval(1, 3), wilsonInterval(3, 3), wilsonInterval(1, 3)],
      [wilsonInterval(0, 1), wilsonInterval(1, 1), wilsonInterval(1, 1)],
    ]);
  });

  it("has 1 on its diagonal, and the same customers in both on either side of it", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const { types, owners, both } = productTypeMatrix(list);
        types.forEach((_, i) => {
          expect(both[i]?.[i]?.value).toBe(1);
          types.forEach((_type, j) => {
            const [there, back] = [both[i]?.[j], both[j]?.[i]];
            if (!there || !back) throw new Error("no cell");
            expectContained(there);
            const shared = (there.value ?? 0) * (owners[i] ?? 0);
            expect(shared).toBeCloseTo((back.value ?? 0) * (owners[j] ?? 0), 9);
          });
        });
        expect(productTypeMatrix([...list].reverse())).toEqual({ types, owners, both });
      }),
    );
  });

  it("is empty without customers", () => {
    expect(productTypeMatrix([])).toEqual({ types: [], owners: [], both: [] });
  });
});
