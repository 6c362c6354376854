import { describe, expect, it } from "vitest";
import { monthOfDay, runningRevenue } from "@/lib/metrics";
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

  it("looks back as far as the data allow: 24 months in full, 12 in halves, fewer without a base", () => {
    const at = (dataMonths: number) => {
      const young = { ...context, dataFromMonth: monthOfDay(asOf) - dataMonths + 1 };
      const { windowMonths, isShortHistory, baseMinor } = runningRevenue(
        account({ rows: orders([asOf - 5]) }),
        asOf,
        young,
      );
      return [windowMonths, isShortHistory, baseMinor !== null];
    };
    expect([36, 24, 23, 13, 12, 11, 1, -3].map(at)).toEqual([
      [12, false, true],
      [12, false, true],
      [11, true, true],
      [6, true, true],
      [6, true, true],
      [11, true, false],
      [1, true, false],
      [0, true, false],
    ]);
  });

  it("looks twelve months back for an account without orders, in a young workspace too", () => {
    const young = { ...context, dataFromMonth: monthOfDay(asOf) - 3 };
    const first = contract({ startDay: day("2025-09-30") });
    const revenue = (one: typeof first) =>
      runningRevenue(account({ contracts: [one] }), asOf, young);
    expect(revenue(first)).toMatchObject({
      baseMinor: 500_00,
      windowMonths: 12,
      isShortHistory: false,
    });
    expect(revenue({ ...first, startDay: day("2025-10-01") }).baseMinor).toBe(0);
    const later = account({ rows: orders([asOf + 5]) });
    expect(runningRevenue(later, asOf, young)).toMatchObject({ baseMinor: 0, windowMonths: 12 });
  });

  it("takes the contracts' base from as many months back as the windows are long", () => {
    const young = { ...context, dataFromMonth: monthOfDay(asOf) - 13 };
    const contracts = [contract({ startDay: day("2026-02-28") })];
    const revenue = runningRevenue(account({ contracts, rows: orders([asOf - 5]) }), asOf, young);
    expect(revenue).toMatchObject({ windowMonths: 7, baseContractMinor: 500_00 });
  });

  it("tells its parts, of this window and of the one before", () => {
    const automatic = (on: string, amountMinor: number) =>
      ({ day: day(on), amountMinor, choice: "automatic" }) as const;
    const rows = [
      ...orders([day("2026-03-01")], 30),
      automatic("2026-04-01", 5),
      ...orders([day("2025-03-01")], 40),
      automatic("2025-04-01", 7),
    ];
    expect(runningRevenue(account({ rows, contracts: [contract()] }), asOf, context)).toMatchObject(
      {
        runningMinor: 500_35,
        contractMinor: 500_00,
        orderMinor: 35,
        automaticOrderMinor: 5,
        runningSquareSum: 900 + 25,
        baseMinor: 500_47,
        baseContractMinor: 500_00,
        baseOrderMinor: 47,
        baseAutomaticOrderMinor: 7,
        baseSquareSum: 1600 + 49,
      },
    );
    const young = { ...context, dataFromMonth: monthOfDay(asOf) - 3 };
    expect(runningRevenue(account({ rows }), asOf, young)).toMatchObject({
      baseMinor: null,
      baseContractMinor: null,
      baseOrderMinor: null,
      baseAutomaticOrderMinor: null,
    });
  });

  it("lets the latest decision speak, on one day the signature, and none of tomorrow", () => {
    const split = (...decisions: ReturnType<typeof contract>["decisions"][number][]) =>
      runningRevenue(account({ contracts: [contract({ decisions })] }), asOf, context).split;
    const march = day("2026-03-01");
    const signed = { day: march, kind: "signed" } as const;
    const automatic = { day: march, kind: "automatic" } as const;
    const chosen = { chosenMinor: 500_00, byItselfMinor: 0 };
    expect(split(signed, automatic)).toMatchObject(chosen);
    expect(split(automatic, signed)).toMatchObject(chosen);
    expect(split(signed, { ...automatic, day: march + 1 })).toMatchObject({
      byItselfMinor: 500_00,
    });
    expect(split({ ...automatic, day: march + 1 }, signed)).toMatchObject({
      byItselfMinor: 500_00,
    });
    expect(split(signed, { ...automatic, day: asOf + 1 })).toMatchObject(chosen);
    expect(split({ ...signed, day: day("2025-10-01") })).toMatchObject(chosen);
    expect(split({ ...signed, day: asOf })).toMatchObject(chosen);
  });

  it("splits only what runs", () => {
    const ended = contract({ endDay: asOf, decisions: [{ day: asOf - 9, kind: "signed" }] });
    const { split } = runningRevenue(account({ contracts: [ended] }), asOf, context);
    expect(Object.values(split)).toEqual([0, 0, 0, 0]);
  });

  it("refuses columns that hold no amounts and names them", () => {
    const history = account({ rows: orders([asOf - 5]) });
    const wrong = (more: Partial<typeof history.orders>) => () =>
      runningRevenue({ ...history, orders: { ...history.orders, ...more } }, asOf, context);
    expect(wrong({ totalMinor: [Number.NaN] })).toThrow(/^orders\.totalMinor\[0\]/);
    expect(wrong({ daySquareSum: [Number.POSITIVE_INFINITY] })).toThrow(
      /^orders\.daySquareSum\[0\]/,
    );
  });
});
