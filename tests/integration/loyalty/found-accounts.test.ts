import { expect, test } from "vitest";
import { ZodError } from "zod";
import { getFoundAccounts } from "@/lib/loyalty/get-found-accounts";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createContract } from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";

useTestDatabase();

async function tellOfThree() {
  const world = await createWorld();
  for (const [name, yearlyMinor] of [
    ["Ærø Kraft", 100],
    ["Malmö Kyl", 200],
    ["Malmö Stål", 900],
  ] as const) {
    const { id } = await createAccount(world, { name });
    await createContract(world, id, {
      terms: [{ from: "2025-01-01", to: "2027-12-31", yearlyMinor }],
    });
  }
  return world;
}

test("accounts are found by every word, without case or accents, the largest first", async () => {
  const world = await tellOfThree();
  const names = async (search: string) =>
    (await getFoundAccounts({ ctx: world.ctx("viewer"), input: { search } })).map(
      ({ name }) => name,
    );
  expect(await names("MALMO")).toEqual(["Malmö Stål", "Malmö Kyl"]);
  expect(await names("kyl malm")).toEqual(["Malmö Kyl"]);
  expect(await names(" ")).toEqual([]);
  expect(await names("nobody")).toEqual([]);
});

test("nobody finds another workspace's accounts, and too long a text is refused", async () => {
  await tellOfThree();
  const other = await createWorld();
  expect(await getFoundAccounts({ ctx: other.ctx(), input: { search: "Malmö" } })).toEqual([]);
  const tooLong = getFoundAccounts({ ctx: other.ctx(), input: { search: "a".repeat(101) } });
  await expect(tooLong).rejects.toThrow(ZodError);
});
