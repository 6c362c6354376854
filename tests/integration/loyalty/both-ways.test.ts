import { expect, test } from "vitest";
import { getOverview } from "@/lib/loyalty/get-overview";
import { createSegment } from "@/lib/segments/create-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";

useTestDatabase();

test("how NPS is computed shows it both ways, for the time and the accounts of the page", async () => {
  const world = await createWorld({ asOf: "2026-10-02" });
  const survey = await createSurvey(world);
  const said = async (country: string, kind: "confirmed" | "provisional", ...values: number[]) => {
    const account = await createAccount(world, { country });
    await createContract(world, account.id, {
      terms: [{ from: "2026-01-01", to: "2026-12-31", yearlyMinor: 1_000_000 }],
    });
    const contact = await createContact(world, account.id);
    for (const [i, value] of values.entries()) {
      await createAnswer(world, survey, contact, { on: `2026-0${i + 5}-01`, value, class: kind });
    }
  };
  await said("DK", "confirmed", 0, 10);
  await said("DK", "confirmed", 9);
  await said("SE", "confirmed", 10);
  await said("SE", "provisional", 1);
  const ctx = world.ctx();
  const { bothWays } = await getOverview({ ctx, input: {} });
  expect(Object.keys(bothWays)).toEqual(["netPromoterScore"]);
  expect(bothWays.netPromoterScore).toMatchObject({
    confirmed: { n: 3, value: 100 },
    provisional: 1,
    heldPeople: 0,
  });
  expect(bothWays.netPromoterScore?.withProvisional.value).toBe(50);
  const rules = { kind: "text", field: "country", is: ["SE"] };
  const sweden = await createSegment({ ctx, input: { name: "Sweden", rules } });
  const swedish = await getOverview({ ctx, input: { segmentId: sweden.id } });
  expect(swedish.bothWays.netPromoterScore).toMatchObject({
    confirmed: { n: 1, value: 100 },
    withProvisional: { n: 2, value: 0 },
  });
});
