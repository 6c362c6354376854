import pg from "pg";
import { expect, test } from "vitest";
import { rebuildFacts } from "@/lib/facts/rebuild-facts";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { addDays, dayNumber } from "@/lib/format/calendar";
import { type Dice, diceFor } from "../../bench/data/random";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact, createProductType } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import {
  createChurnEvent,
  createComplaint,
  createContract,
  createPurchases,
  createRates,
} from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { inProcess, read, stored } from "./processes";

const database = useTestDatabase();
const AS_OF = "2026-10-02";

type Step = (draw: Dice) => Promise<unknown>;

async function stepsOf(world: World): Promise<Step[]> {
  const survey = await createSurvey(world);
  const type = await createProductType(world, { billedAs: "order" });
  await createRates(world, [
    { code: "DKK", on: "2023-01-31", perEur: 7.46 },
    { code: "SEK", on: "2023-01-31", perEur: 11.3 },
  ]);
  const accounts: string[] = [];
  const dayOf = (draw: Dice) => addDays(AS_OF, -draw.whole(1, 1_100));
  const one = (draw: Dice) => draw.oneOf(accounts);
  const add = async (draw: Dice) => {
    const parentId = accounts.length > 2 && draw.next() < 0.3 ? one(draw) : null;
    const currency = draw.oneOf(["DKK", "DKK", "SEK"]);
    const decidesForSites = draw.next() < 0.4;
    const given = { currency, decidesForSites, ...(parentId ? { parentId } : {}) };
    accounts.push((await createAccount(world, given)).id);
  };
  for (let seed = 1; seed <= 3; seed += 1) await add(diceFor(seed));
  const moveSite = async (draw: Dice) => {
    const id = one(draw);
    const parent = draw.next() < 0.4 ? null : one(draw);
    if (parent === id) return;
    await world.in((tx) =>
      tx.account.update({
        where: { workspaceId_id: { workspaceId: world.workspace.id, id } },
        data: { parentId: parent },
        select: { id: true },
      }),
    );
    // Only the site itself is named: its former and its new parent follow from what is stored.
    await world.changed(id);
  };
  const order = (draw: Dice) =>
    createPurchases(
      world,
      one(draw),
      Array.from({ length: draw.whole(1, 5) }, () => ({
        on: dayOf(draw),
        amountMinor: draw.whole(-2_000, 90_000),
        productTypeId: type.id,
        chosenBy: draw.oneOf(["active", "automatic"] as const),
        ...(draw.next() < 0.5 ? { listMinor: 95_000 } : {}),
      })),
    );
  const answer = async (draw: Dice) => {
    const contact = await createContact(world, one(draw));
    await createAnswer(world, survey, contact, { on: dayOf(draw), value: draw.whole(0, 10) });
  };
  const contract = (draw: Dice) =>
    createContract(world, one(draw), {
      terms: [{ from: dayOf(draw), to: addDays(AS_OF, draw.whole(10, 400)), yearlyMinor: 70_001 }],
      autoRenews: draw.next() < 0.5,
    });
  const churn = (draw: Dice) =>
    createChurnEvent(world, one(draw), {
      on: dayOf(draw),
      kind: draw.oneOf(["account_lost", "won_back", "shrunk"] as const),
    });
  const complain = (draw: Dice) => createComplaint(world, one(draw), { openedOn: dayOf(draw) });
  return [add, moveSite, order, order, order, answer, answer, contract, churn, complain];
}

test.each([11, 12, 13])(
  "after any events in any order, what was refreshed step by step is what a rebuild gives (%i)",
  async (seed) => {
    const world = await createWorld();
    const steps = await stepsOf(world);
    const draw = diceFor(seed);
    for (let turn = 0; turn < 24; turn += 1) {
      await draw.oneOf(steps)(draw);
      if (draw.next() < 0.5) await refreshFacts({ ctx: world.ctx() });
      // A cache that is carried along from epoch to epoch.
      if (draw.next() < 0.5) await inProcess(`kept ${seed}`, () => read(world));
    }
    const carried = await inProcess(`kept ${seed}`, () => read(world));
    const before = await stored(database.queryIn, world);
    await rebuildFacts({ ctx: world.ctx() });
    expect(await stored(database.queryIn, world)).toEqual(before);
    expect(carried).toEqual(await inProcess(`cold ${seed}`, () => read(world)));
  },
  120_000,
);

function stateOf(world: World, id: string) {
  return withFacts(world.ctx(), async (_tx, facts) => {
    const at = assessAt(facts, dayNumber(AS_OF)).get(id);
    return { attitude: at?.attitude.score ?? null, running: at?.revenue.runningMinor ?? null };
  });
}

test("an answer and an order show in the next page view of every process, within two seconds", async () => {
  const world = await createWorld();
  const survey = await createSurvey(world);
  const { id } = await createAccount(world);
  await createPurchases(world, id, [{ on: "2026-03-03", amountMinor: 100_000 }]);
  const contact = await createContact(world, id);
  const see = (name: string) => inProcess(name, () => stateOf(world, id));
  expect(await see("one")).toEqual({ attitude: null, running: 100_000 });
  expect(await see("two")).toEqual({ attitude: null, running: 100_000 });
  await createAnswer(world, survey, contact, { on: "2026-10-01", value: 10 });
  await createPurchases(world, id, [{ on: "2026-09-09", amountMinor: 50_000 }]);
  for (const name of ["one", "two"]) {
    const start = performance.now();
    expect(await see(name)).toEqual({ attitude: 1, running: 150_000 });
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});

test("only the accounts that changed are read again: the others stay the same objects", async () => {
  const world = await createWorld();
  const ids: string[] = [];
  for (let index = 0; index < 4; index += 1) ids.push((await createAccount(world)).id);
  const units = () =>
    withFacts(world.ctx(), async (_tx, facts) => new Map(facts.units.map((u) => [u.id, u])));
  const before = await units();
  await createPurchases(world, ids[1] ?? "", [{ on: "2026-01-10", amountMinor: 1_000 }]);
  const after = await units();
  expect(ids.map((id) => before.get(id) === after.get(id))).toEqual([true, false, true, true]);
});

test("a database that breaks off under page views and refreshing leaves no wrong figure behind", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world);
  const admin = new pg.Client(database.url);
  await admin.connect();
  let sum = 0;
  try {
    for (let turn = 0; turn < 6; turn += 1) {
      sum += 1_000;
      await createPurchases(world, id, [{ on: "2026-05-05", amountMinor: 1_000 }]);
      const views = [1, 2, 3].map(() => stateOf(world, id).catch(() => null));
      // As a restart does: every connection of the app ends in the middle of what it did.
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      for (const view of await Promise.all(views))
        expect([null, sum]).toContain(view?.running ?? null);
      expect((await stateOf(world, id).catch(() => stateOf(world, id))).running).toBe(sum);
    }
  } finally {
    await admin.end();
  }
  const before = await stored(database.queryIn, world);
  await rebuildFacts({ ctx: world.ctx() });
  expect(await stored(database.queryIn, world)).toEqual(before);
}, 60_000);

test("beside a newer version the one that is being replaced shows what it knew and rewrites nothing", async () => {
  const world = await createWorld();
  const { id } = await createAccount(world);
  await createPurchases(world, id, [{ on: "2026-03-03", amountMinor: 100_000 }]);
  const old = { attitude: null, running: 100_000 };
  expect(await inProcess("old", () => stateOf(world, id))).toEqual(old);
  const query = database.queryIn(world.workspace.id);
  await query(
    "UPDATE facts_state SET definition_version = definition_version + 1, epoch = epoch + 1",
  );
  await createPurchases(world, id, [{ on: "2026-09-09", amountMinor: 50_000 }]);
  const before = await query("SELECT * FROM facts_state");
  expect(await inProcess("old", () => stateOf(world, id))).toEqual(old);
  await expect(inProcess("cold", () => stateOf(world, id))).rejects.toThrow("being computed");
  expect(await query("SELECT * FROM facts_state")).toEqual(before);
  expect(await query("SELECT account_id FROM facts_change")).toEqual([{ account_id: id }]);
});
