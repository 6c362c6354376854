import { expect, test } from "vitest";
import { ZodError } from "zod";
import { makeCtx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { listViews } from "@/lib/workspaces/views/list-views";
import { removeView } from "@/lib/workspaces/views/remove-view";
import { saveView } from "@/lib/workspaces/views/save-view";
import { useTestDatabase } from "@/tests/support/database";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

/** Somebody else in the workspace. */
function colleague(world: World, role: "admin" | "account_manager" | "viewer" = "account_manager") {
  const ctx = world.ctx(role);
  return makeCtx({
    ...ctx,
    actor: { type: "user", userId: newId(), sessionId: newId(), role, employeeId: null },
  });
}

async function namesFor(ctx: ReturnType<World["ctx"]>): Promise<string[]> {
  return (await listViews({ ctx })).map(({ name }) => name);
}

const ADDRESS = "overview?segment=0b8e5a2c-1f7d-4a0e-9a3e-0d6f0a6f7a11&asOf=2026-09-30";

test("a view is one's own until it is for everybody; of the same name the later one holds", async () => {
  const world = await createWorld();
  const [mine, theirs] = [world.ctx("account_manager"), colleague(world, "viewer")];
  await saveView({ ctx: mine, input: { name: "Danes", address: "overview" } });
  await saveView({ ctx: mine, input: { name: "Danes", address: ADDRESS } });
  await saveView({
    ctx: mine,
    input: { name: "Aarhus", address: "accounts?sort=name", isShared: true },
  });
  expect(await listViews({ ctx: mine })).toMatchObject([
    { name: "Aarhus", isShared: true, canRemove: true },
    { name: "Danes", address: ADDRESS, canRemove: true },
  ]);
  expect(await listViews({ ctx: theirs })).toMatchObject([{ name: "Aarhus", canRemove: false }]);
});

test("only an address inside the workspace is taken", async () => {
  const ctx = (await createWorld()).ctx();
  const outside = [
    "https://elsewhere.example",
    "//elsewhere.example",
    "../other",
    "",
    "overview#map",
    "\\x",
  ];
  for (const address of outside)
    await expect(saveView({ ctx, input: { name: "A", address } }), address).rejects.toThrow(
      ZodError,
    );
  await expect(saveView({ ctx, input: { name: " ", address: "overview" } })).rejects.toThrow(
    ZodError,
  );
  expect(await listViews({ ctx })).toEqual([]);
});

test("a viewer keeps views, but none for everybody", async () => {
  const ctx = (await createWorld()).ctx("viewer");
  await saveView({ ctx, input: { name: "A", address: "overview" } });
  const shared = saveView({ ctx, input: { name: "B", address: "overview", isShared: true } });
  await expect(shared).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await namesFor(ctx)).toEqual(["A"]);
});

test("others' views are not to be found; an admin takes away what everybody sees", async () => {
  const world = await createWorld();
  const mine = world.ctx("account_manager");
  const own = await saveView({ ctx: mine, input: { name: "Own", address: "overview" } });
  const shared = await saveView({
    ctx: mine,
    input: { name: "All", address: "overview", isShared: true },
  });
  const remove = (ctx: ReturnType<World["ctx"]>, viewId: string) =>
    removeView({ ctx, input: { viewId } });
  await expect(remove(colleague(world), shared.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(remove(colleague(world, "admin"), own.id)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(remove((await createWorld()).ctx(), shared.id)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await remove(colleague(world, "admin"), shared.id);
  await remove(mine, own.id);
  expect(await namesFor(mine)).toEqual([]);
  const audited = await world.in((tx) =>
    tx.auditEntry.count({ where: { verb: { in: ["saveView", "removeView"] } } }),
  );
  expect(audited).toBe(4);
});
