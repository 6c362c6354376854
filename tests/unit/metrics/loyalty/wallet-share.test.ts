import { describe, expect, it } from "vitest";
import { walletShare } from "@/lib/metrics";
import { asOf, assess, contract } from "./builders";

describe("an account's share of wallet", () => {
  const row = (ago: number, ownMinor: number, category = "pumps") =>
    ({ category, day: asOf - ago, ownMinor, categoryMinor: 100, provenance: "asked" }) as const;

  it("uses the latest row per category and none that is 12 months old", () => {
    expect(walletShare([row(200, 80), row(20, 30), row(50, 50, "valves")], asOf)).toBe(0.4);
    expect(walletShare([row(366, 30)], asOf)).toBeNull();
    expect(walletShare([], asOf)).toBeNull();
  });

  it("is a weak sign against the renewal when it fell ten points", () => {
    const codesOf = (...wallets: ReturnType<typeof row>[]) =>
      assess({ contracts: [contract()], wallets }).signal.codes;
    expect(codesOf(row(400, 40), row(20, 30))).toContain("W6");
    expect(codesOf(row(400, 39), row(20, 30))).not.toContain("W6");
  });
});
