import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/format/calendar";
import { getGrowth } from "@/lib/loyalty/get-growth";
import { getRetention } from "@/lib/loyalty/get-retention";
import type { GrowthDto } from "@/lib/loyalty/growth.types";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createContract, createRegularOrders } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { tellStory } from "./story";

useTestDatabase();

const AS_OF = "2026-10-02";

/** So many accounts with a yearly contract since a day; `to` ends it. */
async function contracts(
  world: World,
  count: number,
  given: { from: string; to?: string; currency?: string; acquiredBy?: string },
) {
  for (let index = 0; index < count; index += 1) {
    const { acquiredBy = "unknown", currency = "DKK" } = given;
    const account = await createAccount(world, { acquiredBy, currency });
    await createContract(world, account.id, {
      terms: [{ from: given.from, to: given.to ?? null, yearlyMinor: 100_000, currency }],
    });
  }
}

describe("a workspace without data", () => {
  test("has no figure and no curve, and never a 0", async () => {
    const ctx = (await createWorld({ asOf: AS_OF })).ctx();
    const retention = await getRetention({ ctx, input: {} });
    expect(retention.bridge).toBeNull();
    expect(retention.points).toEqual([]);
    expect(retention.tiles.map(({ value }) => value)).toEqual([null, null, null]);
    expect(retention.hidden.map(({ key }) => key)).toEqual([
      "grossRevenueRetention",
      "renewalRate",
    ]);
    expect(retention.survival).toMatchObject({ curves: [], customers: 0, test: null });
    expect(retention.cohorts).toMatchObject({ ages: [], rows: [], before: 0 });
    expect(retention.negotiation).toBeNull();
    const growth = await getGrowth({ ctx, input: {} });
    expect(growth).toMatchObject({
      figure: null,
      openingAccounts: 0,
      knownShare: null,
      points: [],
    });
  });
});

describe("a workspace of five accounts", () => {
  test("says that they are too few wherever a share would stand", async () => {
    const { world } = await tellStory();
    const retention = await getRetention({ ctx: world.ctx(), input: { split: "country" } });
    expect(retention.bridge?.openingMinor).toBeGreaterThan(0);
    expect(retention.net).toMatchObject({ value: null, reason: "tooFewAnswers" });
    for (const { strip, value } of retention.tiles) {
      expect(value).toBeNull();
      expect(strip?.values.length).toBeGreaterThan(0);
    }
    for (const point of retention.points)
      expect([point.net.value, point.gross.value, point.customers.value]).toEqual([
        null,
        null,
        null,
      ]);
    for (const group of retention.byGroup.groups)
      expect([group.net.value, group.net.isReal]).toEqual([null, null]);
    expect(retention.survival.curves).toEqual([]);
    expect((await getGrowth({ ctx: world.ctx(), input: {} })).figure).toBeNull();
  });
});

describe("accounts of which some left and others came", () => {
  let world: World;
  let retention: RetentionDto;
  let growth: GrowthDto;

  beforeAll(async () => {
    world = await createWorld({ asOf: AS_OF });
    await contracts(world, 16, { from: "2024-01-01" });
    await contracts(world, 4, { from: "2024-01-01", to: "2026-03-01" });
    await contracts(world, 3, { from: "2026-02-01" });
    await contracts(world, 1, { from: "2026-02-01", acquiredBy: "referral" });
    await contracts(world, 2, { from: "2024-01-01", currency: "XTS" });
    retention = await getRetention({ ctx: world.ctx(), input: {} });
    growth = await getGrowth({ ctx: world.ctx(), input: {} });
  });

  test("those without an exchange rate are left out of every part, and told", () => {
    expect(retention.freshness.withoutRate).toEqual({ accounts: 2, currencies: ["XTS"] });
    const n = retention.tiles.find(({ key }) => key === "grossRevenueRetention")?.n;
    expect([n, retention.net.n, retention.survival.customers]).toEqual([20, 20, 24]);
    expect(retention.cohorts.rows.map((row) => row.n)).toEqual([20, 4]);
    expect(growth.openingAccounts).toBe(20);
  });

  test("in one currency nothing is lost or won by exchange", () => {
    expect(retention.bridge).toEqual({
      openingMinor: 2_000_000,
      expansionMinor: 0,
      contractionMinor: 0,
      lostMinor: 400_000,
      newMinor: 400_000,
      wonBackMinor: 0,
      exchangeMinor: 0,
      closingMinor: 2_000_000,
    });
    expect(retention.net.value).toBeCloseTo(0.8, 12);
  });

  test("the cohort of the year keeps who was not lost, and the youngest is not counted as lost", () => {
    const [old, young] = retention.cohorts.rows;
    expect(old?.cells.map(({ value }) => value)).toEqual([1, 1]);
    expect(young?.cells.map(({ value }) => value)).toEqual([null, null]);
  });

  test("the contract clock ends with the contract, and there is no order clock without orders", async () => {
    const by = async (clock: string) =>
      (await getRetention({ ctx: world.ctx(), input: { clock } })).survival;
    const contract = await by("contract");
    expect([contract.customers, contract.curves[0]?.ends]).toEqual([24, 4]);
    expect(await by("orders")).toMatchObject({ customers: 0, curves: [] });
  });

  test("growth lies between bounds where it is not recorded how customers came", () => {
    expect(growth.knownShare).toBeCloseTo(0.25, 12);
    expect(growth.figure?.earned.least).toBeCloseTo(-0.15, 12);
    expect(growth.figure?.earned.most).toBeCloseTo(0, 12);
    expect(growth.figure?.totalGrowth).toBeCloseTo(0, 12);
    expect(growth.figure?.ratio).toBeNull();
    const bySource = Object.fromEntries(
      growth.sources.map(({ source, accounts, minor }) => [source, [accounts, minor]]),
    );
    expect(bySource).toMatchObject({
      referral: [1, 100_000],
      unknown: [3, 300_000],
      bought: [0, 0],
    });
  });
});

describe("the order clock", () => {
  test("ends an account that stayed away for twice its own late line, though it came back", async () => {
    const world = await createWorld({ asOf: AS_OF });
    for (let index = 0; index < 24; index += 1) {
      const account = await createAccount(world);
      const buys = (lastOn: string, count: number) =>
        createRegularOrders(world, account.id, {
          lastOn,
          everyDays: 30,
          count,
          amountMinor: 1_000,
        });
      await buys(addDays("2026-09-20", -index), index < 5 ? 4 : 30);
      if (index < 5) await buys(addDays("2025-03-01", -index), 10);
    }
    const { survival } = await getRetention({ ctx: world.ctx(), input: { clock: "orders" } });
    expect([survival.customers, survival.curves[0]?.ends]).toEqual([24, 5]);
    expect(survival.curves[0]?.points.every(({ atRisk }) => atRisk >= 10)).toBe(true);
  });
});
