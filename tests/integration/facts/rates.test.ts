import { expect, test } from "vitest";
import { storeRates } from "@/lib/facts/rates/store-rates";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createPurchases } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

const database = useTestDatabase();
const NOW = new Date("2026-10-02T12:00:00Z");

function runningOf(world: World, id: string): Promise<number | null> {
  return withFacts(world.ctx(), async (_tx, facts) => {
    return assessAt(facts, dayNumber("2026-10-02")).get(id)?.revenue.runningMinor ?? null;
  });
}

test("an amount without a rate is unknown until the rate comes, and follows it when it is corrected", async () => {
  const world = await createWorld();
  const foreign = await createAccount(world, { currency: "NOK" });
  const own = await createAccount(world);
  for (const [{ id }, currency] of [
    [foreign, "NOK"],
    [own, "DKK"],
  ] as const)
    await createPurchases(world, id, [{ on: "2026-05-05", amountMinor: 100_000, currency }]);
  expect(await runningOf(world, foreign.id)).toBeNull();
  const dkk = { date: "2026-01-30", code: "DKK", perEur: 7.5 };
  const first = await storeRates([dkk, { ...dkk, code: "NOK", perEur: 15 }], NOW);
  expect(first.changed).toBe(2);
  expect(await runningOf(world, foreign.id)).toBe(50_000);
  await storeRates([{ ...dkk, code: "NOK", perEur: 10 }], NOW);
  expect(await runningOf(world, foreign.id)).toBe(75_000);
  expect(await runningOf(world, own.id)).toBe(100_000);
});

test("the same rates again change nothing and have nothing computed", async () => {
  const rates = [{ date: "2026-02-27", code: "SEK", perEur: 11 }];
  await storeRates(rates, NOW);
  expect(await storeRates(rates, NOW)).toEqual({ changed: 0, accounts: 0 });
});

test("rates of which a workspace could not be told are not kept, so that the next try tells it", async () => {
  const world = await createWorld();
  const foreign = await createAccount(world, { currency: "ISK" });
  await createPurchases(world, foreign.id, [
    { on: "2026-05-05", amountMinor: 100_000, currency: "ISK" },
  ]);
  const rates = [
    { date: "2026-01-29", code: "DKK", perEur: 7.5 },
    { date: "2026-01-29", code: "ISK", perEur: 150 },
  ];
  await database.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'not now'; END $$`);
  await database.query(
    "CREATE TRIGGER refused BEFORE INSERT ON facts_change FOR EACH ROW EXECUTE FUNCTION refuse()",
  );
  await expect(storeRates(rates, NOW)).rejects.toThrow("not now");
  await database.query("DROP TRIGGER refused ON facts_change");
  expect((await storeRates(rates, NOW)).changed).toBe(2);
  expect(await runningOf(world, foreign.id)).toBe(500_000);
});
