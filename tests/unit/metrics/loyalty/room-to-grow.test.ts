import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roomToGrow, type WalletRow, whiteSpace } from "@/lib/metrics";
import { asOf } from "./builders";

function wallet(more: Partial<WalletRow> = {}): WalletRow {
  return {
    category: "pumps",
    day: asOf - 30,
    ownMinor: 300,
    categoryMinor: 1000,
    lowMinor: 800,
    highMinor: 1200,
    provenance: "asked",
    ...more,
  };
}

const gap = (type: string, typicalMinor: number) => ({ type, typicalMinor, owners: 14 });

describe("room to grow", () => {
  it("is wallet less own spend with its range where known, and what is typical of the types it lacks", () => {
    const room = roomToGrow([wallet()], [gap("service", 400)], asOf);
    expect(room.known).toEqual([
      {
        category: "pumps",
        day: asOf - 30,
        provenance: "asked",
        lowMinor: 500,
        middleMinor: 700,
        highMinor: 900,
      },
    ]);
    expect(room.typical).toEqual([gap("service", 400)]);
    expect(room).toMatchObject({ knownMinor: 700, typicalMinor: 400, roomMinor: 1100 });
  });

  it("takes a wallet without a range as exact", () => {
    const { lowMinor: _, highMinor: __, ...exact } = wallet();
    expect(roomToGrow([exact], [], asOf).known[0]).toMatchObject({
      lowMinor: 700,
      middleMinor: 700,
      highMinor: 700,
    });
  });

  it("is never below 0: own spend above the low end leaves no room there", () => {
    const [room] = roomToGrow([wallet({ ownMinor: 1100 })], [], asOf).known;
    expect(room).toMatchObject({ lowMinor: 0, middleMinor: 0, highMinor: 100 });
  });

  it("does not add what is typical where the wallet is known, of the type or of everything", () => {
    const gaps = [gap("pumps", 50), gap("service", 400)];
    expect(roomToGrow([wallet()], gaps, asOf).typical).toEqual([gap("service", 400)]);
    const all = wallet({ category: "all", coversAll: true });
    expect(roomToGrow([all, wallet()], gaps, asOf)).toMatchObject({ typical: [], roomMinor: 700 });
  });

  it("forgets a wallet after 12 months, and what is typical stands in again", () => {
    const old = wallet({ day: asOf - 366 });
    expect(roomToGrow([old], [gap("pumps", 50)], asOf)).toMatchObject({ known: [], roomMinor: 50 });
  });

  it("names the largest room first", () => {
    const room = roomToGrow(
      [wallet(), wallet({ category: "valves", ownMinor: 0 })],
      [gap("a", 10), gap("b", 90)],
      asOf,
    );
    expect(room.known.map(({ category }) => category)).toEqual(["valves", "pumps"]);
    expect(room.typical.map(({ type }) => type)).toEqual(["b", "a"]);
  });

  it("is typical only where ten accounts of the same size own the type", () => {
    const owners = (count: number, sizeBand: string) =>
      Array.from({ length: count }, (_, i) => ({
        sizeBand,
        spend: [{ type: "service", yearlyMinor: 100 * (i + 1) }],
      }));
    const roomOf = (others: ReturnType<typeof owners>) => {
      const [gaps] = whiteSpace([{ sizeBand: "L", spend: [] }, ...others]);
      return roomToGrow([], gaps ?? [], asOf).roomMinor;
    };
    expect(roomOf(owners(9, "L"))).toBe(0);
    expect(roomOf([...owners(9, "L"), ...owners(9, "S")])).toBe(0);
    expect(roomOf(owners(10, "L"))).toBe(550);
  });

  it("is nothing where nothing is known", () => {
    expect(roomToGrow([], [], asOf)).toEqual({
      known: [],
      typical: [],
      knownMinor: 0,
      typicalMinor: 0,
      roomMinor: 0,
    });
  });

  it("refuses bad amounts and days and names them", () => {
    expect(() => roomToGrow([], [gap("a", 1), gap("b", -1)], asOf)).toThrow(
      /^gaps\[1\]\.typicalMinor/,
    );
    expect(() => roomToGrow([wallet({ ownMinor: Number.NaN })], [], asOf)).toThrow(/^wallets\[0\]/);
    expect(() => roomToGrow([], [], 0.5)).toThrow(/^asOfDay/);
  });

  it("keeps its order of ends, adds up, and scales with the currency in any order of rows", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const row = fc
      .record({
        category: fc.constantFrom("a", "b", "c"),
        own: amount,
        ends: fc.array(amount, { minLength: 3, maxLength: 3 }),
      })
      .map(({ category, own, ends }) => {
        const [low = 0, middle = 0, high = 0] = [...ends].sort((x, y) => x - y);
        return wallet({
          category,
          ownMinor: own,
          lowMinor: low,
          categoryMinor: middle,
          highMinor: high,
        });
      });
    const gaps = fc.array(
      fc.record({ type: fc.constantFrom("c", "d"), typicalMinor: amount, owners: fc.constant(10) }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        gaps,
        fc.integer({ min: 2, max: 50 }),
        (list, more, factor) => {
          const room = roomToGrow(list, more, asOf);
          for (const { lowMinor, middleMinor, highMinor } of room.known)
            expect([lowMinor, middleMinor, highMinor]).toEqual(
              [lowMinor, middleMinor, highMinor].sort((x, y) => x - y),
            );
          expect(room.roomMinor).toBe(room.knownMinor + room.typicalMinor);
          const times = (one: WalletRow) => ({
            ...one,
            ownMinor: one.ownMinor * factor,
            lowMinor: (one.lowMinor ?? 0) * factor,
            categoryMinor: one.categoryMinor * factor,
            highMinor: (one.highMinor ?? 0) * factor,
          });
          const scaled = roomToGrow(
            list.map(times),
            more.map((one) => ({ ...one, typicalMinor: one.typicalMinor * factor })),
            asOf,
          );
          expect(scaled.roomMinor).toBe(room.roomMinor * factor);
        },
      ),
      { numRuns: 30 },
    );
  });
});
