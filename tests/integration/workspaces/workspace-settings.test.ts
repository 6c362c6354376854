import { beforeEach, describe, expect, it } from "vitest";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { createWorkspace } from "@/lib/workspaces/create-workspace";
import { getProfile } from "@/lib/workspaces/get-profile";
import { getWorkspaceSettings } from "@/lib/workspaces/get-workspace-settings";
import { updateProfile } from "@/lib/workspaces/update-profile";
import { updateWorkspace } from "@/lib/workspaces/update-workspace";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { auditOf, joinWorld, type Person } from "../../support/factories/people";
import { createWorld, date, type World } from "../../support/factories/world";

useTestDatabase();

let world: World;
let admin: Person;
let viewer: Person;

const INPUT = {
  name: "Nordlys Pumper",
  timeZone: "Europe/Copenhagen",
  locale: "en",
  country: "DK",
  figuresAsOf: "",
};

async function recordMoney(accountId: string): Promise<void> {
  await world.in((tx) =>
    tx.purchase.create({
      data: {
        workspaceId: world.workspace.id,
        id: newId(),
        accountId,
        orderedOn: date("2026-09-01"),
        amountMinor: 100n,
        currency: "DKK",
        createdAt: new Date(),
      },
    }),
  );
}

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world, "admin");
  viewer = await joinWorld(world, "viewer");
});

describe("a workspace's settings", () => {
  it("are changed by an admin, and the audit names the fields only", async () => {
    const input = { ...INPUT, currency: "SEK", figuresAsOf: "2017-12-31" };
    const after = await updateWorkspace({ ctx: admin.ctx, input });
    expect(after).toMatchObject({
      name: "Nordlys Pumper",
      currency: "SEK",
      figuresAsOf: "2017-12-31",
    });
    const ctx = await ctxForSystem(world.workspace.slug, "test");
    expect(ctx.asOf).toBe("2017-12-31");
    const [audit] = await auditOf(world);
    expect(audit).toMatchObject({
      verb: "updateWorkspace",
      fields: ["name", "currency", "figuresAsOf"],
    });
  });

  it("keep their currency from the first amount on", async () => {
    const { ctx } = admin;
    const { id } = await createAccount(world);
    expect((await getWorkspaceSettings({ ctx })).isCurrencyLocked).toBe(false);
    await recordMoney(id);
    expect((await getWorkspaceSettings({ ctx })).isCurrencyLocked).toBe(true);
    await expect(
      updateWorkspace({ ctx, input: { ...INPUT, currency: "EUR" } }),
    ).rejects.toMatchObject({ fieldErrors: { currency: expect.stringContaining("stays") } });
    await expect(
      updateWorkspace({ ctx, input: { ...INPUT, currency: "DKK" } }),
    ).resolves.toMatchObject({ currency: "DKK" });
    await expect(updateWorkspace({ ctx, input: INPUT })).resolves.toMatchObject({
      currency: "DKK",
    });
  });

  it("let another time zone recompute every account's months", async () => {
    const { id } = await createAccount(world);
    await world.in((tx) => tx.factsChange.deleteMany());
    await updateWorkspace({ ctx: admin.ctx, input: INPUT });
    expect(await world.in((tx) => tx.factsChange.count())).toBe(0);
    const input = { ...INPUT, timeZone: "Asia/Tokyo" };
    await updateWorkspace({ ctx: admin.ctx, input });
    const changes = await world.in((tx) => tx.factsChange.findMany());
    expect(changes.map((change) => change.accountId)).toEqual([id]);
  });

  it("refuse a date that has not come, and name each wrong field", async () => {
    const future = { ...INPUT, figuresAsOf: "2999-01-01" };
    await expect(updateWorkspace({ ctx: admin.ctx, input: future })).rejects.toMatchObject({
      fieldErrors: { figuresAsOf: expect.stringContaining("earlier date") },
    });
    const wrong = { name: "", timeZone: "Mars", locale: "xx", country: "D", figuresAsOf: "soon" };
    const error = await updateWorkspace({ ctx: admin.ctx, input: wrong }).catch((e) => e);
    const paths = (error as { issues: { path: string[] }[] }).issues.map((i) => i.path[0]);
    expect(new Set(paths)).toEqual(
      new Set(["name", "timeZone", "locale", "country", "figuresAsOf"]),
    );
  });

  it("are read by a viewer and changed by none", async () => {
    const settings = await getWorkspaceSettings({ ctx: viewer.ctx });
    expect(settings).toMatchObject({ name: "Nordlys", canChange: false });
    expect(settings).not.toHaveProperty("id");
    await expect(updateWorkspace({ ctx: viewer.ctx, input: INPUT })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("of another workspace stay as they are", async () => {
    const other = await createWorld({ name: "Other" });
    await updateWorkspace({ ctx: admin.ctx, input: INPUT });
    const row = await db().workspace.findUniqueOrThrow({ where: { id: other.workspace.id } });
    expect(row.name).toBe("Other");
  });
});

describe("a workspace made by a script", () => {
  it("exists once per address, with its audit row", async () => {
    const input = {
      name: "Script",
      slug: "script",
      currency: "usd",
      timeZone: "UTC",
      isDemo: true,
    };
    const made = await createWorkspace({ input, now: new Date() });
    expect(made).toMatchObject({ slug: "script", currency: "USD", isDemo: true });
    await expect(createWorkspace({ input, now: new Date() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const ctx = await ctxForSystem("script", "test");
    expect(ctx.workspace).toEqual(made);
    await expect(ctxForSystem("no-such", "test")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a profile", () => {
  it("is the person's own: name, language and how often answers come by mail, for every role", async () => {
    const { ctx, userId } = viewer;
    await updateProfile({ ctx, input: { name: "Cleo C.", locale: "da" } });
    expect(await getProfile({ ctx })).toEqual({
      name: "Cleo C.",
      email: viewer.email,
      locale: "da",
      hasPassword: false,
      digest: "daily",
      mondayMail: true,
    });
    await updateProfile({ ctx, input: { name: "Cleo C.", locale: "da", digest: "weekly" } });
    expect((await getProfile({ ctx })).digest).toBe("weekly");
    const employee = await world.in((tx) => tx.employee.findFirst({ where: { userId } }));
    expect(employee?.name).toBe("Cleo C.");
    expect((await auditOf(world))[0]).toMatchObject({ verb: "updateProfile", subjectId: userId });
  });

  it("needs a name and a known language", async () => {
    const input = { name: "", locale: "tlh" };
    await expect(updateProfile({ ctx: viewer.ctx, input })).rejects.toMatchObject({
      issues: [{ path: ["name"] }, { path: ["locale"] }],
    });
  });

  it("is nothing a system job has", async () => {
    const ctx = await ctxForSystem(world.workspace.slug, "test");
    await expect(getProfile({ ctx })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateProfile({ ctx, input: { name: "X", locale: "en" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
