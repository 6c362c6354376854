import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { archiveSegment } from "@/lib/segments/archive-segment";
import { createSegment } from "@/lib/segments/create-segment";
import { createProgram } from "@/lib/surveys/programs/create-program";
import { listPlannedAsks } from "@/lib/surveys/programs/list-planned-asks";
import { listPrograms } from "@/lib/surveys/programs/list-programs";
import { runProgram } from "@/lib/surveys/programs/run-program";
import { setProgramState } from "@/lib/surveys/programs/set-program-state";
import { vetoAsk } from "@/lib/surveys/programs/veto-ask";
import { enqueueReminders } from "@/lib/surveys/waves/enqueue-reminders";
import { useTestDatabase } from "@/tests/support/database";
import { addAccount, addSurvey, makeWorld, type World } from "./survey-world";

useTestDatabase();

const MONDAY = new Date("2026-10-05T08:00:00Z");
const later = (days: number): Date => new Date(MONDAY.getTime() + days * 86_400_000);

async function addProgram(world: World, fields: Record<string, unknown> = {}): Promise<string> {
  const surveyId = await addSurvey(world);
  const input = { kind: "drip", name: "Every quarter", surveyId, ...fields };
  return (await createProgram({ ctx: world.ctx("admin", MONDAY), input })).programId;
}

function run(world: World, programId: string, now = MONDAY): Promise<{ asked: number }> {
  return runProgram({ ctx: world.system(now), input: { programId } });
}

async function plannedDays(world: World): Promise<string[]> {
  const where = { workspaceId: world.workspaceId, plannedOn: { not: null } };
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.invitation.findMany({ where, select: { plannedOn: true }, orderBy: { plannedOn: "asc" } }),
  );
  return rows.map((row) => row.plannedOn?.toISOString().slice(0, 10) ?? "");
}

async function addOrder(world: World, accountId: string, on: string): Promise<void> {
  const { workspaceId } = world;
  const amount = { amountMinor: 100n, currency: "DKK", createdAt: MONDAY };
  await withWorkspace(world.system(), (tx) =>
    tx.purchase.create({
      data: { workspaceId, id: newId(), accountId, orderedOn: dateColumn(on), ...amount },
      select: { id: true },
    }),
  );
}

test("a drip asks every account in its own week of the quarter, on working days", async () => {
  const world = await makeWorld();
  for (let n = 0; n < 30; n += 1) await addAccount(world, `Customer ${n}`, [{}]);
  const programId = await addProgram(world);
  expect(await run(world, programId)).toEqual({ asked: 30 });
  const days = await plannedDays(world);
  expect(days).toHaveLength(30);
  expect(new Set(days).size).toBeGreaterThan(8);
  for (const day of days) expect(day >= "2026-10-05" && day < "2027-01-01").toBe(true);
});

test("a program that runs twice plans once, and again with the next quarter", async () => {
  const world = await makeWorld();
  await addAccount(world, "Grenaa Havn", [{ role: "decision_maker" }, {}]);
  const programId = await addProgram(world);
  const both = await Promise.all([run(world, programId), run(world, programId)]);
  expect(both.map(({ asked }) => asked).toSorted()).toEqual([0, 2]);
  expect(await run(world, programId, later(30))).toEqual({ asked: 0 });
  expect(await run(world, programId, new Date("2027-01-04T08:00:00Z"))).toEqual({ asked: 2 });
});

test("a triggered program asks about an order once, on its day, and never about what was before", async () => {
  const world = await makeWorld();
  const { accountId } = await addAccount(world, "Grenaa Havn", [{}]);
  const other = await addAccount(world, "Holm", [{}]);
  const fields = { kind: "triggered", event: "order", days: 3, name: "After an order" };
  const programId = await addProgram(world, fields);
  await addOrder(world, other.accountId, "2026-09-20");
  await addOrder(world, accountId, "2026-10-04");
  await addOrder(world, accountId, "2026-10-04");
  expect(await run(world, programId)).toEqual({ asked: 0 });
  expect(await run(world, programId, later(2))).toEqual({ asked: 1 });
  expect(await run(world, programId, later(3))).toEqual({ asked: 0 });
  expect(await plannedDays(world)).toEqual(["2026-10-07"]);
});

test("a paused program's asks wait, and go on at their own time", async () => {
  const world = await makeWorld();
  for (let n = 0; n < 10; n += 1) await addAccount(world, `Customer ${n}`, [{}]);
  const programId = await addProgram(world);
  await run(world, programId);
  const states = async () => {
    const rows = await withWorkspace(world.system(), (tx) =>
      tx.mailOutbox.findMany({
        where: { workspaceId: world.workspaceId },
        orderBy: { id: "asc" },
        select: { state: true, dueAt: true },
      }),
    );
    return { states: [...new Set(rows.map((row) => row.state))], due: rows.map((r) => r.dueAt) };
  };
  const before = await states();
  const ctx = world.ctx("admin", MONDAY);
  await setProgramState({ ctx, input: { programId, state: "paused" } });
  expect((await states()).states).toEqual(["paused"]);
  await setProgramState({ ctx, input: { programId, state: "active" } });
  expect(await states()).toEqual(before);
  await setProgramState({ ctx, input: { programId, state: "ended" } });
  expect((await states()).states).toEqual(["skipped"]);
  const { programs } = await listPrograms({ ctx });
  expect(programs).toMatchObject([{ state: "ended", waiting: 0, delivered: 0 }]);
});

test("a segment that a program asks is not archived; one that is gone rests its program and no other", async () => {
  const world = await makeWorld();
  await addAccount(world, "Grenaa Havn", [{}]);
  const ctx = world.ctx("admin", MONDAY);
  const rules = { kind: "all", rules: [] };
  const { id: segmentId } = await createSegment({ ctx, input: { name: "All", rules } });
  const programId = await addProgram(world, { segmentId });
  const archive = archiveSegment({ ctx, input: { segmentId } });
  await expect(archive).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("An admin has to end it"),
  });
  expect(await run(world, programId)).toEqual({ asked: 1 });
  const where = { workspaceId: world.workspaceId, id: segmentId };
  await withWorkspace(world.system(), (tx) =>
    tx.segment.updateMany({ where, data: { archivedAt: MONDAY } }),
  );
  await run(world, programId, new Date("2027-01-04T08:00:00Z"));
  expect(await listPrograms({ ctx })).toMatchObject({
    programs: [{ id: programId, state: "paused" }],
  });
  const mails = await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.findMany({ where: { workspaceId: world.workspaceId }, select: { state: true } }),
  );
  expect(mails).toEqual([{ state: "paused" }]);
  expect(await run(world, await addProgram(world))).toEqual({ asked: 1 });
});

test("the calendar shows what waits, and a refused ask is not sent, with the reason kept", async () => {
  const world = await makeWorld();
  await addAccount(world, "Grenaa Havn", [{}]);
  const programId = await addProgram(world);
  await run(world, programId);
  const ctx = world.ctx("admin", MONDAY);
  const [ask, ...others] = (await listPlannedAsks({ ctx, input: { days: 120 } })).asks;
  expect(others).toEqual([]);
  expect(ask).toMatchObject({ account: { name: "Grenaa Havn" }, canVeto: true });
  const input = { invitationId: ask?.invitationId, reason: "In the middle of a complaint" };
  const manager = world.ctx("account_manager", MONDAY);
  await expect(vetoAsk({ ctx: manager, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await vetoAsk({ ctx, input });
  await vetoAsk({ ctx, input });
  expect((await listPlannedAsks({ ctx, input: { days: 120 } })).asks).toEqual([]);
  const where = { workspaceId: world.workspaceId };
  const rows = await withWorkspace(world.system(), async (tx) => ({
    invitation: await tx.invitation.findFirstOrThrow({ where }),
    audits: await tx.auditEntry.count({ where: { ...where, verb: "vetoAsk" } }),
  }));
  expect(rows.invitation).toMatchObject({ skippedReason: "vetoed", vetoReason: input.reason });
  expect(rows.audits).toBe(1);
});

test("whoever has not answered is reminded once, and nobody else", async () => {
  const world = await makeWorld();
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}, {}]);
  const programId = await addProgram(world, { reminderAfterDays: 7 });
  await run(world, programId);
  const { workspaceId } = world;
  await withWorkspace(world.system(), (tx) =>
    tx.invitation.updateMany({
      where: { workspaceId, contactId: contactIds[0] ?? "" },
      data: { deliveredAt: MONDAY },
    }),
  );
  const remind = (now: Date) =>
    withWorkspace(world.system(), (tx) => enqueueReminders(tx, world.system(now)));
  expect(await remind(later(6))).toBe(0);
  expect(await remind(later(7))).toBe(1);
  expect(await remind(later(8))).toBe(0);
});

test("a viewer makes, changes and refuses nothing, and another workspace's programs do not exist", async () => {
  const world = await makeWorld();
  const stranger = await makeWorld();
  const programId = await addProgram(world);
  const viewer = world.ctx("viewer");
  const forbidden = { code: "FORBIDDEN" };
  await expect(createProgram({ ctx: viewer, input: {} })).rejects.toMatchObject(forbidden);
  const pause = { programId, state: "paused" };
  await expect(setProgramState({ ctx: viewer, input: pause })).rejects.toMatchObject(forbidden);
  await expect(vetoAsk({ ctx: viewer, input: {} })).rejects.toMatchObject(forbidden);
  const theirs = setProgramState({ ctx: stranger.ctx(), input: pause });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listPrograms({ ctx: stranger.ctx() })).programs).toEqual([]);
  expect(dateIn("Europe/Copenhagen", MONDAY)).toBe(addDays("2026-10-04", 1));
});

test("a touchpoint survey cannot drip, and a wrong field is named", async () => {
  const world = await makeWorld();
  const visit = { question: "csat", scope: "touchpoint", touchpointName: "Visit" };
  const surveyId = await addSurvey(world, visit);
  const ctx = world.ctx();
  const input = { kind: "drip", name: "Drip", surveyId };
  await expect(createProgram({ ctx, input })).rejects.toMatchObject({
    fieldErrors: { surveyId: expect.stringContaining("touchpoint") },
  });
  await expect(createProgram({ ctx, input: { ...input, name: "" } })).rejects.toThrow("name");
});

test("planned asks begin with one's own accounts where one owns some, and come in pages", async () => {
  const world = await makeWorld();
  const { workspaceId } = world;
  const employeeId = newId();
  for (let n = 0; n < 52; n += 1) await addAccount(world, `Customer ${n}`, [{}]);
  const own = await addAccount(world, "Own customer", [{}]);
  await withWorkspace(world.system(), async (tx) => {
    const data = { workspaceId, id: employeeId, name: "Mette", email: "mette@staff.example" };
    await tx.employee.create({ data, select: { id: true } });
  });
  await run(world, await addProgram(world));
  const ctx = world.ctx("account_manager", MONDAY);
  const manager = { ...ctx, actor: { ...ctx.actor, employeeId } } as typeof ctx;
  const list = (input: object) => listPlannedAsks({ ctx: manager, input: { days: 120, ...input } });
  const all = await list({});
  expect(all).toMatchObject({ isMine: false, total: 53, page: 1, pageSize: 50 });
  expect(all.asks).toHaveLength(50);
  expect((await list({ page: "2" })).asks).toHaveLength(3);
  expect(await list({ page: "9" })).toMatchObject({ page: 2 });
  await withWorkspace(world.system(), (tx) =>
    tx.account.updateMany({
      where: { workspaceId, id: own.accountId },
      data: { ownerId: employeeId },
    }),
  );
  const mine = await list({});
  expect(mine).toMatchObject({ isMine: true, total: 1 });
  expect(mine.asks).toMatchObject([{ account: { name: "Own customer" }, canVeto: true }]);
  expect(await list({ isMine: false })).toMatchObject({ isMine: false, total: 53 });
});
