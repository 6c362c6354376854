import { beforeAll, describe, expect, test } from "vitest";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import { useTestDatabase } from "../../support/database";
import {
  createAccount,
  createContact,
  createEmployee,
  createProductType,
} from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract, createPurchases, createWallet } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const OWNERS = 10;

/** Ten large accounts under a service contract, two without one, and one whose wallet was asked. */
async function tellOfRoom() {
  const world = await createWorld({ asOf: "2026-10-02" });
  const nps = await createSurvey(world);
  const owner = await createEmployee(world, "Mette Holm");
  const service = await createProductType(world, { name: "Service", billedAs: "contract" });
  const pumps = await createProductType(world, { name: "Pumps" });
  const large = (name: string) => createAccount(world, { name, sizeBand: "L", ownerId: owner.id });
  for (let index = 1; index <= OWNERS; index += 1) {
    const { id } = await large(`Owner ${index}`);
    await createContract(world, id, {
      productTypeId: service.id,
      terms: [{ from: "2025-01-01", to: "2029-01-01", yearlyMinor: 10_000 * index }],
    });
  }
  const convinced = await large("Convinced");
  const doubtful = await large("Doubtful");
  for (const [{ id }, value] of [
    [convinced, 9],
    [doubtful, 8],
  ] as const) {
    await createPurchases(world, id, [
      { on: "2025-11-03", amountMinor: 30_000, productTypeId: pumps.id },
      { on: "2024-10-03", amountMinor: 30_000, productTypeId: pumps.id },
    ]);
    const contact = await createContact(world, id);
    await createAnswer(world, nps, contact, { on: "2026-09-01", value });
  }
  const wallet = {
    on: "2026-06-01",
    lowMinor: 80_000,
    highMinor: 120_000,
    productTypeId: pumps.id,
  };
  await createWallet(world, doubtful.id, wallet);
  return { world, convinced, doubtful, pumps };
}

let world: World;
let told: Awaited<ReturnType<typeof tellOfRoom>>;
let overview: OverviewDto;

beforeAll(async () => {
  told = await tellOfRoom();
  world = told.world;
  overview = await getOverview({ ctx: world.ctx(), input: {} });
});

describe("the grow list", () => {
  test("comes with who wants to stay first, with what is typical of its size and what is known", () => {
    const { lines, total, knownMinor, typicalMinor } = overview.grow;
    expect(
      lines.map(({ account, isConvinced, roomMinor }) => [account.name, isConvinced, roomMinor]),
    ).toEqual([
      ["Convinced", true, 55_000],
      ["Doubtful", false, 55_000 + 70_000],
    ]);
    expect(lines[0]).toMatchObject({
      state: { state: "loyal" },
      known: [],
      typical: [{ productType: "Service", typicalMinor: 55_000, owners: OWNERS }],
      owner: { name: "Mette Holm" },
    });
    expect(lines[1]?.known).toEqual([
      {
        productType: "Pumps",
        lowMinor: 50_000,
        highMinor: 90_000,
        provenance: "asked",
        on: "2026-06-01",
      },
    ]);
    expect([total, knownMinor, typicalMinor]).toEqual([2, 70_000, 110_000]);
  });

  test("is not among the lines at risk, and stands on the portfolio too", async () => {
    const atRisk = overview.worklist.groups.flatMap(({ lines }) => lines);
    expect(atRisk.every((line) => !("roomMinor" in line))).toBe(true);
    const portfolio = await getPortfolio({ ctx: world.ctx(), input: {} });
    expect(portfolio.grow).toEqual(overview.grow);
  });

  test("keeps what is typical of the whole workspace under a filter", async () => {
    const other = await createEmployee(world, "Sofie Dahl");
    const { id } = await createAccount(world, { name: "Small", sizeBand: "S", ownerId: other.id });
    await createContract(world, id, {
      terms: [{ from: "2025-01-01", to: "2029-01-01", yearlyMinor: 10_000 }],
    });
    const small = await getOverview({ ctx: world.ctx(), input: { ownerId: other.id } });
    expect(small.activeAccounts).toBe(1);
    expect(small.grow.total).toBe(0);
    const all = await getOverview({ ctx: world.ctx(), input: {} });
    expect(all.grow).toEqual(overview.grow);
  });

  test("is empty in an empty workspace", async () => {
    const empty = await createWorld();
    const { grow } = await getOverview({ ctx: empty.ctx(), input: {} });
    expect(grow).toEqual({ lines: [], total: 0, knownMinor: 0, typicalMinor: 0 });
  });
});

describe("the map under other conventions", () => {
  test("is told where it was asked for, and its first cut is the one at the map's foot", async () => {
    expect(overview.cuts).toBeNull();
    const { cuts, map } = await getOverview({ ctx: world.ctx(), input: { withCuts: true } });
    const [lenient] = cuts ?? [];
    expect(lenient?.label).toBe("8 and CSat 4 counted as yes");
    expect(lenient?.revenueMinor.passive).toBe(map.sensitivity?.passiveIfLenientMinor);
    expect(map.sensitivity).toEqual({ passiveMinor: 30_000, passiveIfLenientMinor: 0 });
  });
});

test("every state's share of revenue has its doubt", () => {
  const loyal = overview.states.find(({ state }) => state === "loyal");
  expect(loyal?.interval).toMatchObject({ level: 0.95, n: OWNERS + 2 });
  expect(loyal?.interval?.low).toBeLessThanOrEqual(loyal?.share ?? -1);
  expect(loyal?.interval?.high).toBeGreaterThanOrEqual(loyal?.share ?? 2);
});
