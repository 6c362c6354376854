import { setTimeout as rest } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readiness } from "@/lib/auth/readiness";
import { closeConnections } from "@/lib/db/client";
import { isAppError } from "@/lib/errors";
import { importWork } from "@/lib/jobs/import-work";
import { startWorker } from "@/lib/jobs/start-worker";
import { getOverview } from "@/lib/loyalty/get-overview";
import { useTestDatabase } from "../support/database";
import { createWorld, type World } from "../support/factories/world";
import { type RestartableServer, startRestartableServer } from "../support/restartable-server";
import { importText, queue } from "./imports/import-world";

useTestDatabase();
/** With a server of one's own there is none here to take away. */
const isGiven = process.env.HOLDFAST_TEST_DATABASE_URL !== undefined;
let server: RestartableServer;

beforeAll(async () => {
  if (isGiven) return;
  await closeConnections();
  server = await startRestartableServer();
  process.env.DATABASE_URL = server.url;
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await server?.close();
});

const ACCOUNTS = 40;
const ROWS = 15_000;

function accounts(): string {
  const lines = Array.from({ length: ACCOUNTS }, (_, i) => `K${i},Account ${i}\n`);
  return `Customer No,Name\n${lines.join("")}`;
}

function orders(): string {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `K${i % ACCOUNTS},${i},2026-0${1 + (i % 8)}-13,10.00\n`,
  );
  return `Customer No,Line no,Order date,Amount\n${lines.join("")}`;
}

async function cursorOf(world: World, id: string) {
  return world.in((tx) =>
    tx.importBatch.findFirstOrThrow({
      where: { workspaceId: world.workspace.id, id },
      select: { state: true, cursorRow: true, rowsNew: true, message: true },
    }),
  );
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (await condition().catch(() => false)) return;
    await rest(50);
  }
}

/** What a page comes to: its figures, or a code it can say something to. */
async function view(world: World): Promise<"figures" | string> {
  try {
    await getOverview({ ctx: world.ctx(), input: {} });
    return "figures";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

test.skipIf(isGiven)(
  "the database goes away under an import and under pages: pages say so, and afterwards everything is there once",
  async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", accounts());
    expect(await view(world)).toBe("figures");
    const batchId = await queue(world.ctx(), { kind: "purchases", text: orders() });
    // A shorter lease than in earnest, so that the test need not wait two minutes for it.
    const worker = startWorker([{ ...importWork, leaseSeconds: 2 }], 100);
    try {
      await until(async () => (await cursorOf(world, batchId)).cursorRow > 0);
      const looking = Promise.all([view(world), view(world), view(world)]);
      await Promise.all([server.kill(), looking]);
      for (const seen of await looking) expect(["figures", "UNAVAILABLE"]).toContain(seen);
      const started = performance.now();
      expect(await view(world)).toBe("UNAVAILABLE");
      expect(await readiness()).toMatchObject({ isReady: false, database: "unreachable" });
      expect(performance.now() - started).toBeLessThan(5_000);
      await server.start();
      const half = await cursorOf(world, batchId);
      expect(half).toMatchObject({ state: "running", message: null });
      expect(half.cursorRow).toBeLessThan(ROWS);
      expect(await view(world)).toBe("figures");
      expect(await readiness()).toMatchObject({ isReady: true });
      await until(async () => (await cursorOf(world, batchId)).state !== "running");
    } finally {
      await worker.stop();
    }
    expect(await cursorOf(world, batchId)).toMatchObject({ state: "done", rowsNew: ROWS });
    const where = { workspaceId: world.workspace.id };
    expect(await world.in((tx) => tx.purchase.count({ where }))).toBe(ROWS);
    await until(async () => (await view(world)) === "figures");
    const [sums] = await world.in(
      (tx) => tx.$queryRaw<{ bought: bigint; inFacts: bigint }[]>`
        SELECT (SELECT sum(amount_minor) FROM purchase
                WHERE workspace_id = ${world.workspace.id}::uuid)::bigint AS bought,
          (SELECT sum(order_minor) FROM account_month
           WHERE workspace_id = ${world.workspace.id}::uuid)::bigint AS "inFacts"`,
    );
    expect(sums?.bought).toBe(BigInt(ROWS * 1_000));
    expect(sums?.inFacts).toBe(sums?.bought);
  },
  120_000,
);
