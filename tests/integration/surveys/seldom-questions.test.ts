import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { getRespondentPage } from "@/lib/surveys/answers/get-respondent-page";
import { loadSeldomReasons } from "@/lib/surveys/design/load-seldom-reasons";
import { toAskedQuestion } from "@/lib/surveys/design/to-asked-question";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, addWave, makeWorld, surveyToken, type World } from "./survey-world";

useTestDatabase();

const ALL = ["switching", "search"];

async function reasonsOf(
  world: World,
  person: { contactId: string; accountId: string },
  survey: {
    question?: string;
    followUps?: string[];
    options?: object;
    except?: string;
    counting?: "planned" | "claimed";
  } = {},
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
    counting: survey.counting ?? ("planned" as const),
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

test("a wave skips whom it may not ask its own question, in the dry run and when it is sent", async () => {
  const world = await makeWorld();
  const asked = await oneSurvey(world, { question: "switching" });
  await answer(world, asked, "switching", 10);
  const { contactIds } = await addAccount(world, "Randers Vand", [{}]);
  const surveyId = await addSurvey(world, { name: "Again", question: "switching" });
  const both = [asked.contactId, ...contactIds];
  const input = { surveyId, contactIds: both, isChosen: true, asksDespiteInterval: true };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  expect(selection?.skipped).toEqual([{ reason: "asked_this_year", people: 1 }]);
  const { waveId } = await addWave(world, surveyId, both, { asksDespiteInterval: "on" });
  const skipped = await withWorkspace(world.system(), (tx) =>
    tx.invitation.findMany({
      where: { workspaceId: world.workspaceId, waveId, skippedReason: { not: null } },
      select: { contactId: true, skippedReason: true },
    }),
  );
  expect(skipped).toEqual([{ contactId: asked.contactId, skippedReason: "asked_this_year" }]);
});

test("two waiting mails of a person do not hold each other back", async () => {
  const world = await makeWorld();
  const first = await oneSurvey(world, { question: "search" });
  const own = { question: "search", followUps: [], except: first.invitationId };
  const surveyId = await addSurvey(world, { name: "Second", question: "search" });
  // Both were planned before the rule could see the other.
  await withWorkspace(world.system(), async (tx) => {
    const { workspaceId } = world;
    const invitation = { workspaceId, id: newId(), surveyId, language: "da" };
    const { contactId, accountId } = first;
    const times = { createdAt: new Date(), closesOn: dateColumn("2030-01-01") };
    const data = { ...invitation, contactId, accountId, ...times };
    await tx.invitation.create({ data, select: { id: true } });
    const mail = { workspaceId, id: newId(), kind: "survey", invitationId: invitation.id };
    const state = { state: "pending", createdAt: new Date(), dueAt: new Date() };
    await tx.mailOutbox.create({ data: { ...mail, ...state }, select: { id: true } });
  });
  expect(await reasonsOf(world, first, own)).toEqual({ search: "asked_this_year" });
  expect(await reasonsOf(world, first, { ...own, counting: "claimed" })).toEqual({});
});

test("the page leaves out what the person may not be asked now, and keeps the rest", async () => {
  const world = await makeWorld();
  const followUps = ["relative_advantage", "switching"];
  const asked = await oneSurvey(world, { followUps });
  await answer(world, asked, "nps", 0);
  const token = surveyToken(world, asked.invitationId);
  const offered = async () => {
    const page = await getRespondentPage({ token, now: new Date(), viewerId: null });
    return page?.followUps.map((view) => view.followUp);
  };
  expect(await offered()).toEqual(followUps);
  await addContract(world, asked.accountId, 60);
  expect(await offered()).toEqual(["relative_advantage"]);
});
