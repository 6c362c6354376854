import { expect, test } from "vitest";
import { getPersonRights } from "@/lib/consent/get-person-rights";
import { recordConsent } from "@/lib/consent/record-consent";
import { withWorkspace } from "@/lib/db/with-workspace";
import { useTestDatabase } from "../../support/database";
import { counts, importText } from "../imports/import-world";
import { makeWorld, type World } from "../surveys/survey-world";

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
