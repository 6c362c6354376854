import { createAccount, createContact, createEmployee } from "../../support/factories/accounts";
import { createAnswer, createInvitation, createSurvey } from "../../support/factories/answers";
import { createContract, createRegularOrders } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

export const AS_OF = "2026-10-02";

/** Contracts that run yearly by themselves; `decides` is the last day on which notice still works. */
function yearly(
  world: World,
  accountId: string,
  renewsOn: string,
  yearlyMinor: number,
  noticeGivenOn?: string,
) {
  const year = (shift: number) => `${Number(renewsOn.slice(0, 4)) + shift}${renewsOn.slice(4)}`;
  return createContract(world, accountId, {
    autoRenews: true,
    noticeDays: 90,
    ...(noticeGivenOn ? { noticeGivenOn } : {}),
    terms: [
      { from: year(-2), to: year(-1), yearlyMinor },
      { from: year(-1), to: renewsOn, yearlyMinor, decidedBy: "automatic" },
    ],
  });
}

/** A small company: one account in each of the five states, and one order customer who is late. */
export async function tellStory() {
  const world = await createWorld({ asOf: AS_OF });
  const nps = await createSurvey(world);
  const holm = await createEmployee(world, "Mette Holm");
  const dahl = await createEmployee(world, "Sofie Dahl");
  const account = (name: string, ownerId = holm.id, country = "DK") =>
    createAccount(world, { name, ownerId, country });

  const loyal = await account("Loyal Works");
  await yearly(world, loyal.id, "2027-05-01", 1_000_000);
  const fan = await createContact(world, loyal.id, { firstName: "Lone", lastName: "Ravn" });
  await createAnswer(world, nps, fan, { on: "2026-08-01", value: 9 });
  await createAnswer(world, nps, fan, { on: "2026-08-01", question: "switching", code: "yes" });

  const passive = await account("Grenaa Havn");
  await yearly(world, passive.id, "2027-01-13", 2_000_000);
  const signer = await createContact(world, passive.id, { firstName: "Anne", lastName: "Krog" });
  const user = await createContact(world, passive.id, { role: "user", firstName: "Jens" });
  await createAnswer(world, nps, signer, { on: "2026-09-12", value: 4 });
  await createAnswer(world, nps, user, { on: "2026-09-12", value: 9 });

  const silent = await account("Malmö Kyl", dahl.id, "SE");
  await yearly(world, silent.id, "2027-05-01", 3_000_000);
  const quiet = await createContact(world, silent.id);
  for (const deliveredOn of ["2025-11-01", "2026-03-01"])
    await createInvitation(world, nps, quiet, { deliveredOn });

  const leaving = await account("Ribe Stål", dahl.id);
  await yearly(world, leaving.id, "2027-02-01", 400_000, "2026-09-03");
  const gone = await createContact(world, leaving.id);
  await createAnswer(world, nps, gone, { on: "2026-07-01", value: 10 });

  const latent = await account("Ostrobotnia Mills", holm.id, "LV");
  await createRegularOrders(world, latent.id, {
    lastOn: "2026-07-01",
    everyDays: 31,
    count: 24,
    amountMinor: 50_000,
  });
  const buyer = await createContact(world, latent.id);
  await createAnswer(world, nps, buyer, { on: "2026-06-01", value: 9 });
  return { world, nps, holm, dahl, loyal, passive, signer, silent, leaving, latent };
}
