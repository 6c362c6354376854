import { expect, test } from "vitest";
import { ZodError } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { archiveTouchpoint } from "@/lib/surveys/touchpoints/archive-touchpoint";
import { changeStages } from "@/lib/surveys/touchpoints/change-stages";
import { changeTouchpoint } from "@/lib/surveys/touchpoints/change-touchpoint";
import { createTouchpoint } from "@/lib/surveys/touchpoints/create-touchpoint";
import { getTouchpoint } from "@/lib/surveys/touchpoints/get-touchpoint";
import { getTouchpointMap } from "@/lib/surveys/touchpoints/get-touchpoint-map";
import { moveTouchpoint } from "@/lib/surveys/touchpoints/move-touchpoint";
import { recordTouchpointAudit } from "@/lib/surveys/touchpoints/record-touchpoint-audit";
import { withdrawTouchpointAudit } from "@/lib/surveys/touchpoints/withdraw-touchpoint-audit";
import { useTestDatabase } from "../../support/database";
import { addSurvey, auditVerbs, makeWorld, type World } from "./survey-world";

useTestDatabase();

const today = () => dateIn("Europe/Copenhagen", new Date());

async function add(world: World, name: string, stage = "Buying", fields: object = {}) {
  const input = { name, stage, ...fields };
  return (await createTouchpoint({ ctx: world.ctx(), input })).touchpointId;
}

/** The map as "stage: names". */
async function shape(ctx: Ctx): Promise<string[]> {
  const { stages } = await getTouchpointMap({ ctx });
  return stages
    .filter((stage) => stage.touchpoints.length > 0)
    .map((stage) => `${stage.name}: ${stage.touchpoints.map((one) => one.name).join(", ")}`);
}

async function fieldsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ZodError) return error.issues.map((issue) => issue.path.join("."));
  return Object.keys((error as { fieldErrors?: object }).fieldErrors ?? {});
}

/** Answers to a survey, as an import writes them. */
async function answers(
  world: World,
  surveyId: string,
  values: number[],
  fields: { scale?: string; question?: string; daysAgo?: number; class?: string } = {},
) {
  const on = addDays(today(), -(fields.daysAgo ?? 1));
  await withWorkspace(world.system(), async (tx) => {
    for (const valueNumber of values) {
      await tx.responseEvent.create({
        data: {
          workspaceId: world.workspaceId,
          id: newId(),
          surveyId,
          question: fields.question ?? "csat",
          valueNumber,
          scale: fields.scale ?? "1-5",
          scope: "touchpoint",
          class: fields.class ?? "confirmed",
          answeredAt: new Date(`${on}T10:00:00Z`),
          answeredOn: dateColumn(on),
        },
        select: { id: true },
      });
    }
  });
}

async function figureOf(world: World, name: string) {
  const { stages } = await getTouchpointMap({ ctx: world.ctx() });
  return stages.flatMap((stage) => stage.touchpoints).find((one) => one.name === name);
}

test("a new journey has five stages, and a touchpoint comes last in its own", async () => {
  const world = await makeWorld({ locale: "en" });
  const { stages } = await getTouchpointMap({ ctx: world.ctx("viewer") });
  expect(stages).toHaveLength(5);
  await add(world, "Delivery");
  await add(world, "Invoice");
  await add(world, "Service visit", "In use");
  expect(await shape(world.ctx())).toEqual(["Buying: Delivery, Invoice", "In use: Service visit"]);
  expect(await auditVerbs(world)).toEqual(Array(3).fill("createTouchpoint"));
});

test("a touchpoint moves past its neighbour, between stages, and no further than the edge", async () => {
  const world = await makeWorld({ locale: "en" });
  await add(world, "Delivery");
  const invoice = await add(world, "Invoice");
  const move = (direction: string) =>
    moveTouchpoint({ ctx: world.ctx(), input: { touchpointId: invoice, direction } });
  await move("up");
  expect(await shape(world.ctx())).toEqual(["Buying: Invoice, Delivery"]);
  await move("up");
  expect(await shape(world.ctx())).toEqual(["Buying: Invoice, Delivery"]);
  await move("right");
  expect(await shape(world.ctx())).toEqual(["Buying: Delivery", "Getting started: Invoice"]);
  await move("left");
  expect(await shape(world.ctx())).toEqual(["Buying: Delivery, Invoice"]);
  for (let i = 0; i < 9; i += 1) await move("left");
  expect(await shape(world.ctx())).toEqual(["Choosing us: Invoice", "Buying: Delivery"]);
  expect(await fieldsOf(move("sideways"))).toEqual(["direction"]);
});

test("a journey nobody arranged has stages in the workspace's language, whoever reads it", async () => {
  const world = await makeWorld({ locale: "sv" });
  const read = async (locale: string) =>
    (await getTouchpointMap({ ctx: { ...world.ctx(), locale } })).stages.map(({ name }) => name);
  expect(await read("en")).toEqual(["Valet av oss", "Köpet", "Starten", "I bruk", "Förnyelsen"]);
  expect(await read("fi")).toEqual(await read("en"));
});

test("however many move touchpoints at once, none is refused and each ends in exactly one place", async () => {
  const world = await makeWorld({ locale: "en" });
  const ids = [];
  for (const name of ["A", "B", "C", "D"]) ids.push(await add(world, name));
  for (const _round of [1, 2, 3, 4, 5]) {
    await Promise.all(
      ids.flatMap((touchpointId) =>
        ["up", "right", "down", "left"].map((direction) =>
          moveTouchpoint({ ctx: world.ctx(), input: { touchpointId, direction } }),
        ),
      ),
    );
  }
  const names = (await shape(world.ctx())).join(" ").match(/\b[A-D]\b/g) ?? [];
  expect(names.toSorted()).toEqual(["A", "B", "C", "D"]);
});

test("renaming a stage takes its touchpoints along, and only an empty one can go", async () => {
  const world = await makeWorld({ locale: "en" });
  await add(world, "Delivery");
  const was = ["Choosing us", "Buying", "Getting started", "In use", "Renewing", ""];
  const change = (stages: string[]) => changeStages({ ctx: world.ctx(), input: { stages, was } });
  await change(["", "Ordering", "Getting started", "In use", "Renewing", "Leaving"]);
  const { stages } = await getTouchpointMap({ ctx: world.ctx() });
  expect(stages.map((stage) => stage.name)).toEqual([
    "Ordering",
    "Getting started",
    "In use",
    "Renewing",
    "Leaving",
  ]);
  expect(await shape(world.ctx())).toEqual(["Ordering: Delivery"]);
  const remove = { stages: ["", "In use"], was: ["Ordering", "In use"] };
  expect(await fieldsOf(changeStages({ ctx: world.ctx(), input: remove }))).toEqual(["stages"]);
  const double = { stages: ["In use", "In use"], was: ["Ordering", "In use"] };
  expect(await fieldsOf(changeStages({ ctx: world.ctx(), input: double }))).toEqual(["stages"]);
});

test("a touchpoint's form names each wrong field, and no two have one name", async () => {
  const world = await makeWorld({ locale: "en" });
  const touchpointId = await add(world, "Delivery");
  await add(world, "Invoice");
  const create = (input: object) => createTouchpoint({ ctx: world.ctx(), input });
  expect(await fieldsOf(create({ name: " ", stage: "" }))).toEqual(["name", "stage"]);
  expect(await fieldsOf(create({ name: "Invoice", stage: "Buying" }))).toEqual(["name"]);
  const change = { touchpointId, name: "Invoice", stage: "Buying" };
  expect(await fieldsOf(changeTouchpoint({ ctx: world.ctx(), input: change }))).toEqual(["name"]);
  const own = { touchpointId, name: "Delivery", stage: "In use", ownerId: "" };
  await changeTouchpoint({ ctx: world.ctx(), input: own });
  expect(await shape(world.ctx())).toEqual(["Buying: Invoice", "In use: Delivery"]);
  const foreign = { ...own, ownerId: newId() };
  const strange = changeTouchpoint({ ctx: world.ctx(), input: foreign });
  await expect(strange).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an archived touchpoint leaves the map and can come back; one that is asked about stays", async () => {
  const world = await makeWorld({ locale: "en" });
  const touchpointId = await add(world, "Delivery");
  const archive = (isArchived = "yes") =>
    archiveTouchpoint({ ctx: world.ctx(), input: { touchpointId, isArchived } });
  await archive();
  const map = await getTouchpointMap({ ctx: world.ctx() });
  expect(map.archived).toEqual([{ id: touchpointId, name: "Delivery" }]);
  expect(await shape(world.ctx())).toEqual([]);
  await archive("no");
  expect(await shape(world.ctx())).toEqual(["Buying: Delivery"]);
  const about = { question: "csat", scope: "touchpoint", touchpointName: "Delivery" };
  await addSurvey(world, about);
  await expect(archive()).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a touchpoint shows the satisfied share of the year with its interval, and few answers as they are", async () => {
  const world = await makeWorld({ locale: "en" });
  const about = { question: "csat", scope: "touchpoint", touchpointName: "Delivery" };
  const surveyId = await addSurvey(world, about);
  expect(await figureOf(world, "Delivery")).toMatchObject({ asked: 0, answered: 0, score: null });
  await answers(world, surveyId, [5, 4, 3]);
  expect((await figureOf(world, "Delivery"))?.score).toMatchObject({
    value: null,
    n: 3,
    answers: [3, 4, 5],
  });
  await answers(world, surveyId, [5, 5, 4, 4, 2, 1, 5]);
  await answers(world, surveyId, [1, 1, 1], { daysAgo: 366 });
  await answers(world, surveyId, [1, 1, 1], { class: "held" });
  const score = (await figureOf(world, "Delivery"))?.score;
  expect(score).toMatchObject({ question: "csat", steps: 5, value: 0.7, n: 10, answers: null });
  // Wilson, 7 of 10.
  expect(score?.low).toBeCloseTo(0.397, 3);
  expect(score?.high).toBeCloseTo(0.892, 3);
});

test("scales are never pooled: the one with the most answers is shown", async () => {
  const world = await makeWorld({ locale: "en" });
  const about = { question: "csat", scope: "touchpoint", touchpointName: "Delivery" };
  const surveyId = await addSurvey(world, about);
  await answers(world, surveyId, Array(11).fill(1), { scale: "1-3" });
  await answers(world, surveyId, Array(10).fill(5));
  expect(await figureOf(world, "Delivery")).toMatchObject({
    answered: 21,
    score: { steps: 3, n: 11, value: 0 },
  });
});

test("what colleagues found stands on the map by itself and never in a customer's score", async () => {
  const world = await makeWorld({ locale: "en" });
  const touchpointId = await add(world, "Telephone", "In use", { kind: "audit" });
  const record = (score: number, ctx = world.ctx("account_manager")) =>
    recordTouchpointAudit({
      ctx,
      input: { touchpointId, auditedOn: today(), score, note: "Rang twice." },
    });
  await record(2);
  const { auditId } = await record(5);
  expect(await figureOf(world, "Telephone")).toMatchObject({
    score: null,
    answered: 0,
    audit: { mean: 3.5, n: 2 },
  });
  await withdrawTouchpointAudit({ ctx: world.ctx(), input: { auditId } });
  expect((await figureOf(world, "Telephone"))?.audit).toMatchObject({ mean: 2, n: 1 });
  const { audits } = await getTouchpoint({ ctx: world.ctx("viewer"), input: { touchpointId } });
  expect(audits.map((audit) => [audit.score, audit.isWithdrawn])).toEqual([
    [5, true],
    [2, false],
  ]);
  expect(audits.every((audit) => !audit.canWithdraw)).toBe(true);
  expect(await auditVerbs(world)).toEqual([
    "createTouchpoint",
    "recordTouchpointAudit",
    "recordTouchpointAudit",
    "withdrawTouchpointAudit",
  ]);
});

test("colleagues look only where customers are not asked, and not tomorrow", async () => {
  const world = await makeWorld({ locale: "en" });
  const touchpointId = await add(world, "Delivery");
  const audit = await add(world, "Telephone", "In use", { kind: "audit" });
  const record = (fields: object) =>
    recordTouchpointAudit({
      ctx: world.ctx(),
      input: { touchpointId: audit, auditedOn: today(), score: "3", ...fields },
    });
  await expect(record({ touchpointId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await fieldsOf(record({ auditedOn: addDays(today(), 1) }))).toEqual(["auditedOn"]);
  expect(await fieldsOf(record({ score: "" }))).toEqual(["score"]);
  expect(await fieldsOf(record({ score: "6" }))).toEqual(["score"]);
});

test("only an admin arranges the map, and a viewer records nothing", async () => {
  const world = await makeWorld({ locale: "en" });
  const touchpointId = await add(world, "Telephone", "In use", { kind: "audit" });
  const input = { touchpointId, auditedOn: today(), score: 3 };
  const { auditId } = await recordTouchpointAudit({ ctx: world.ctx(), input });
  const manager = world.ctx("account_manager");
  const viewer = world.ctx("viewer");
  const place = { touchpointId, name: "Phone", stage: "In use" };
  for (const work of [
    () => createTouchpoint({ ctx: manager, input: place }),
    () => changeTouchpoint({ ctx: manager, input: place }),
    () => moveTouchpoint({ ctx: manager, input: { touchpointId, direction: "up" } }),
    () => archiveTouchpoint({ ctx: manager, input: { touchpointId } }),
    () => changeStages({ ctx: manager, input: { stages: ["A"], was: ["A"] } }),
    () => recordTouchpointAudit({ ctx: viewer, input }),
    () => withdrawTouchpointAudit({ ctx: viewer, input: { auditId } }),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});

test("another workspace's touchpoints do not exist", async () => {
  const [ours, theirs] = [await makeWorld({ locale: "en" }), await makeWorld({ locale: "en" })];
  const touchpointId = await add(theirs, "Telephone", "In use", { kind: "audit" });
  const input = { touchpointId, auditedOn: today(), score: 3 };
  const { auditId } = await recordTouchpointAudit({ ctx: theirs.ctx(), input });
  const ctx = ours.ctx();
  for (const work of [
    () => getTouchpoint({ ctx, input: { touchpointId } }),
    () => changeTouchpoint({ ctx, input: { touchpointId, name: "Mine", stage: "Buying" } }),
    () => moveTouchpoint({ ctx, input: { touchpointId, direction: "up" } }),
    () => archiveTouchpoint({ ctx, input: { touchpointId } }),
    () => recordTouchpointAudit({ ctx, input }),
    () => withdrawTouchpointAudit({ ctx, input: { auditId } }),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await shape(ctx)).toEqual([]);
});
