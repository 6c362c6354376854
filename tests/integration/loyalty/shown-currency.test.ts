import { beforeAll, describe, expect, test } from "vitest";
import { filterQuery } from "@/app/w/[workspace]/_report/filter-query";
import { REPORTS } from "@/app/w/[workspace]/_report/reports";
import { codeOf, majorOf } from "@/lib/format/currency";
import { plainCell } from "@/lib/format/figure-table";
import { getFigures } from "@/lib/loyalty/get-figures";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getRetention } from "@/lib/loyalty/get-retention";
import { useTestDatabase } from "../../support/database";
import { createRates } from "../../support/factories/business";
import type { World } from "../../support/factories/world";
import { tellStory } from "./story";

useTestDatabase();

let world: World;

beforeAll(async () => {
  ({ world } = await tellStory());
  await createRates(world, [
    { code: "DKK", on: "2026-06-30", perEur: 7.5 },
    { code: "SEK", on: "2026-06-30", perEur: 11 },
    { code: "DKK", on: "2026-10-01", perEur: 7.4563 },
    { code: "SEK", on: "2026-10-01", perEur: 11.25 },
    // Quoted last in the spring, and only tomorrow.
    { code: "NOK", on: "2026-04-01", perEur: 11.5 },
    { code: "ISK", on: "2026-10-03", perEur: 150 },
  ]);
});

const overview = (input = {}) => getOverview({ ctx: world.ctx(), input });

describe("amounts in another currency", () => {
  test("are read at the one latest rate on or before the day, and stay what they are", async () => {
    const [own, shown] = [await overview(), await overview({ currency: "EUR" })];
    expect(own.currency).toBe("DKK");
    expect(shown.currency).toEqual({ code: "EUR", of: "DKK", rate: 7.4563, on: "2026-10-01" });
    expect(shown.runningMinor).toBe(own.runningMinor);
    const { currency } = await overview({ currency: "SEK", asOf: "2026-09-30" });
    expect(currency).toEqual({ code: "SEK", of: "DKK", rate: 7.5 / 11, on: "2026-06-30" });
  });

  test("are offered where there is a rate of the day: none that has ended, none to come", async () => {
    expect((await overview()).filter.currencies).toEqual(["DKK", "EUR", "SEK"]);
    expect((await overview({ asOf: "2026-01-01" })).filter.currencies).toEqual(["DKK"]);
  });

  test("are not converted where there is no rate, and the page says which currency was refused", async () => {
    for (const wanted of ["NOK", "ISK", "XYZ", "<b>"]) {
      const { currency, filter } = await overview({ currency: wanted });
      expect([currency, filter.refusedCurrency]).toEqual(["DKK", wanted.toUpperCase()]);
    }
    expect((await overview({ currency: "dkk" })).filter.refusedCurrency).toBeNull();
  });

  test("leave the address of the page and its tables in the same currency", async () => {
    const retention = await getRetention({ ctx: world.ctx(), input: { currency: "EUR" } });
    expect(filterQuery(retention.filter).currency).toBe("EUR");
    const tables = await REPORTS.retention?.(world.ctx(), filterQuery(retention.filter));
    const bridge = tables?.find(({ key }) => key === "bridge");
    const amount = bridge?.columns[1];
    if (amount?.kind !== "money" || !retention.bridge) throw new Error("no bridge");
    expect(codeOf(amount.currency)).toBe("EUR");
    const opening = majorOf(retention.bridge.openingMinor, retention.currency);
    expect(plainCell(amount, bridge?.rows[0]?.[1])).toBe(opening.toFixed(2));
    expect(opening).toBeCloseTo(retention.bridge.openingMinor / 100 / 7.4563, 8);
  });

  test("carry every table of every page that measures, or none of it", async () => {
    for (const [page, tablesOf] of Object.entries(REPORTS)) {
      if (page === "renewals") continue;
      const columns = (await tablesOf(world.ctx(), { currency: "SEK" })).flatMap(
        (table) => table.columns,
      );
      for (const column of columns)
        if (column.kind === "money") expect([page, codeOf(column.currency)]).toEqual([page, "SEK"]);
      expect(columns.map(({ header }) => header).filter((each) => /DKK|object/.test(each))).toEqual(
        [],
      );
    }
  });

  test("are none of programs: figures for them stay in the workspace's currency", async () => {
    const ctx = world.ctx();
    expect((await getFigures({ ctx, input: {} })).currency).toBe("DKK");
    await expect(getFigures({ ctx, input: { currency: "EUR" } })).rejects.toThrow();
  });
});
