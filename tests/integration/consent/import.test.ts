import { expect, test } from "vitest";
import { getPersonRights } from "@/lib/consent/get-person-rights";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import { recordConsent } from "@/lib/consent/record-consent";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { useTestDatabase } from "../../support/database";
import { counts, importText } from "../imports/import-world";
import { addSurvey, addWave, makeWorld, type World } from "../surveys/survey-world";

useTestDatabase();

const HEAD = "Contact id,Customer No,Name,E-mail,Survey consent,Consent date,Consent wording\n";

async function importPeople(world: World, rows: string) {
  return importText(world.ctx(), "contacts", HEAD + rows);
}

async function start(rows: string): Promise<World> {
  const world = await makeWorld();
  await importText(world.ctx(), "accounts", "Customer No,Name\nK1,Aarhus Vand\n");
  await importPeople(world, rows);
  return world;
}

async function saidBy(world: World, externalId: string) {
  const contact = await withWorkspace(world.system(), (tx) =>
    tx.contact.findFirstOrThrow({ where: { workspaceId: world.workspaceId, externalId } }),
  );
  const { history } = await getPersonRights({
    ctx: world.ctx(),
    input: { contactId: contact.id },
  });
  return { contactId: contact.id, history: history.toReversed() };
}

test("a file brings consents in with their day and words, and the same file again adds none", async () => {
  const rows =
    "c1,K1,Lone Ravn,lone@k1.example,ja,2026-03-01,You may ask me.\n" +
    "c2,K1,Ola Berg,ola@k1.example,nej,,\n" +
    "c3,K1,Bo Lund,bo@k1.example,,,\n";
  const world = await start(rows);
  const granted = {
    purpose: "survey",
    state: "granted",
    wording: "You may ask me.",
    source: "import",
    on: "2026-03-01",
  };
  expect((await saidBy(world, "c1")).history).toEqual([granted]);
  expect((await saidBy(world, "c2")).history).toMatchObject([{ state: "declined", wording: null }]);
  expect((await saidBy(world, "c3")).history).toEqual([]);
  await importPeople(world, rows);
  expect((await saidBy(world, "c1")).history).toEqual([granted]);
  expect((await saidBy(world, "c2")).history).toHaveLength(1);
});

test("an old yes of a file does not stand against a person's no, a newer one with its day does", async () => {
  const world = await start("c1,K1,Lone Ravn,lone@k1.example,,,\n");
  const { contactId } = await saidBy(world, "c1");
  const no = { purpose: "survey", state: "withdrawn", source: "phone", on: "2026-06-01" };
  await recordConsent({ ctx: world.ctx(), input: { contactId, ...no } });
  await importPeople(world, "c1,K1,Lone Ravn,lone@k1.example,yes,,\n");
  await importPeople(world, "c1,K1,Lone Ravn,lone@k1.example,yes,2026-05-01,\n");
  expect((await saidBy(world, "c1")).history).toHaveLength(1);
  await importPeople(world, "c1,K1,Lone Ravn,lone@k1.example,yes,2026-07-01,Ask me again.\n");
  expect((await saidBy(world, "c1")).history.map((entry) => entry.state)).toEqual([
    "withdrawn",
    "granted",
  ]);
});

test("a word nobody knows, and a day to come, are refused at their row", async () => {
  const world = await start("c1,K1,Lone Ravn,lone@k1.example,,,\n");
  const result = await importPeople(
    world,
    "c2,K1,Ola Berg,ola@k1.example,perhaps,,\nc3,K1,Bo Lund,bo@k1.example,yes,2999-01-01,\n",
  );
  expect(counts(result)).toEqual([0, 0, 0, 2]);
});

test("who pressed No more surveys is not written to again because a file says yes, however new it is", async () => {
  const world = await start("c1,K1,Lone Ravn,lone@k1.example,,,\n");
  const { contactId } = await saidBy(world, "c1");
  const { invitations } = await addWave(world, await addSurvey(world), [contactId]);
  const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
  const respondent = world.respondent(invitations.get(contactId) ?? "", days(3));
  const input = { preference: "no_surveys", isUndo: false, source: "one-click" };
  await setPreference({ ctx: respondent, input });
  const on = (ago: number) => days(ago).toISOString().slice(0, 10);
  await importPeople(world, `c1,K1,Lone Ravn,lone@k1.example,yes,${on(5)},\n`);
  await importPeople(world, "c1,K1,Lone Ravn,lone@k1.example,yes,,\n");
  expect((await saidBy(world, "c1")).history.map(({ state }) => state)).not.toContain("granted");
  await importPeople(world, `c1,K1,Lone Ravn,lone@k1.example,yes,${on(1)},Told at the fair\n`);
  expect((await saidBy(world, "c1")).history.at(-1)).toMatchObject({
    state: "granted",
    wording: "Told at the fair",
    source: "import",
    on: on(1),
  });
  const refusals = await withWorkspace(world.system(), (tx) =>
    surveyRefusals(tx, world.workspaceId, readEnv().LINK_KEYS, [
      { contactId, email: "lone@k1.example" },
    ]),
  );
  expect(refusals.get(contactId)).toBe("suppressed");
});

test("a file that says no to surveys leaves the other purposes alone", async () => {
  const world = await start("c1,K1,Lone Ravn,lone@k1.example,,,\n");
  const { contactId } = await saidBy(world, "c1");
  const offers = { purpose: "marketing", state: "granted", source: "fair", on: "2026-02-01" };
  const wording = "You may send me offers.";
  await recordConsent({ ctx: world.ctx(), input: { contactId, ...offers, wording } });
  await importPeople(world, "c1,K1,Lone Ravn,lone@k1.example,no,,\n");
  const { now } = await getPersonRights({ ctx: world.ctx(), input: { contactId } });
  const stateOf = (purpose: string) => now.find((one) => one.purpose === purpose)?.entry?.state;
  expect(stateOf("survey")).toBe("declined");
  expect(stateOf("marketing")).toBe("granted");
  expect(stateOf("reward")).toBeUndefined();
});
