import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { getImport } from "@/lib/imports/get-import";
import { runImport } from "@/lib/imports/run-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, counts, importText, queue } from "./import-world";

const { query } = useTestDatabase();

const ROWS = 12_000;

function orders(): string {
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const account = i % 50 === 0 ? "K9" : i % 2 === 0 ? "K1" : "K2";
    return `${account},${i},2024-01-13,${i % 100}.50\n`;
  });
  return `Customer No,Line no,Order date,Amount\n${lines.join("")}`;
}

async function worldWithAccounts(): Promise<World> {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  return world;
}

async function stored(world: World): Promise<{ rows: number; rejected: number }> {
  const where = { workspaceId: world.workspace.id };
  return world.in(async (tx) => ({
    rows: await tx.purchase.count({ where }),
    rejected: await tx.importRejection.count({ where }),
  }));
}

/** What was bought, and whether the facts say the same. */
async function sums(world: World): Promise<{ bought: number; isSame: boolean }> {
  const id = world.workspace.id;
  const [row] = await world.in(
    (tx) => tx.$queryRaw<{ bought: bigint; inFacts: bigint | null }[]>`
      SELECT (SELECT sum(amount_minor) FROM purchase WHERE workspace_id = ${id}::uuid)::bigint AS bought,
        (SELECT sum(order_minor) FROM account_month WHERE workspace_id = ${id}::uuid)::bigint
          AS "inFacts"`,
  );
  return { bought: Number(row?.bought), isSame: row?.bought === row?.inFacts };
}

const WHOLE = { rows: ROWS - 240, rejected: 240 };

test("an import whose runner dies between two slices goes on where it stopped, with exact counts", async () => {
  const world = await worldWithAccounts();
  const batchId = await queue(world.ctx(), { kind: "purchases", text: orders() });
  const dying = runImport({
    ctx: world.ctx(),
    input: { batchId },
    onProgress: () => {
      throw new AppError("UNAVAILABLE", "The database does not answer.");
    },
  });
  await expect(dying).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await stored(world)).toEqual({ rows: 1_960, rejected: 40 });
  const seen: number[] = [];
  const result = await runImport({
    ctx: world.ctx(),
    input: { batchId },
    onProgress: ({ rowsDone }) => seen.push(rowsDone) > 0,
  });
  expect(seen).toEqual([4_000, 6_000, 8_000, 10_000, 12_000]);
  expect(counts(result)).toEqual([WHOLE.rows, 0, 0, WHOLE.rejected]);
  expect(await stored(world)).toEqual(WHOLE);
});

test("a fault of ours stops an import with a reference, and the same file again ends it", async () => {
  const world = await worldWithAccounts();
  const batchId = await queue(world.ctx(), { kind: "purchases", text: orders() });
  const failed = await runImport({
    ctx: world.ctx(),
    input: { batchId },
    onProgress: () => {
      throw new Error("a fault nobody thought of");
    },
  });
  expect(failed).toMatchObject({
    state: "failed",
    rowsDone: 2_000,
    message: /reference [0-9a-f]{12}/,
  });
  expect(failed.message).not.toMatch(/nobody thought/);
  const again = await importText(world.ctx(), "purchases", orders());
  expect(counts(again)).toEqual([WHOLE.rows - 1_960, 0, 1_960, WHOLE.rejected]);
});

test("a runner that is told to stop leaves the rest to the next one", async () => {
  const world = await worldWithAccounts();
  const batchId = await queue(world.ctx(), { kind: "purchases", text: orders() });
  const part = { ctx: world.ctx(), input: { batchId }, onProgress: () => false };
  const states = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const { state, rowsDone } = await runImport(part);
    states.push([state, rowsDone]);
  }
  expect(states).toEqual([
    ["running", 2_000],
    ["running", 4_000],
    ["running", 6_000],
    ["running", 8_000],
    ["running", 10_000],
    ["done", 12_000],
  ]);
  expect(await stored(world)).toEqual(WHOLE);
});

test("two runners at the same moment write every row once", async () => {
  const world = await worldWithAccounts();
  const batchId = await queue(world.ctx(), { kind: "purchases", text: orders() });
  await Promise.all(
    [1, 2, 3].map(() => runImport({ ctx: world.ctx(), input: { batchId } }).catch(() => {})),
  );
  await runImport({ ctx: world.ctx(), input: { batchId } });
  const { import: result } = await getImport({ ctx: world.ctx(), input: { batchId } });
  expect(result.state).toBe("done");
  expect(counts(result)).toEqual([WHOLE.rows, 0, 0, WHOLE.rejected]);
  expect(await stored(world)).toEqual(WHOLE);
});

test("a command killed with -9 while a part is being written leaves nothing of that part", async () => {
  const world = await worldWithAccounts();
  const path = join(await mkdtemp(join(tmpdir(), "holdfast-import-")), "orders.csv");
  await writeFile(path, orders());
  const workspaceId = world.workspace.id;
  const args = ["--workspace", world.workspace.slug, "--kind", "purchases", path];
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/import.ts", ...args], {
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  // Purchases wait for the account they name: the first part hangs in its middle.
  await world.in(async (tx) => {
    await tx.$queryRaw`SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`;
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await query<{ count: number }>(`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
          AND query LIKE '%INSERT INTO purchase%'`);
      waiting = row?.count ?? 0;
    }
    child.kill("SIGKILL");
    await ended;
  });
  const where = { workspaceId, kind: "purchases" };
  const batch = await world.in((tx) => tx.importBatch.findFirstOrThrow({ where }));
  const result = await runImport({ ctx: world.ctx(), input: { batchId: batch.id } });
  expect(counts(result)).toEqual([WHOLE.rows, 0, 0, WHOLE.rejected]);
  expect(await stored(world)).toEqual(WHOLE);
  const recorded = await world.in((tx) =>
    tx.importCreated.findMany({ where: { workspaceId, batchId: batch.id } }),
  );
  expect(recorded.flatMap((row) => row.subjectIds)).toHaveLength(WHOLE.rows);
}, 60_000);

test("a command killed with -9 in its middle leaves whole slices, and the worker's run ends it", async () => {
  const world = await worldWithAccounts();
  const path = join(await mkdtemp(join(tmpdir(), "holdfast-import-")), "orders.csv");
  await writeFile(path, orders());
  const args = [
    "scripts/import.ts",
    "--workspace",
    world.workspace.slug,
    "--kind",
    "purchases",
    path,
  ];
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((resolve) => {
    child.stderr.on("data", (data) => {
      if (String(data).includes("rows") && child.kill("SIGKILL")) resolve();
    });
    child.on("exit", () => resolve());
  });
  const where = { workspaceId: world.workspace.id, kind: "purchases" };
  const batch = await world.in((tx) => tx.importBatch.findFirstOrThrow({ where }));
  expect(batch.state).toBe("running");
  expect(batch.cursorRow % 2_000).toBe(0);
  const before = await stored(world);
  expect(before.rows + before.rejected).toBe(batch.cursorRow);
  // Figures hold what came in, no more and no less, although nobody ended the import.
  await refreshFacts({ ctx: world.ctx() });
  expect(await sums(world)).toMatchObject({ bought: expect.any(Number), isSame: true });
  await runImport({ ctx: world.ctx(), input: { batchId: batch.id } });
  expect(await stored(world)).toEqual(WHOLE);
  await refreshFacts({ ctx: world.ctx() });
  expect(await sums(world)).toMatchObject({ isSame: true });
}, 60_000);
