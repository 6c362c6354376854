import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WhiteSpaceAccount, whiteSpace } from "@/lib/metrics";

const account = (sizeBand: string | null, ...spend: [string, number][]): WhiteSpaceAccount => ({
  sizeBand,
  spend: spend.map(([type, yearlyMinor]) => ({ type, yearlyMinor })),
});
const accounts = fc.array(
  fc.record({
    sizeBand: fc.constantFrom("S", "L", null),
    spend: fc.uniqueArray(
      fc.record({ type: fc.constantFrom("a", "b", "c"), yearlyMinor: fc.nat({ max: 1000 }) }),
      { selector: ({ type }) => type },
    ),
  }),
  { maxLength: 20 },
);

describe("white space", () => {
  it("is the median of ten owners or more of the same size, for each type an account lacks", () => {
    const owners = Array.from({ length: 10 }, (_, i) => account("L", ["service", 100 * (i + 1)]));
    const lacking = account("L", ["pumps", 5]);
    const gaps = whiteSpace([...owners, lacking, account("S"), account(null)]);
    expect(gaps[10]).toEqual([{ type: "service", typicalMinor: 550, owners: 10 }]);
    expect(gaps[0]).toEqual([]);
    expect(gaps.slice(11)).toEqual([[], []]);
    expect(whiteSpace([...owners.slice(1), lacking])[9]).toEqual([]);
  });

  it("lists the largest gap first, and owning means having spent something", () => {
    const rows = [
      account("L", ["a", 10], ["b", 90], ["c", 40]),
      account("L", ["b", 0], ["c", 7]),
      account("L"),
    ];
    expect(whiteSpace(rows, { minimumOwners: 1 })).toEqual([
      [],
      [
        { type: "b", typicalMinor: 90, owners: 1 },
        { type: "a", typicalMinor: 10, owners: 1 },
      ],
      [
        { type: "b", typicalMinor: 90, owners: 1 },
        { type: "c", typicalMinor: 23.5, owners: 2 },
        { type: "a", typicalMinor: 10, owners: 1 },
      ],
    ]);
  });

  it("never offers what an account owns, nor spends from another size band or of unknown size", () => {
    fc.assert(
      fc.property(accounts, (rows) => {
        const gaps = whiteSpace(rows, { minimumOwners: 2 });
        expect(gaps.length).toBe(rows.length);
        rows.forEach(({ sizeBand, spend }, index) => {
          for (const { type, owners, typicalMinor } of gaps[index] ?? []) {
            expect(sizeBand).not.toBeNull();
            expect(spend.some((own) => own.type === type && own.yearlyMinor > 0)).toBe(false);
            const others = rows
              .filter((row) => row.sizeBand === sizeBand)
              .flatMap((row) => row.spend.filter((own) => own.type === type))
              .map(({ yearlyMinor }) => yearlyMinor)
              .filter((amount) => amount > 0)
              .sort((a, b) => a - b);
            expect(owners).toBe(others.length);
            expect(owners).toBeGreaterThanOrEqual(2);
            const middle = [others[(owners - 1) >> 1] ?? 0, others[owners >> 1] ?? 0];
            expect(typicalMinor).toBe(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2);
          }
        });
        expect(whiteSpace([...rows].reverse(), { minimumOwners: 2 }).reverse()).toEqual(gaps);
      }),
    );
  });

  it("names account and row of bad spend, and refuses a median of nobody", () => {
    expect(() => whiteSpace([account("L"), account("L", ["a", 1], ["b", -1])])).toThrow(
      /accounts\[1\].spend\[1\].yearlyMinor/,
    );
    expect(() => whiteSpace([account("L", ["a", 1], ["a", 1])])).toThrow(
      "accounts[0].spend[1].type a stands twice",
    );
    expect(() => whiteSpace([], { minimumOwners: 0 })).toThrow("minimumOwners must be above 0");
    expect(() => whiteSpace([], { minimumOwners: 1.5 })).toThrow(/minimumOwners/);
  });
});
