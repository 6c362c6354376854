import { describe, expect, it } from "vitest";
import { lossShare, lossShares } from "@/lib/metrics";

describe("loss shares", () => {
  it("are shrunk to the assumption by 20 mean accounts: 11.9 %", () => {
    const passive = lossShare({
      lostMinor: 6.6,
      baseMinor: 60,
      meanRunningMinor: 0.82,
      assumed: 0.15,
      accountYears: 61,
    });
    expect(passive.value).toBeCloseTo(0.119, 3);
    expect(passive).toMatchObject({ basis: "learned", accountYears: 61 });
  });

  it("are assumed below 30 account-years, and count a shrunk account by what it lost", () => {
    const spans = [
      { state: "passive", openingMinor: 100, closingMinor: 60 },
      { state: "passive", openingMinor: 100, closingMinor: 130 },
    ] as const;
    expect(lossShares(spans, 10).passive).toEqual({
      value: (40 + 30) / (200 + 200),
      basis: "assumed",
      accountYears: 2,
    });
  });

  it("refuse more lost than there was", () => {
    const input = {
      lostMinor: 2,
      baseMinor: 1,
      meanRunningMinor: 1,
      assumed: 0.1,
      accountYears: 1,
    };
    expect(() => lossShare(input)).toThrow(RangeError);
  });
});
