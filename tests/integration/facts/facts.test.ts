import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { rebuildFacts } from "@/lib/facts/rebuild-facts";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { useTestDatabase } from "../../support/database";
import {
  createAccount,
  createContact,
  createEmployee,
  createProductType,
} from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import {
  createChurnEvent,
  createContract,
  createPurchases,
  createRates,
  createRegularOrders,
} from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

const database = useTestDatabase();
const AS_OF = "2026-10-02";

async function monthsOf(world: World): Promise<Record<string, unknown>[]> {
  return database.queryIn(world.workspace.id)(
    `SELECT * FROM account_month WHERE workspace_id = $1 ORDER BY account_id, month`,
    [world.workspace.id],
  );
}

/** Everything stored, without the epoch, which counts refreshes. */
async function historiesOf(world: World): Promise<Record<string, unknown>[]> {
  return database.queryIn(world.workspace.id)(
    `SELECT account_id, decider_id, encode(history, 'base64') AS history
     FROM account_history WHERE workspace_id = $1 ORDER BY account_id`,
    [world.workspace.id],
  );
}

/** What each account ordered in all, as its months keep it. */
function totals(world: World): Promise<number[]> {
  return withFacts(world.ctx(), async (_tx, facts) =>
    facts.units.map(({ series }) =>
      Array.from(series.column("totalMinor")).reduce((a, b) => a + b, 0),
    ),
  );
}

function assess(world: World, accountId: string) {
  return withFacts(world.ctx(), async (_tx, facts) =>
    assessAt(facts, dayNumber(AS_OF)).get(accountId),
  );
}

test("splitting one order into two on the same day and permuting rows changes no fact", async () => {
  const orders = [
    { on: "2025-03-10", amountMinor: 100_000, chosenBy: "active" as const },
    { on: "2025-06-10", amountMinor: 200_000, chosenBy: "active" as const },
    { on: "2026-03-10", amountMinor: 300_000, chosenBy: "active" as const },
  ];
  const split = [
    { on: "2026-03-10", amountMinor: 120_000, chosenBy: "active" as const },
    { on: "2026-03-10", amountMinor: 180_000, chosenBy: "active" as const },
    ...orders.slice(0, 2).reverse(),
  ];
  const world = await createWorld();
  const one = await createAccount(world);
  const two = await createAccount(world);
  await createPurchases(world, one.id, orders);
  await createPurchases(world, two.id, split);
  const a = await assess(world, one.id);
  const b = await assess(world, two.id);
  expect(b?.revenue).toEqual(a?.revenue);
  expect(b?.behaviour).toEqual(a?.behaviour);
  expect(b?.rhythm).toEqual(a?.rhythm);
  expect(a?.revenue.runningMinor).toBe(300_000);
  const sums = (await monthsOf(world)).filter((row) => row.month === 2026 * 12 + 2);
  expect(sums.map((row) => [row.order_minor, row.order_square_sum, row.order_days])).toEqual([
    ["300000", 9e10, 1],
    ["300000", 9e10, 1],
  ]);
});

test("an invoice of a contract is counted once, by its contract or by its product type", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world);
  const service = await createProductType(world, { billedAs: "contract" });
  const contract = await createContract(world, id, {
    terms: [{ from: "2025-01-01", to: "2027-01-01", yearlyMinor: 1_200_000 }],
  });
  await createPurchases(world, id, [
    { on: "2026-02-01", amountMinor: 100_000, contractId: contract.id },
    { on: "2026-03-01", amountMinor: 100_000, productTypeId: service.id },
    { on: "2026-04-01", amountMinor: 50_000 },
  ]);
  const assessment = await assess(world, id);
  expect(assessment?.revenue).toMatchObject({
    runningMinor: 1_250_000,
    contractMinor: 1_200_000,
    orderMinor: 50_000,
  });
});

test("a rebuild from scratch gives the rows that refreshing one account at a time gave", async () => {
  const world = await createWorld();
  const survey = await createSurvey(world);
  await createRates(world, [
    { code: "DKK", on: "2025-01-31", perEur: 7.46 },
    { code: "SEK", on: "2025-01-31", perEur: 11.3 },
    { code: "SEK", on: "2026-08-31", perEur: 11.1 },
  ]);
  for (const currency of ["DKK", "SEK", "DKK"]) {
    const { id } = await createAccount(world, { currency });
    await createRegularOrders(world, id, {
      lastOn: "2026-09-20",
      everyDays: 31,
      count: 24,
      amountMinor: 123_456,
    });
    await refreshFacts({ ctx: world.ctx() });
    const contact = await createContact(world, id);
    await createAnswer(world, survey, contact, { on: "2026-05-05", value: 9 });
    await createContract(world, id, {
      terms: [{ from: "2024-05-01", to: "2025-05-01", yearlyMinor: 900_001, currency }],
      autoRenews: true,
      noticeDays: 90,
    });
    await createChurnEvent(world, id, { on: "2026-06-01", kind: "shrunk", rival: "Pumpex" });
    await refreshFacts({ ctx: world.ctx() });
  }
  const months = await monthsOf(world);
  const histories = await historiesOf(world);
  expect(months.length).toBeGreaterThan(60);
  expect(new Set(months.map((row) => row.state))).toContain("loyal");
  await rebuildFacts({ ctx: world.ctx() });
  expect(await monthsOf(world)).toEqual(months);
  expect(await historiesOf(world)).toEqual(histories);
});

test("a confirmed answer shows in the next read, a held one changes nothing", async () => {
  const world = await createWorld();
  const survey = await createSurvey(world);
  const { id } = await createAccount(world);
  await createContract(world, id, {
    terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 500_000 }],
  });
  const contact = await createContact(world, id);
  expect((await assess(world, id))?.standing).toMatchObject({ state: "notKnown" });
  await createAnswer(world, survey, contact, { on: "2026-10-01", value: 2, class: "held" });
  expect((await assess(world, id))?.attitude.score).toBeNull();
  await createAnswer(world, survey, contact, { on: "2026-10-01", value: 10 });
  const after = await assess(world, id);
  expect(after?.attitude.score).toBe(1);
  expect(after?.standing?.state).toBe("loyal");
});

test("each refresh raises the epoch by one, and one without changes by none", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world);
  const first = await refreshFacts({ ctx: world.ctx() });
  const second = await refreshFacts({ ctx: world.ctx() });
  await world.changed(id, id);
  await world.changed(id);
  const third = await refreshFacts({ ctx: world.ctx() });
  expect([first.epoch, second.epoch, third.epoch]).toEqual([1, 1, 2]);
  expect(third.accounts).toBe(1);
});

test("refreshers at work at the same time leave the same rows and no change behind", async () => {
  const world = await createWorld();
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { id } = await createAccount(world);
    await createPurchases(world, id, [{ on: "2026-01-10", amountMinor: 1_000 * (index + 1) }]);
    ids.push(id);
  }
  await Promise.all([1, 2, 3].map(() => refreshFacts({ ctx: world.ctx() })));
  const left = await database.queryIn(world.workspace.id)("SELECT id FROM facts_change");
  expect(left).toEqual([]);
  expect((await totals(world)).sort()).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
});

test("the sites of a parent that decides are one dot, with their money in it once", async () => {
  const world = await createWorld();
  const parent = await createAccount(world, { decidesForSites: true });
  const sites = [
    await createAccount(world, { parentId: parent.id }),
    await createAccount(world, { parentId: parent.id }),
  ];
  const free = await createAccount(world);
  const freeSite = await createAccount(world, { parentId: free.id });
  for (const site of [...sites, freeSite])
    await createPurchases(world, site.id, [{ on: "2026-05-05", amountMinor: 100_000 }]);
  const assessments = await withFacts(world.ctx(), async (_tx, facts) =>
    assessAt(facts, dayNumber(AS_OF)),
  );
  expect([...assessments.keys()].sort()).toEqual([parent.id, free.id, freeSite.id].sort());
  expect(assessments.get(parent.id)?.revenue.runningMinor).toBe(200_000);
  expect(assessments.get(parent.id)?.revenue.runningSquareSum).toBe(4e10);
  expect(assessments.get(freeSite.id)?.revenue.runningMinor).toBe(100_000);
});

test("where an account no longer decides, its sites stand for themselves, as a rebuild says", async () => {
  const world = await createWorld();
  const parent = await createAccount(world, { decidesForSites: true });
  const site = await createAccount(world, { parentId: parent.id });
  await createPurchases(world, site.id, [{ on: "2026-05-05", amountMinor: 100_000 }]);
  expect(await assess(world, site.id)).toBeUndefined();
  // As an import writes it, or one that is taken back: nobody writes the site.
  await world.in((tx) =>
    tx.account.updateMany({ where: { id: parent.id }, data: { decidesForSites: false } }),
  );
  await world.changed(parent.id);
  expect((await assess(world, site.id))?.revenue.runningMinor).toBe(100_000);
  const before = await historiesOf(world);
  await rebuildFacts({ ctx: world.ctx() });
  expect(await historiesOf(world)).toEqual(before);
});

test("an amount without a rate is unknown, and its account is in no sum", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world, { currency: "XAU" });
  await createPurchases(world, id, [{ on: "2026-05-05", amountMinor: 100, currency: "XAU" }]);
  await withFacts(world.ctx(), async (_tx, facts) => {
    expect(assessAt(facts, dayNumber(AS_OF)).has(id)).toBe(false);
    expect(facts.unitById.get(id)?.currenciesWithoutRate).toEqual(["XAU"]);
  });
  const [may] = (await monthsOf(world)).filter((row) => row.month === 2026 * 12 + 4);
  expect(may?.order_minor).toBeNull();
});

test("facts of another workspace cannot be seen", async () => {
  const world = await createWorld();
  const other = await createWorld();
  const { id } = await createAccount(other);
  await createPurchases(other, id, [{ on: "2026-05-05", amountMinor: 100 }]);
  await refreshFacts({ ctx: other.ctx() });
  await withFacts(world.ctx(), async (_tx, facts) => {
    expect(facts.units).toEqual([]);
    expect(facts.accounts.size).toBe(0);
  });
});

test("a colleague who joins is known at once, though no account changed", async () => {
  const world = await createWorld();
  const names = () =>
    withFacts(world.ctx(), async (_tx, facts) => [...facts.employees.values()].map((e) => e.name));
  await createAccount(world);
  expect(await names()).toEqual([]);
  await createEmployee(world, "Anna Ekström");
  expect(await names()).toEqual(["Anna Ekström"]);
});

test("whoever may read the page may read fresh figures; refreshing by itself needs a permission", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world);
  const apiKey = { type: "apiKey", apiKeyId: newId(), scopes: ["account:read"] } as const;
  const ctx = { ...world.ctx(), actor: apiKey };
  await expect(withFacts(ctx, async (_tx, facts) => facts.accounts.has(id))).resolves.toBe(true);
  await expect(refreshFacts({ ctx })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(rebuildFacts({ ctx })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
