import { spawn } from "node:child_process";
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { factsWork } from "@/lib/jobs/facts-work";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { importText, queue } from "../imports/import-world";

const { query } = useTestDatabase();

async function batchOf(world: World, id: string) {
  return world.in((tx) =>
    tx.importBatch.findFirstOrThrow({
      where: { workspaceId: world.workspace.id, id },
      select: { state: true, cursorRow: true },
    }),
  );
}

test("on SIGTERM a worker ends after the part in hand, and leaves the rest due at once to the next one", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Customer No,Name\nK1,Aarhus Vand\n");
  const rows = 30_000;
  const lines = Array.from({ length: rows }, (_, i) => `K1,${i},2024-01-13,1.50\n`);
  const text = `Customer No,Line no,Order date,Amount\n${lines.join("")}`;
  const batchId = await queue(world.ctx(), { kind: "purchases", text });
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  let output = "";
  child.stdout.on("data", (data) => {
    output += String(data);
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  while ((await batchOf(world, batchId)).cursorRow === 0) await rest(20);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(output).toContain("worker stopped");
  const left = await batchOf(world, batchId);
  expect(left.state).toBe("running");
  expect(left.cursorRow % 2_000).toBe(0);
  expect(left.cursorRow).toBeLessThan(rows);
  const [signal] = await query<{ due: boolean }>(
    `SELECT due_at <= now() + interval '3 seconds' AS due FROM workspace_signal
     WHERE kind = 'import' AND workspace_id = '${world.workspace.id}'`,
  );
  expect(signal).toEqual({ due: true });
}, 120_000);

test("facts of many accounts are computed in parts: a worker that stops leaves the rest, and nothing is lost", async () => {
  const world = await createWorld();
  const lines = Array.from({ length: 1_200 }, (_, i) => `K${i},Account ${i}\n`);
  await importText(world.ctx(), "accounts", `Customer No,Name\n${lines.join("")}`);
  const ctx = { ...world.ctx(), actor: { type: "system", job: "facts" } as const };
  const where = { workspaceId: world.workspace.id };
  const waiting = async () =>
    (await world.in((tx) => tx.factsChange.groupBy({ by: ["accountId"], where }))).length;
  const before = await waiting();
  expect(await factsWork.run(ctx, () => true)).toBe(true);
  const after = await waiting();
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThan(before);
  expect(await world.in((tx) => factsWork.nextAt(tx, ctx))).toEqual(ctx.now);
  await factsWork.run(ctx, () => false);
  expect(await waiting()).toBe(0);
});
