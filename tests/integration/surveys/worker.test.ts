import { afterEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { startWorker, type Worker } from "@/lib/jobs/start-worker";
import { waveWork } from "@/lib/jobs/wave-work";
import type { WorkHandler } from "@/lib/jobs/work-handler";
import { signalWork } from "@/lib/queue/signal-work";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

useTestDatabase();

let worker: Worker | null = null;
afterEach(async () => {
  await worker?.stop();
  worker = null;
  await db().workspaceSignal.deleteMany();
});

type Fake = WorkHandler & { runs: string[] };

/** Work whose `run` is given; nothing is left unless `next` says so. */
function fakeWork(
  run: (ctx: Ctx, runs: string[]) => Promise<void> = async () => {},
  next: () => Date | null = () => null,
): Fake {
  const runs: string[] = [];
  return {
    kind: "import",
    leaseSeconds: 5,
    runs,
    async run(ctx) {
      runs.push(ctx.workspace.id);
      await run(ctx, runs);
      return true;
    },
    nextAt: async () => next(),
  };
}

function signal(world: World, dueAt = new Date()): Promise<void> {
  return withWorkspace(world.system(), (tx) => signalWork(tx, world.workspaceId, "import", dueAt));
}

async function waitUntil(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error("waited for 20 s");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const signals = () =>
  db().workspaceSignal.findMany({
    where: { kind: "import" },
    select: { workspaceId: true, dueAt: true },
  });

test("a notification wakes the worker long before the next sweep", async () => {
  const world = await makeWorld();
  const work = fakeWork();
  worker = startWorker([work], 60_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await signal(world);
  await waitUntil(() => work.runs.length === 1);
  await waitUntil(async () => (await signals()).length === 0);
});

test("work that no notification told of is found by the sweep", async () => {
  const world = await makeWorld();
  await signal(world, new Date(Date.now() + 1_500));
  const work = fakeWork();
  worker = startWorker([work], 100);
  await waitUntil(() => work.runs.length === 1);
});

test("a signal that arrives while the work is done is not lost", async () => {
  const world = await makeWorld();
  const work = fakeWork(async (_ctx, runs) => {
    if (runs.length === 1) await signal(world);
  });
  worker = startWorker([work], 100);
  await signal(world);
  await waitUntil(() => work.runs.length >= 2);
  await waitUntil(async () => (await signals()).length === 0);
});

test("work that is due later stays in the book until then", async () => {
  const world = await makeWorld();
  const tomorrow = new Date(Date.now() + 86_400_000);
  const work = fakeWork(undefined, () => tomorrow);
  worker = startWorker([work], 100);
  await signal(world);
  await waitUntil(() => work.runs.length === 1);
  await waitUntil(async () => (await signals())[0]?.dueAt.getTime() === tomorrow.getTime());
  expect(work.runs).toHaveLength(1);
});

test("a workspace with endless work lets the others have their turn", async () => {
  const [busy, other] = [await makeWorld(), await makeWorld()];
  const work = fakeWork(undefined, () => new Date(0));
  await signal(busy, new Date(Date.now() - 60_000));
  worker = startWorker([work], 100);
  await waitUntil(() => work.runs.length >= 3);
  await signal(other);
  await waitUntil(() => work.runs.includes(other.workspaceId));
});

test("work that fails waits and holds up nobody else", async () => {
  const [broken, fine] = [await makeWorld(), await makeWorld()];
  const work = fakeWork(
    async (ctx) => {
      if (ctx.workspace.id === broken.workspaceId) throw new Error("no good");
    },
    () => new Date(0),
  );
  await signal(broken, new Date(Date.now() - 60_000));
  await signal(fine);
  worker = startWorker([work], 100);
  await waitUntil(() => work.runs.filter((id) => id === fine.workspaceId).length >= 2);
  expect(work.runs.filter((id) => id === broken.workspaceId)).toHaveLength(1);
  const row = (await signals()).find((found) => found.workspaceId === broken.workspaceId);
  expect(row?.dueAt.getTime()).toBeGreaterThan(Date.now());
});

test("stopping waits for the part in hand and begins no other", async () => {
  const world = await makeWorld();
  let isDone = false;
  const work = fakeWork(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      isDone = true;
    },
    () => new Date(0),
  );
  await signal(world);
  worker = startWorker([work], 100);
  await waitUntil(() => work.runs.length === 1);
  await worker.stop();
  expect(isDone).toBe(true);
  expect(work.runs).toHaveLength(1);
});

test("work of an archived workspace is dropped", async () => {
  const world = await makeWorld();
  await signal(world);
  await db().workspace.updateMany({
    where: { id: world.workspaceId },
    data: { archivedAt: new Date() },
  });
  const work = fakeWork();
  worker = startWorker([work], 100);
  await waitUntil(async () => (await signals()).length === 0);
  expect(work.runs).toEqual([]);
});

test("a wave closes by itself after its last day in the workspace's time zone", async () => {
  const world = await makeWorld();
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const closesOn = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format();
  const { waveId } = await addWave(world, await addSurvey(world), contactIds, { closesOn });
  await waveWork.run(world.system());
  const stateAt = async () => (await getWave({ ctx: world.ctx(), input: { waveId } })).state;
  expect(await stateAt()).toBe("sending");
  await waveWork.run(world.system(new Date(Date.now() + 86_400_000)));
  expect(await stateAt()).toBe("closed");
});
