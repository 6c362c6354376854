import { describe, expect, it } from "vitest";
import { runningRevenue } from "@/lib/metrics";
import { account, asOf, context, contract, day, orders } from "./builders";

describe("running revenue and base", () => {
  it("is the contracts' yearly value plus twelve whole months of orders", () => {
    const rows = [
      ...orders([day("2025-10-01"), day("2026-09-30")], 10_00),
      ...orders([day("2025-09-30"), day("2024-10-01")], 7_00),
      ...orders([day("2024-09-30")], 5_00),
    ];
    const revenue = runningRevenue(account({ rows, contracts: [contract()] }), asOf, context);
    expect(revenue).toMatchObject({ runningMinor: 520_00, baseMinor: 514_00, windowMonths: 12 });
  });

  it("leaves a month that is not over out of both windows", () => {
    const rows = orders([day("2026-09-15"), day("2025-09-15")], 10_00);
    const revenue = runningRevenue(account({ rows }), day("2026-09-29"), context);
    expect(revenue).toMatchObject({ runningMinor: 10_00, baseMinor: 0 });
  });

  it("shrinks both windows to the longest equal number of whole months (22 months: 11 and 11)", () => {
    const young = { ...context, dataFromMonth: context.dataFromMonth + 12 * 4 + 9 - 22 };
    const rows = orders([day("2025-11-01"), day("2025-10-31"), day("2024-12-01")], 10_00);
    const revenue = runningRevenue(account({ rows }), asOf, young);
    expect(revenue).toMatchObject({
      runningMinor: 10_00,
      baseMinor: 20_00,
      windowMonths: 11,
      isShortHistory: true,
    });
  });

  it("splits running revenue into chosen, by itself, older contract and not recorded, with nothing left over", () => {
    const of = (yearlyMinor: number, decision: string | null, kind: "signed" | "automatic") =>
      contract({
        values: [{ fromDay: 0, yearlyMinor }],
        decisions: decision === null ? [] : [{ day: day(decision), kind }],
      });
    const { split, runningMinor } = runningRevenue(
      account({
        contracts: [
          of(1, "2026-03-01", "signed"),
          of(10, "2026-03-01", "automatic"),
          of(100, "2025-09-30", "signed"),
          of(1000, null, "signed"),
        ],
        rows: [
          { day: asOf - 40, amountMinor: 10_000, choice: "active" },
          { day: asOf - 40, amountMinor: 100_000, choice: "automatic" },
          { day: asOf - 40, amountMinor: 1_000_000, choice: "notRecorded" },
        ],
      }),
      asOf,
      context,
    );
    expect(split).toEqual({
      chosenMinor: 10_001,
      byItselfMinor: 100_010,
      olderContractMinor: 100,
      notRecordedMinor: 1_001_000,
    });
    expect(runningMinor).toBe(1_111_111);
  });
});
