import { expect, test } from "vitest";
import { ZodError } from "zod";
import { withWorkspace } from "@/lib/db/with-workspace";
import { archiveSurvey } from "@/lib/surveys/design/archive-survey";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { getSurvey } from "@/lib/surveys/design/get-survey";
import { getSurveyEditor } from "@/lib/surveys/design/get-survey-editor";
import { listSurveys } from "@/lib/surveys/design/list-surveys";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, addWave, auditVerbs, makeWorld, type World } from "./survey-world";

useTestDatabase();

const NPS = { name: "Yearly", question: "nps", scope: "relationship" };
const VISIT = {
  name: "Visits",
  question: "csat",
  scope: "touchpoint",
  touchpointName: "Service visit",
};

async function errorFields(work: Promise<unknown>): Promise<string[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ZodError) return error.issues.map((issue) => issue.path.join("."));
  return Object.keys((error as { fieldErrors?: object }).fieldErrors ?? {});
}

async function sent(world: World, surveyId: string, fields: object = {}): Promise<string> {
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  return (await addWave(world, surveyId, contactIds, { ...fields })).waveId;
}

test("a survey is stored with its scale and its own words, and creating it is in the audit log", async () => {
  const world = await makeWorld();
  const options = { texts: { da: { thanks: "Tak, {company} læser hver enkelt." } } };
  const input = { ...VISIT, scale: "1-4", followUps: "relative_advantage", options };
  const { surveyId } = await createSurvey({ ctx: world.ctx(), input });
  expect(await getSurvey({ ctx: world.ctx(), input: { surveyId } })).toMatchObject({
    question: "csat",
    scale: "1-4",
    scope: "touchpoint",
    touchpoint: { name: "Service visit" },
    followUps: ["relative_advantage"],
    version: 1,
  });
  const { start, touchpoints } = await getSurveyEditor({ ctx: world.ctx(), input: { surveyId } });
  expect(start.options.texts.da?.thanks).toBe("Tak, {company} læser hver enkelt.");
  expect(start.isAsked).toBe(false);
  await createSurvey({ ctx: world.ctx(), input: { ...VISIT, name: "Visits in Sweden" } });
  expect(touchpoints).toEqual(["Service visit"]);
  const { surveys } = await listSurveys({ ctx: world.ctx("viewer") });
  expect(surveys.map((survey) => survey.name)).toEqual(["Visits", "Visits in Sweden"]);
  expect(await auditVerbs(world)).toEqual(["createSurvey", "createSurvey"]);
});

test("a survey's form names each wrong field", async () => {
  const world = await makeWorld();
  const create = (input: unknown) => createSurvey({ ctx: world.ctx(), input });
  expect(await errorFields(create({ ...NPS, name: " " }))).toEqual(["name"]);
  expect(await errorFields(create({ ...NPS, question: "stars" }))).toEqual(["question"]);
  expect(await errorFields(create({ ...VISIT, touchpointName: "" }))).toEqual(["touchpointName"]);
  expect(await errorFields(create({ ...VISIT, question: "nps" }))).toEqual(["question"]);
  const noDrivers = { ...NPS, followUps: ["drivers"], options: { driverItems: [""] } };
  expect(await errorFields(create(noDrivers))).toEqual(["options.driverItems"]);
});

test("until somebody is asked, everything about a survey can change in place", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const input = { ...VISIT, scale: "1-3", surveyId };
  expect(await changeSurvey({ ctx: world.ctx(), input })).toEqual({ surveyId });
  const survey = await getSurvey({ ctx: world.ctx(), input: { surveyId } });
  expect(survey).toMatchObject({ question: "csat", scale: "1-3", version: 1, isCurrent: true });
  expect(await auditVerbs(world)).toEqual(["createSurvey", "changeSurvey"]);
});

test("once somebody was asked, a change makes a new version and what was asked stays", async () => {
  const world = await makeWorld();
  const first = await addSurvey(world);
  const waveId = await sent(world, first);
  const editor = await getSurveyEditor({ ctx: world.ctx(), input: { surveyId: first } });
  expect(editor.start.isAsked).toBe(true);
  const changed = { ...NPS, name: "Yearly, longer", followUps: ["switching"], surveyId: first };
  const second = await changeSurvey({ ctx: world.ctx(), input: changed });
  const survey = await getSurvey({ ctx: world.ctx(), input: second });
  expect(survey).toMatchObject({ version: 2, followUps: ["switching"], isCurrent: true });
  expect(survey.waves.map((wave) => wave.id)).toEqual([waveId]);
  const old = await getSurvey({ ctx: world.ctx(), input: { surveyId: first } });
  expect(old).toMatchObject({ version: 1, followUps: [], isCurrent: false });
  const again = changeSurvey({ ctx: world.ctx(), input: changed });
  await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
});

test("question and scale of a survey that was sent stay, in every later version", async () => {
  const world = await makeWorld();
  const first = await addSurvey(world, VISIT);
  await sent(world, first, { touchpointOn: "2026-01-14" });
  const change = (input: object) => changeSurvey({ ctx: world.ctx(), input });
  const next = await change({ ...VISIT, name: "Visits, again", surveyId: first });
  expect(await errorFields(change({ ...VISIT, ...next, question: "ease" }))).toEqual(["question"]);
  expect(await errorFields(change({ ...VISIT, ...next, scale: "1-3" }))).toEqual(["scale"]);
});

test("an archived survey asks nobody: no wave, no door, no program", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  await archiveSurvey({ ctx: world.ctx(), input: { surveyId } });
  await archiveSurvey({ ctx: world.ctx(), input: { surveyId } });
  expect((await listSurveys({ ctx: world.ctx() })).surveys).toEqual([]);
  await expect(addWave(world, surveyId, contactIds)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const editor = getSurveyEditor({ ctx: world.ctx(), input: { surveyId } });
  await expect(editor).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await auditVerbs(world)).toEqual(["createSurvey", "archiveSurvey"]);
});

test("a survey that names an archived touchpoint brings it back, one that colleagues look at refuses", async () => {
  const world = await makeWorld();
  await addSurvey(world, VISIT);
  const touchpoints = (data: { archivedAt?: Date; kind?: string }) =>
    withWorkspace(world.system(), (tx) =>
      tx.touchpoint.updateMany({ where: { workspaceId: world.workspaceId }, data }),
    );
  await touchpoints({ archivedAt: new Date() });
  await addSurvey(world, { ...VISIT, name: "Again" });
  const { touchpoints: names } = await getSurveyEditor({ ctx: world.ctx(), input: {} });
  expect(names).toEqual(["Service visit"]);
  await touchpoints({ kind: "audit" });
  const create = createSurvey({ ctx: world.ctx(), input: VISIT });
  expect(await errorFields(create)).toEqual(["touchpointName"]);
});

test("only an admin designs surveys, everybody of the workspace may read them", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  for (const role of ["viewer", "account_manager"] as const) {
    const ctx = world.ctx(role);
    for (const work of [
      () => createSurvey({ ctx, input: NPS }),
      () => changeSurvey({ ctx, input: { ...NPS, surveyId } }),
      () => archiveSurvey({ ctx, input: { surveyId } }),
      () => getSurveyEditor({ ctx, input: { surveyId } }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const survey = await getSurvey({ ctx, input: { surveyId } });
    expect(survey).toMatchObject({ canWrite: false, testTo: null });
  }
});

test("a survey of another workspace does not exist", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  const surveyId = await addSurvey(theirs);
  const ctx = ours.ctx();
  for (const work of [
    () => getSurvey({ ctx, input: { surveyId } }),
    () => getSurveyEditor({ ctx, input: { surveyId } }),
    () => changeSurvey({ ctx, input: { ...NPS, surveyId } }),
    () => archiveSurvey({ ctx, input: { surveyId } }),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
