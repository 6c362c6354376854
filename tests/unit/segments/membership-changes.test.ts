import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Membership, membershipChanges } from "@/lib/segments/build-membership-changes";

const SEGMENT = "s";
const ACCOUNTS = ["a", "b", "c", "d"];
const key = ({ accountId, from }: Membership) => `${accountId} ${from}`;

/** A table that takes the changes as the database does. */
function write(table: readonly Membership[], wanted: readonly string[], today: string) {
  const kept = table.filter(({ until }) => until === null || until === today);
  const changes = membershipChanges(new Map([[SEGMENT, wanted]]), kept, today);
  const closed = new Set(changes.closed.map(key));
  const reopened = new Set(changes.reopened.map(key));
  const forgotten = new Set(changes.forgotten.map(key));
  const stay = table
    .filter((row) => !forgotten.has(key(row)))
    .map((row) => (closed.has(key(row)) ? { ...row, until: today } : row))
    .map((row) => (reopened.has(key(row)) ? { ...row, until: null } : row));
  return { rows: [...stay, ...changes.opened], changes };
}

const membersOn = (rows: readonly Membership[], day: string) =>
  rows
    .filter(({ from, until }) => from <= day && (until === null || until > day))
    .map(({ accountId }) => accountId)
    .sort();

const days = fc.array(
  fc.record({
    step: fc.constantFrom(0, 0, 1, 3),
    wanted: fc.subarray(ACCOUNTS),
  }),
  { maxLength: 12 },
);

describe("memberships on record", () => {
  test("say for every day who was in the segment at its close, whatever came after", () => {
    fc.assert(
      fc.property(days, (given) => {
        let rows: Membership[] = [];
        let day = 10;
        const truth = new Map<string, string[]>();
        for (const { step, wanted } of given) {
          day += step;
          const today = `2026-03-${day}`;
          rows = write(rows, wanted, today).rows;
          truth.set(today, [...wanted].sort());
          for (const [then, members] of truth) expect(membersOn(rows, then)).toEqual(members);
        }
        expect(new Set(rows.map(key)).size).toBe(rows.length);
        for (const { from, until } of rows) expect(until === null || until > from).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("written twice are written once", () => {
    fc.assert(
      fc.property(fc.subarray(ACCOUNTS), fc.subarray(ACCOUNTS), (before, after) => {
        const first = write([], before, "2026-03-01");
        const second = write(first.rows, after, "2026-03-02");
        const { changes } = write(second.rows, after, "2026-03-02");
        expect(Object.values(changes).flat()).toEqual([]);
      }),
    );
  });

  test("of other segments are left alone", () => {
    const other: Membership = { segmentId: "t", accountId: "a", from: "2026-01-01", until: null };
    const changes = membershipChanges(new Map([[SEGMENT, []]]), [other], "2026-03-01");
    expect(Object.values(changes).flat()).toEqual([]);
  });
});
