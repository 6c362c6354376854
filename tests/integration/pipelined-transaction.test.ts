import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { type Statement, withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { useTestDatabase } from "../support/database";
import { makeWorld } from "./surveys/survey-world";

useTestDatabase();

const ADD: Statement = {
  name: "add-change",
  text: "INSERT INTO facts_change (workspace_id, id, account_id) VALUES ($1::uuid, $2::uuid, $2::uuid)",
};
const COUNT: Statement = {
  name: "count-changes",
  text: "SELECT count(*)::int AS n FROM facts_change WHERE workspace_id = $1::uuid",
};
const WRONG: Statement = { name: "wrong", text: "SELECT 1 / (0 * length($1::text)) AS n" };

async function world() {
  const { workspaceId, system } = await makeWorld();
  const ctx = system();
  const changes = () =>
    withWorkspace(ctx, (tx) => tx.factsChange.count({ where: { workspaceId } }));
  return { ctx, workspaceId, changes };
}

test("statements nobody waits for run in order, and are there when the transaction has ended", async () => {
  const { ctx, workspaceId, changes } = await world();
  const seen = await withWorkspaceSql(ctx, async (run, send) => {
    send(ADD, [workspaceId, newId()]);
    send(ADD, [workspaceId, newId()]);
    return run<{ n: number }>(COUNT, [workspaceId]);
  });
  expect(seen).toEqual([{ n: 2 }]);
  expect(await changes()).toBe(2);
});

test("a statement nobody waits for fails the whole transaction, with its own reason", async () => {
  const { ctx, workspaceId, changes } = await world();
  const failing = withWorkspaceSql(ctx, async (_run, send) => {
    send(ADD, [workspaceId, newId()]);
    send(WRONG, ["x"]);
    send(ADD, [workspaceId, newId()]);
  });
  await expect(failing).rejects.toMatchObject({ code: "22012" });
  expect(await changes()).toBe(0);
});

test("what the work throws is thrown, nothing of it is kept, and the connection serves the next", async () => {
  const { ctx, workspaceId, changes } = await world();
  for (let i = 0; i < 15; i += 1) {
    const failing = withWorkspaceSql(ctx, async (_run, send) => {
      send(ADD, [workspaceId, newId()]);
      throw new RangeError("not this way");
    });
    await expect(failing).rejects.toThrow("not this way");
  }
  expect(await changes()).toBe(0);
  await withWorkspaceSql(ctx, async (_run, send) => send(ADD, [workspaceId, newId()]));
  expect(await changes()).toBe(1);
});

test("another workspace's rows stay out of sight on a connection that served it before", async () => {
  const one = await world();
  const other = await world();
  for (let i = 0; i < 12; i += 1) {
    await withWorkspaceSql(one.ctx, async (_run, send) => send(ADD, [one.workspaceId, newId()]));
  }
  const seen = await withWorkspaceSql(other.ctx, (run) => run(COUNT, [one.workspaceId]));
  expect(seen).toEqual([{ n: 0 }]);
});
