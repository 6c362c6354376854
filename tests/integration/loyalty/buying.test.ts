import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/format/calendar";
import type { BuyingDto } from "@/lib/loyalty/buying.types";
import type { MeasureKey } from "@/lib/loyalty/figures.types";
import { getBuying } from "@/lib/loyalty/get-buying";
import { lateDeliveries } from "@/lib/metrics";
import { createSegment } from "@/lib/segments/create-segment";
import { updateSegment } from "@/lib/segments/update-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createProductType } from "../../support/factories/accounts";
import { createPurchases, createWallet } from "../../support/factories/business";
import { createWorld, date, type World } from "../../support/factories/world";

useTestDatabase();

const AS_OF = "2026-10-02";
const CUSTOMERS = 14;

/** Old customers who order every month; new ones, half of whom come back after sixty days. */
async function tellOfOrders() {
  const world = await createWorld({ asOf: AS_OF });
  const pumps = await createProductType(world, { name: "Pumps" });
  const parts = await createProductType(world, { name: "Parts" });
  const old = await createAccount(world, { name: "Old", customerSince: "2010-01-01" });
  const months = Array.from({ length: 36 }, (_, back) => addDays("2026-09-15", -30 * back));
  await createPurchases(
    world,
    old.id,
    months.map((on) => ({ on, amountMinor: 50_000, productTypeId: pumps.id })),
  );
  const newcomers: string[] = [];
  for (let at = 0; at < CUSTOMERS; at += 1) {
    const { id } = await createAccount(world, { customerSince: "2026-01-05" });
    newcomers.push(id);
    const again = at % 2 === 0 ? ["2026-03-11"] : [];
    await createPurchases(
      world,
      id,
      ["2026-01-10", ...again].map((on) => ({
        on,
        amountMinor: 20_000 + at,
        productTypeId: parts.id,
      })),
    );
  }
  return { world, old, newcomers };
}

let told: Awaited<ReturnType<typeof tellOfOrders>>;
let world: World;
let buying: BuyingDto;
const tile = (key: MeasureKey) => buying.tiles.find((one) => one.key === key);

beforeAll(async () => {
  told = await tellOfOrders();
  world = told.world;
  buying = await getBuying({ ctx: world.ctx(), input: {} });
});

describe("first-time buyers", () => {
  test("are those whose first order we saw: a customer of old is not one", () => {
    expect(buying.curve).toMatchObject({ customers: CUSTOMERS, reordered: 7, halfDay: 60 });
    expect(tile("secondOrder90")).toMatchObject({ value: 0.5, n: CUSTOMERS });
    expect(tile("secondOrder365")).toMatchObject({ value: null, reason: "historyTooShort" });
  });

  test("have a curve that begins at nought and never falls", () => {
    const shares = buying.curve.points.map(({ share }) => share);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe("late deliveries", () => {
  test("are hidden, with what would bring them, where nobody promises a day", () => {
    expect(buying.hidden.map(({ key }) => key)).toContain("lateDeliveries");
    expect(tile("lateDeliveries")).toBeUndefined();
  });

  test("count each order once, as late while it is still out", async () => {
    const other = await createWorld({ asOf: AS_OF });
    const accounts: { promisedDay: number; deliveredDay: number | null }[][] = [];
    const promised = Math.round(date("2026-05-01").getTime() / 86_400_000);
    for (let at = 0; at < 12; at += 1) {
      const { id } = await createAccount(other);
      const lines = [1, 2].map(() => ({
        on: "2026-04-01",
        amountMinor: 1_000,
        orderNumber: `N${at}`,
      }));
      await createPurchases(other, id, lines);
      const shippedOn = at < 3 ? null : date(at < 5 ? "2026-05-04" : "2026-04-28");
      await other.in((tx) =>
        tx.purchase.updateMany({
          where: { workspaceId: other.workspace.id, accountId: id },
          data: { requiredOn: date("2026-05-01"), shippedOn },
        }),
      );
      const deliveredDay = shippedOn && Math.round(shippedOn.getTime() / 86_400_000);
      accounts.push([{ promisedDay: promised, deliveredDay }]);
    }
    const expected = lateDeliveries(accounts, { asOfDay: promised + 154 });
    const { tiles } = await getBuying({ ctx: other.ctx(), input: {} });
    const shown = tiles.find(({ key }) => key === "lateDeliveries");
    expect([expected.due, expected.late]).toEqual([12, 5]);
    expect(shown).toMatchObject({ value: expected.share.value, n: 12 });
  });
});

describe("wallets", () => {
  test("older than twelve months are named to be asked again, and count nothing", async () => {
    const wallet = { lowMinor: 900_000, highMinor: 1_100_000 };
    await createWallet(world, told.old.id, { ...wallet, on: "2025-06-01" });
    const { wallet: seen } = await getBuying({ ctx: world.ctx(), input: {} });
    expect(seen).toMatchObject({ known: 0, stale: 1, coverage: 0, oldest: null });
    expect(seen.staleLines).toMatchObject([{ account: { name: "Old" }, on: "2025-06-01" }]);
    expect(seen.share.value).toBeNull();
  });
});

describe("product types", () => {
  test("bought after a day are not known on it", async () => {
    const later = await createWorld({ asOf: AS_OF });
    const pumps = await createProductType(later, { name: "Pumps" });
    const parts = await createProductType(later, { name: "Parts" });
    for (let at = 0; at < 12; at += 1) {
      const { id } = await createAccount(later);
      await createPurchases(later, id, [
        { on: "2026-03-05", amountMinor: 1_000, productTypeId: pumps.id },
        { on: "2026-08-05", amountMinor: 1_000, productTypeId: parts.id },
      ]);
    }
    const at = async (input: Record<string, string>) => {
      const { segments, matrix, tiles } = await getBuying({ ctx: later.ctx(), input });
      const upsell = tiles.find(({ key }) => key === "upsellShare")?.value;
      return [segments[0]?.upsellShare.value, upsell, matrix.types.map(({ name }) => name)];
    };
    expect(await at({})).toEqual([1, 1, ["Parts", "Pumps"]]);
    expect(await at({ asOf: "2026-06-30" })).toEqual([0, 0, ["Pumps"]]);
  });
});

describe("little to go on", () => {
  test("is no figure in an empty workspace", async () => {
    const empty = await createWorld();
    const page = await getBuying({ ctx: empty.ctx(), input: {} });
    expect(page.tiles.every(({ value }) => value === null)).toBe(true);
    expect([page.curve.points, page.orders, page.matrix.types, page.gaps.lines]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test("a segment that was changed shows those it is now, also where they are as many", async () => {
    const named = (name: string) => ({
      kind: "all" as const,
      rules: [{ kind: "nameContains" as const, text: name }],
    });
    const other = await createWorld({ asOf: AS_OF });
    const type = await createProductType(other, { name: "Pumps" });
    const more = await createProductType(other, { name: "Parts" });
    for (const [name, types] of [
      ["Few", [type]],
      ["Many", [type, more]],
    ] as const)
      for (let at = 0; at < CUSTOMERS; at += 1) {
        const { id } = await createAccount(other, { name: `${name} ${at}` });
        const sold = types.map((one) => ({
          ...{ on: "2026-09-01", amountMinor: 1_000, productTypeId: one.id },
        }));
        await createPurchases(other, id, sold);
      }
    const ctx = other.ctx();
    const { id } = await createSegment({ ctx, input: { name: "One", rules: named("Few") } });
    const shareOf = async () => {
      const { segments } = await getBuying({ ctx, input: {} });
      return segments.find(({ name }) => name === "One")?.upsellShare.value;
    };
    expect(await shareOf()).toBe(0);
    await updateSegment({ ctx, input: { segmentId: id, name: "One", rules: named("Many") } });
    expect(await shareOf()).toBe(1);
  });

  test("a segment of another workspace is not found, and a bad one refused", async () => {
    const segmentId = "01890a5d-ac96-774b-bcce-b302099a8057";
    const ctx = world.ctx("viewer");
    await expect(getBuying({ ctx, input: { segmentId } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getBuying({ ctx, input: { segmentId: "all" } })).rejects.toThrow();
  });
});
