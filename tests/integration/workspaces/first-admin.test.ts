import { beforeEach, describe, expect, it } from "vitest";
import { userOfSession } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { createFirstAdmin, isSetUp } from "@/lib/workspaces/create-first-admin";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { useTestDatabase } from "../../support/database";

const { query } = useTestDatabase();

const INPUT = {
  name: "Ada",
  email: "Ada@nordlys.example",
  password: "correct horse battery",
  workspaceName: "Nordlys Pumper",
  currency: "DKK",
  timeZone: "Europe/Copenhagen",
  locale: "da",
};

beforeEach(async () => {
  await query("TRUNCATE app_user, user_session, user_workspace, workspace CASCADE");
});

describe("first run", () => {
  it("makes an admin who is signed in, an employee and the first workspace", async () => {
    expect(await isSetUp()).toBe(false);
    const { slug, session } = await createFirstAdmin({ input: INPUT, now: new Date() });
    expect(slug).toBe("nordlys-pumper");
    expect(await userOfSession(session.sessionId, new Date())).toMatchObject({
      email: "ada@nordlys.example",
    });
    expect(await listMyWorkspaces({ userId: session.userId })).toMatchObject([
      { slug, name: "Nordlys Pumper", role: "admin", isDemo: false },
    ]);
    const workspace = await db().workspace.findUniqueOrThrow({ where: { slug } });
    const rows = await withWorkspace({ workspace }, async (tx) => ({
      employees: await tx.employee.findMany({ select: { email: true, userId: true } }),
      audit: await tx.auditEntry.findMany({ select: { verb: true, actorId: true } }),
    }));
    expect(rows).toEqual({
      employees: [{ email: "ada@nordlys.example", userId: session.userId }],
      audit: [{ verb: "createFirstAdmin", actorId: session.userId }],
    });
    expect(await isSetUp()).toBe(true);
  });

  it("does not exist where somebody has an account", async () => {
    await createFirstAdmin({ input: INPUT, now: new Date() });
    const second = { ...INPUT, email: "mallory@evil.example", workspaceName: "Evil" };
    await expect(createFirstAdmin({ input: second, now: new Date() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db().appUser.count()).toBe(1);
  });

  it("happens once when many try at the same moment", async () => {
    const attempts = Array.from({ length: 5 }, (_, i) =>
      createFirstAdmin({
        input: { ...INPUT, email: `ada-${i}@nordlys.example`, workspaceName: `Nordlys ${i}` },
        now: new Date(),
      }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db().appUser.count()).toBe(1);
    expect(await db().workspace.count()).toBe(1);
  });

  it("says at each field what is wrong, and writes nothing", async () => {
    const input = { ...INPUT, name: "", email: "ada", password: "x", currency: "KRONER" };
    await expect(createFirstAdmin({ input, now: new Date() })).rejects.toMatchObject({
      issues: [
        { path: ["name"] },
        { path: ["email"] },
        { path: ["password"] },
        { path: ["password"] },
        { path: ["currency"] },
      ],
    });
    expect(await isSetUp()).toBe(false);
  });
});
