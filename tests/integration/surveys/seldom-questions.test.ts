import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { loadSeldomReasons } from "@/lib/surveys/design/load-seldom-reasons";
import { toAskedQuestion } from "@/lib/surveys/design/to-asked-question";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

useTestDatabase();

const ALL = ["switching", "search"];

async function reasonsOf(
  world: World,
  person: { contactId: string; accountId: string },
  survey: { question?: string; followUps?: string[]; options?: object; except?: string } = {},
) {
  const { workspace, now } = world.ctx();
  const about = { company: workspace.name, touchpointName: null, touchpointOn: null };
  const { question = "nps", followUps = ALL, options = {} } = survey;
  const row = { question, scale: "0-10", scope: "relationship", followUps, options };
  const call = {
    workspace,
    today: dateIn(workspace.timeZone, now),
    asked: toAskedQuestion(row, about),
    exceptInvitationId: survey.except ?? null,
  };
  const all = await withWorkspace(world.system(), (tx) => loadSeldomReasons(tx, call, [person]));
  return Object.fromEntries(all.get(person.contactId) ?? []);
}

async function oneSurvey(world: World, fields: Record<string, unknown>) {
  const { accountId, contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const contactId = contactIds[0] ?? "";
  const surveyId = await addSurvey(world, fields);
  const { invitations } = await addWave(world, surveyId, [contactId]);
  return { accountId, contactId, surveyId, invitationId: invitations.get(contactId) ?? "" };
}

async function answer(
  world: World,
  asked: { contactId: string; accountId: string; surveyId: string; invitationId: string },
  question: string,
  daysAgo: number,
  answerClass = "confirmed",
) {
  const { workspaceId } = world;
  const on = addDays(dateIn("Europe/Copenhagen", new Date()), -daysAgo);
  await withWorkspace(world.system(), (tx) =>
    tx.responseEvent.create({
      data: {
        workspaceId,
        id: newId(),
        ...asked,
        question,
        valueNumber: question === "nps" ? 8 : null,
        valueCode: question === "nps" ? null : "yes",
        scope: "relationship",
        class: answerClass,
        answeredAt: new Date(`${on}T10:00:00Z`),
        answeredOn: dateColumn(on),
      },
      select: { id: true },
    }),
  );
}

async function addContract(world: World, accountId: string, endsInDays: number) {
  const { workspaceId } = world;
  const today = dateIn("Europe/Copenhagen", new Date());
  const contractId = newId();
  const times = { createdAt: new Date(), updatedAt: new Date() };
  await withWorkspace(world.system(), async (tx) => {
    await tx.contract.create({
      data: { workspaceId, id: contractId, accountId, name: "Service", ...times },
      select: { id: true },
    });
    await tx.contractTerm.create({
      data: {
        workspaceId,
        id: newId(),
        contractId,
        startsOn: dateColumn(addDays(today, -200)),
        endsOn: dateColumn(addDays(today, endsInDays)),
        recurringMinor: 100_00n,
        currency: "DKK",
        decidedBy: "signature",
        decidedOn: dateColumn(addDays(today, -210)),
      },
      select: { id: true },
    });
  });
}

test("nobody who was never asked is kept from anything", async () => {
  const world = await makeWorld();
  const { accountId, contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  expect(await reasonsOf(world, { accountId, contactId: contactIds[0] ?? "" })).toEqual({});
});

test("a mail that asks the question first counts as asked, but not in its own way", async () => {
  const world = await makeWorld();
  const asked = await oneSurvey(world, { question: "switching" });
  expect(await reasonsOf(world, asked)).toEqual({ switching: "asked_this_year" });
  const own = { question: "switching", followUps: [], except: asked.invitationId };
  expect(await reasonsOf(world, asked, own)).toEqual({});
});

test("a follow-up counts once the score was given, whether it was answered or not", async () => {
  const world = await makeWorld();
  const asked = await oneSurvey(world, { followUps: ["switching"] });
  expect(await reasonsOf(world, asked)).toEqual({});
  await answer(world, asked, "nps", 0, "held");
  expect(await reasonsOf(world, asked)).toEqual({});
  await answer(world, asked, "nps", 0);
  expect(await reasonsOf(world, asked)).toEqual({ switching: "asked_this_year" });
  await answer(world, asked, "search", 400);
  expect(await reasonsOf(world, asked)).toEqual({ switching: "asked_this_year" });
});

test("a decision within 90 days keeps the questions away unless an admin says so", async () => {
  const world = await makeWorld();
  const { accountId, contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const person = { accountId, contactId: contactIds[0] ?? "" };
  await addContract(world, accountId, 60);
  expect(await reasonsOf(world, person)).toEqual({
    switching: "decision_near",
    search: "decision_near",
  });
  const anyway = { options: { asksNearDecision: true } };
  expect(await reasonsOf(world, person, anyway)).toEqual({});
});

test("the decision of a parent that decides for its sites is the site's decision", async () => {
  const world = await makeWorld();
  const parent = await addAccount(world, "Kommune", []);
  const site = await addAccount(world, "Waterworks", [{}]);
  const person = { accountId: site.accountId, contactId: site.contactIds[0] ?? "" };
  await addContract(world, parent.accountId, 30);
  const link = (decidesForSites: boolean) =>
    withWorkspace(world.system(), async (tx) => {
      const { workspaceId } = world;
      await tx.account.updateMany({
        where: { workspaceId, id: site.accountId },
        data: { parentId: parent.accountId },
      });
      await tx.account.updateMany({
        where: { workspaceId, id: parent.accountId },
        data: { decidesForSites },
      });
    });
  await link(false);
  expect(await reasonsOf(world, person)).toEqual({});
  await link(true);
  expect(await reasonsOf(world, person)).toMatchObject({ switching: "decision_near" });
});
