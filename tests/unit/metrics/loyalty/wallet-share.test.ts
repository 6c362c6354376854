import { describe, expect, it } from "vitest";
import { freshWallets, type WalletRow, walletShare } from "@/lib/metrics";
import { asOf, assess, contract, day } from "./builders";

function row(ago: number, ownMinor: number, more: Partial<WalletRow> = {}): WalletRow {
  const known = { category: "pumps", categoryMinor: 100, provenance: "asked" } as const;
  return { ...known, day: asOf - ago, ownMinor, ...more };
}

describe("an account's share of wallet", () => {
  it("uses the latest row per category and none that is 12 months old", () => {
    const valves = row(50, 50, { category: "valves" });
    expect(walletShare([row(200, 80), row(20, 30), valves], asOf)).toBe(0.4);
    expect(walletShare([valves, row(20, 30), row(200, 80)], asOf)).toBe(0.4);
    expect(walletShare([], asOf)).toBeNull();
  });

  it("counts a row of a year less a day, none of a year and none of tomorrow", () => {
    const on = (date: string) => ({ ...row(0, 30), day: day(date) });
    expect(walletShare([on("2025-10-01")], asOf)).toBe(0.3);
    expect(walletShare([on("2025-09-30")], asOf)).toBeNull();
    expect(walletShare([on("2026-09-30")], asOf)).toBe(0.3);
    expect(walletShare([on("2026-10-01")], asOf)).toBeNull();
  });

  it("weighs categories by what is spent in them, and is at most the whole wallet", () => {
    const large = row(9, 100, { category: "valves", categoryMinor: 900 });
    expect(walletShare([row(9, 50), large], asOf)).toBeCloseTo(0.15, 12);
    expect(walletShare([row(9, 150)], asOf)).toBe(1);
    expect(walletShare([row(9, 0, { categoryMinor: 0 })], asOf)).toBeNull();
  });

  it("takes the wallet for all categories alone, so that nothing is counted twice", () => {
    const all = row(30, 40, { category: "all", categoryMinor: 400, coversAll: true });
    expect(walletShare([row(9, 90), all], asOf)).toBe(0.1);
    expect(walletShare([row(9, 90), { ...all, day: asOf - 400 }], asOf)).toBe(0.9);
  });

  it("takes of two rows of one day what was asked, then the smaller wallet, in any order", () => {
    const guess = row(9, 30, { categoryMinor: 60, provenance: "estimated" });
    const rows = [guess, row(9, 30), row(9, 30, { categoryMinor: 120 })];
    expect(freshWallets(rows, asOf)).toEqual([rows[1]]);
    expect(freshWallets([...rows].reverse(), asOf)).toEqual([rows[1]]);
  });

  it("refuses bad rows and names them", () => {
    const refused = (more: Partial<WalletRow>) => () =>
      walletShare([row(9, 1), row(9, 1, more)], asOf);
    expect(refused({ ownMinor: -1 })).toThrow(/^wallets\[1\]\.ownMinor must be/);
    expect(refused({ categoryMinor: Number.NaN })).toThrow(/^wallets\[1\]\.categoryMinor must be/);
    expect(refused({ lowMinor: 101 })).toThrow(/^wallets\[1\]\.lowMinor must lie/);
    expect(refused({ lowMinor: -1 })).toThrow(/^wallets\[1\]\.lowMinor must lie/);
    expect(refused({ highMinor: 99 })).toThrow(/^wallets\[1\]\.highMinor must lie/);
    expect(refused({ highMinor: Number.POSITIVE_INFINITY })).toThrow(/^wallets\[1\]\.highMinor/);
    expect(refused({ day: 0.5 })).toThrow(/^wallets\[1\]\.day must be/);
  });

  it("is a weak sign against the renewal when it fell ten points", () => {
    const codesOf = (...wallets: WalletRow[]) =>
      assess({ contracts: [contract()], wallets }).signal.codes;
    expect(codesOf(row(400, 40), row(20, 30))).toContain("W6");
    expect(codesOf(row(400, 39), row(20, 30))).not.toContain("W6");
    expect(codesOf(row(20, 30))).not.toContain("W6");
    // Only categories with a row before are compared.
    const other = row(20, 0, { category: "valves" });
    expect(codesOf(row(400, 30), row(20, 30), other)).not.toContain("W6");
  });
});
