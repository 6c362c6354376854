import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  shareOfKnownWallets,
  shareOfWallet,
  type WalletProvenance,
  type WalletRecord,
  walletShare,
} from "@/lib/metrics";
import { firstDayOfMonth, shiftMonths } from "@/lib/metrics/core/calendar";
import { expectContained, expectSame, known, limitsOf } from "../intervals";

const money = fc.nat({ max: 1_000_000 });
const wallets = fc.array(
  fc
    .tuple(money, money)
    .map(([a, b]) => ({ ownMinor: Math.min(a, b), categoryMinor: Math.max(a, b) })),
  { maxLength: 20 },
);
const asOfDay = firstDayOfMonth(2025 * 12 + 5) + 14;
const yearAgo = shiftMonths(asOfDay, -12);
const record = (rest: Partial<WalletRecord> = {}): WalletRecord => ({
  category: "pumps",
  day: asOfDay,
  ownMinor: 30,
  categoryMinor: 100,
  provenance: "asked",
  ...rest,
});
const records = fc.array(
  fc.array(
    fc.record({
      category: fc.constantFrom("pumps", "service"),
      day: fc.integer({ min: asOfDay - 500, max: asOfDay + 50 }),
      ownMinor: money,
      categoryMinor: money,
      provenance: fc.constantFrom<WalletProvenance>("asked", "estimated"),
    }),
    { maxLength: 4 },
  ),
  { maxLength: 10 },
);

describe("share of wallet", () => {
  it("is the ratio of sums, never the mean of the accounts' ratios", () => {
    const share = known(
      shareOfWallet([
        { ownMinor: 90, categoryMinor: 100 },
        { ownMinor: 30, categoryMinor: 300 },
      ]),
    );
    expect(share).toMatchObject({ value: 0.3, n: 2 });
    // u = 60 and -60: SE = root of (2 x 7200) / 400 = .3
    expect(limitsOf(share)).toEqual([0, expect.closeTo(0.3 + 1.959963985 * 0.3, 9)]);
  });

  it("doubts less where the wallets of most customers are known", () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({ ownMinor: i, categoryMinor: 20 }));
    const width = ([low, high]: [number, number]) => high - low;
    const some = width(limitsOf(shareOfWallet(rows)));
    const most = width(limitsOf(shareOfWallet(rows, { population: 12 })));
    expect(most).toBeCloseTo(some * Math.sqrt(1 - 10 / 12), 9);
    expect(() => shareOfWallet(rows, { population: 9 })).toThrow(/population/);
  });

  it("lies within 0..1 and its interval, whatever the order, the currency or a second copy", () => {
    fc.assert(
      fc.property(wallets, fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
        const share = shareOfWallet(rows);
        expectContained(share);
        if (share.value !== null) expect(share.value >= 0 && share.value <= 1).toBe(true);
        if (share.value !== null && rows.length > 1) {
          const [low, high] = limitsOf(share);
          expect(low >= 0 && high <= 1).toBe(true);
        }
        const scaled = rows.map((row) => ({
          ownMinor: row.ownMinor * factor,
          categoryMinor: row.categoryMinor * factor,
        }));
        for (const other of [[...rows].reverse(), [...rows, ...rows], scaled])
          expectSame(shareOfWallet(other), share);
      }),
    );
  });

  it("is not known without wallets, or where they add up to 0", () => {
    expect(shareOfWallet([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(shareOfWallet([{ ownMinor: 0, categoryMinor: 0 }])).toMatchObject({
      reason: "zeroDenominator",
    });
  });

  it("refuses negative amounts, and more with us than in all, by row", () => {
    const good = { ownMinor: 1, categoryMinor: 1 };
    expect(() => shareOfWallet([good, { ownMinor: 2, categoryMinor: 1 }])).toThrow(
      "rows[1].ownMinor is above its categoryMinor",
    );
    expect(() => shareOfWallet([good, { ownMinor: -1, categoryMinor: 1 }])).toThrow(
      /rows\[1\].ownMinor/,
    );
    expect(() => shareOfWallet([good, { ownMinor: 0, categoryMinor: -1 }])).toThrow(
      /rows\[1\].categoryMinor/,
    );
  });
});

describe("share of known wallets", () => {
  it("counts the latest record per category under 12 months old, and says who is known no longer", () => {
    const wallet = shareOfKnownWallets(
      [
        [
          record({ day: yearAgo + 1 }),
          record({ category: "service", ownMinor: 0, day: asOfDay - 9 }),
        ],
        [record({ day: yearAgo })],
        [record({ day: asOfDay + 1 })],
        [],
        [record({ day: asOfDay - 20 }), record({ ownMinor: 50, day: asOfDay - 10 })],
      ],
      { asOfDay },
    );
    expect(wallet.share).toMatchObject({ value: 80 / 300, n: 2 });
    expect(wallet).toMatchObject({ accounts: 2, stale: 1, oldestDay: yearAgo + 1 });
  });

  it("shows how much of the wallet was asked, estimated and modelled", () => {
    const wallet = shareOfKnownWallets(
      [
        [record(), record({ category: "service", provenance: "estimated", categoryMinor: 50 })],
        [record({ provenance: "modelled", categoryMinor: 200 })],
        [record({ provenance: "modelled", categoryMinor: 7, category: "oil", ownMinor: 0 })],
      ],
      { asOfDay },
    );
    expect(wallet.categoryMinor).toEqual({ asked: 100, estimated: 50, modelled: 207 });
  });

  it("takes what was asked before what was guessed on the same day, but not before what came later", () => {
    const asked = record({ ownMinor: 1 });
    const estimated = record({ ownMinor: 2, provenance: "estimated" });
    const modelled = record({ ownMinor: 3, provenance: "modelled" });
    const share = (...own: WalletRecord[]) => shareOfKnownWallets([own], { asOfDay }).share.value;
    expect(share(asked, estimated, modelled)).toBe(0.01);
    expect(share(modelled, estimated, asked)).toBe(0.01);
    expect(share(modelled, estimated)).toBe(0.02);
    expect(share(estimated, modelled)).toBe(0.02);
    expect(share({ ...asked, day: asOfDay - 1 }, modelled)).toBe(0.03);
  });

  it("is each account's own share of wallet where there is one account", () => {
    fc.assert(
      fc.property(records, (list) => {
        for (const own of list.slice(0, 3)) {
          const days = own.map(({ category, day }) => `${category} ${day}`);
          if (new Set(days).size < own.length) continue;
          const wallet = shareOfKnownWallets([own], { asOfDay });
          const share = walletShare(own as Parameters<typeof walletShare>[0], asOfDay);
          expect(wallet.share.value).toBe(share);
        }
        const all = shareOfKnownWallets(list, { asOfDay });
        expectContained(all.share);
        expect(all.accounts + all.stale).toBeLessThanOrEqual(list.length);
        const { asked, estimated, modelled } = all.categoryMinor;
        expect(modelled).toBe(0);
        expect(asked + estimated > 0).toBe(all.share.value !== null);
      }),
    );
  });

  it("counts own spend above an estimated wallet as the whole wallet", () => {
    const wallet = shareOfKnownWallets([[record({ ownMinor: 150 })], [record({ ownMinor: 0 })]], {
      asOfDay,
      population: 2,
    });
    expect(wallet.share).toMatchObject({ value: 0.5, interval: { population: 2 } });
  });

  it("is not known without a fresh record", () => {
    expect(shareOfKnownWallets([[record({ day: yearAgo })]], { asOfDay })).toEqual({
      share: { value: null, n: 0, reason: "noData" },
      categoryMinor: { asked: 0, estimated: 0, modelled: 0 },
      oldestDay: null,
      accounts: 0,
      stale: 1,
    });
  });

  it("names account and row of a bad record", () => {
    const bad = (rest: Partial<WalletRecord>) => () =>
      shareOfKnownWallets([[], [record(), record(rest)]], { asOfDay });
    expect(bad({ ownMinor: -1 })).toThrow(/accounts\[1\]\[1\].ownMinor/);
    expect(bad({ categoryMinor: Number.NaN })).toThrow(/accounts\[1\]\[1\].categoryMinor/);
    expect(bad({ day: 0.5 })).toThrow(/accounts\[1\]\[1\].day/);
    expect(() => shareOfKnownWallets([], { asOfDay: 0.5 })).toThrow(/asOfDay/);
  });
});
