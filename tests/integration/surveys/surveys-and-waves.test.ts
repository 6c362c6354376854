import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ZodError } from "zod";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { createSegment } from "@/lib/segments/create-segment";
import { archiveSurvey } from "@/lib/surveys/design/archive-survey";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { getSurvey } from "@/lib/surveys/design/get-survey";
import { listSurveys } from "@/lib/surveys/design/list-surveys";
import { closeWave } from "@/lib/surveys/waves/close-wave";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { listWaves } from "@/lib/surveys/waves/list-waves";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { sendWave } from "@/lib/surveys/waves/send-wave";
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

async function mailsOf(world: World) {
  return withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: world.workspaceId },
      select: { state: true, toAddress: true, invitationId: true },
    }),
  );
}

async function errorFields(work: Promise<unknown>): Promise<string[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ZodError) return error.issues.map((issue) => issue.path.join("."));
  return Object.keys((error as { fieldErrors?: object }).fieldErrors ?? {});
}

test("the dry run and the wave skip the same people for the same reasons", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  await addAccount(world, "Grenaa Havn", [
    { firstName: "Anne", role: "decision_maker", language: "sv" },
    { firstName: "Gone", leftOn: "2026-01-01" },
    { firstName: "Silent", email: null },
    { firstName: "Per", role: "influencer" },
  ]);
  const input = { surveyId, isChosen: true, asksDespiteInterval: false, roles: [] };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  expect(selection).toMatchObject({ asked: 2, accounts: 1 });
  expect(selection?.skipped).toEqual([
    { reason: "left", people: 1 },
    { reason: "no_email", people: 1 },
  ]);
  expect(await mailsOf(world)).toEqual([]);
  const sent = await sendWave({
    ctx: world.ctx(),
    input: { ...input, waveId: randomUUID(), name: "Autumn" },
  });
  expect(sent).toMatchObject({ asked: 2, skipped: 2 });
  const wave = await getWave({ ctx: world.ctx("viewer"), input: { waveId: sent.waveId } });
  expect(wave.counts).toMatchObject({ asked: 2, skipped: 2, waiting: 2 });
  expect(
    wave.people
      .filter((p) => p.state === "skipped")
      .map((p) => p.note?.reason)
      .sort(),
  ).toEqual(["left", "no_email"]);
  const mails = await mailsOf(world);
  expect(mails.map((mail) => [mail.state, mail.toAddress])).toEqual([
    ["pending", null],
    ["pending", null],
  ]);
});

test("the selection narrows by account, segment, role and those left out", async () => {
  const world = await makeWorld();
  const grenaa = await addAccount(world, "Grenaa Havn", [{ role: "user" }, { role: "influencer" }]);
  await addAccount(world, "Malmö Vatten", [{ role: "user" }]);
  const rules = { kind: "nameContains", text: "malmö" };
  const segment = await createSegment({
    ctx: world.ctx(),
    input: { name: "Malmö", rules: JSON.stringify(rules) },
  });
  const count = async (filter: object) => {
    const input = { isChosen: true, ...filter };
    return (await previewWave({ ctx: world.ctx(), input })).selection?.asked;
  };
  expect(await count({})).toBe(3);
  expect(await count({ q: "GRENAA" })).toBe(2);
  expect(await count({ q: "grenaa", roles: "user" })).toBe(1);
  expect(await count({ accountIds: [grenaa.accountId], leaveOut: grenaa.contactIds[0] })).toBe(1);
  expect(await count({ contactIds: grenaa.contactIds })).toBe(2);
  expect(await count({ segmentId: segment.id })).toBe(1);
  expect(await count({ segmentId: segment.id, q: "grenaa" })).toBe(0);
  await expect(count({ segmentId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const closed = await previewWave({ ctx: world.ctx(), input: { isChosen: false } });
  expect(closed.selection).toBeNull();
});

test("nobody is asked again within 90 days unless an admin says so, which is written down", async () => {
  const world = await makeWorld({ isDemo: true });
  const surveyId = await addSurvey(world);
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  await addWave(world, surveyId, contactIds);
  await expect(addWave(world, surveyId, contactIds)).rejects.toMatchObject({ code: "CONFLICT" });
  const { selection } = await previewWave({ ctx: world.ctx(), input: { isChosen: true } });
  expect(selection?.people[0]?.skip).toBe("asked_recently");
  await addWave(world, surveyId, contactIds, { asksDespiteInterval: "on" });
  const fields = await withWorkspace(world.system(), (tx) =>
    tx.auditEntry.findMany({
      where: { workspaceId: world.workspaceId, verb: "sendWave" },
      orderBy: { id: "asc" },
      select: { fields: true },
    }),
  );
  expect(fields.map((entry) => entry.fields)).toEqual([
    ["invitations"],
    ["invitations", "asksDespiteInterval"],
  ]);
});

test("sending the same form twice, even at once, sends one wave", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}, {}]);
  const input = { waveId: randomUUID(), surveyId, name: "Autumn", contactIds };
  const sent = await Promise.all([1, 2, 3].map(() => sendWave({ ctx: world.ctx(), input })));
  expect(sent.map((wave) => wave.asked)).toEqual([2, 2, 2]);
  expect(await mailsOf(world)).toHaveLength(2);
  expect((await listWaves({ ctx: world.ctx() })).waves).toHaveLength(1);
});

test("a wave of thousands is written in one transaction", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { accountId } = await addAccount(world, "Grenaa Havn", []);
  await withWorkspace(
    world.system(),
    (tx) => tx.$executeRaw`
    INSERT INTO contact (workspace_id, id, account_id, source, email, created_at, updated_at)
    SELECT ${world.workspaceId}::uuid, gen_random_uuid(), ${accountId}::uuid, 'test',
      'p' || n || '@customer.example', now(), now() FROM generate_series(1, 6000) n`,
  );
  const sent = await sendWave({
    ctx: world.ctx(),
    input: {
      waveId: randomUUID(),
      surveyId,
      name: "All",
      accountIds: [accountId],
      asksDespiteInterval: "on",
    },
  });
  expect(sent.asked).toBe(6000);
  expect(await mailsOf(world)).toHaveLength(6000);
});

test("a wave's form names each wrong field, and nothing is half-written", async () => {
  const world = await makeWorld();
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const surveyId = await addSurvey(world, VISIT);
  const send = (fields: Record<string, unknown>) => addWave(world, surveyId, contactIds, fields);
  expect(await errorFields(send({ name: "" }))).toEqual(["name"]);
  expect(await errorFields(send({ closesOn: "tomorrow" }))).toEqual(["closesOn"]);
  expect(await errorFields(send({ closesOn: "2020-01-01" }))).toEqual(["closesOn"]);
  expect(await errorFields(send({}))).toEqual(["touchpointOn"]);
  expect(await errorFields(send({ touchpointOn: "2099-01-01" }))).toEqual(["touchpointOn"]);
  expect((await listWaves({ ctx: world.ctx() })).waves).toEqual([]);
  expect(await mailsOf(world)).toEqual([]);
  await expect(send({ touchpointOn: "2026-11-01" })).resolves.toBeDefined();
});

test("closing is done once and cannot be undone by sending the form again", async () => {
  const world = await makeWorld();
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const { waveId } = await addWave(world, await addSurvey(world), contactIds);
  await closeWave({ ctx: world.ctx(), input: { waveId } });
  await closeWave({ ctx: world.ctx(), input: { waveId } });
  expect((await getWave({ ctx: world.ctx(), input: { waveId } })).state).toBe("closed");
  expect((await auditVerbs(world)).filter((verb) => verb === "closeWave")).toHaveLength(1);
});

test("viewers and account managers may look and neither write, preview nor send", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const { waveId } = await addWave(world, surveyId, contactIds);
  for (const role of ["viewer", "account_manager"] as const) {
    const ctx = world.ctx(role);
    const refused = [
      () => createSurvey({ ctx, input: NPS }),
      () => changeSurvey({ ctx, input: { ...NPS, surveyId } }),
      () => archiveSurvey({ ctx, input: { surveyId } }),
      () => previewWave({ ctx, input: { isChosen: true } }),
      () => sendWave({ ctx, input: { waveId: randomUUID(), surveyId, name: "x", contactIds } }),
      () => closeWave({ ctx, input: { waveId } }),
    ];
    for (const work of refused) await expect(work()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listWaves({ ctx })).canSend).toBe(false);
  }
});

test("another workspace's surveys, waves and people do not exist", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { contactIds, accountId } = await addAccount(world, "Grenaa Havn", [{}]);
  const { waveId } = await addWave(world, surveyId, contactIds);
  const other = await makeWorld();
  const ctx = other.ctx();
  const unknown = [
    () => getSurvey({ ctx, input: { surveyId } }),
    () => changeSurvey({ ctx, input: { ...NPS, surveyId } }),
    () => archiveSurvey({ ctx, input: { surveyId } }),
    () => getWave({ ctx, input: { waveId } }),
    () => closeWave({ ctx, input: { waveId } }),
    () => sendWave({ ctx, input: { waveId: randomUUID(), surveyId, name: "x", contactIds } }),
  ];
  for (const work of unknown) await expect(work()).rejects.toMatchObject({ code: "NOT_FOUND" });
  const input = { isChosen: true, accountIds: [accountId], contactIds };
  expect((await previewWave({ ctx, input })).selection?.people).toEqual([]);
  const own = await addSurvey(other);
  await expect(addWave(other, own, contactIds)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await listSurveys({ ctx })).surveys.map((survey) => survey.id)).toEqual([own]);
  expect((await listWaves({ ctx })).waves).toEqual([]);
});
