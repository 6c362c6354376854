import { beforeEach, describe, expect, it } from "vitest";
import { ctxForUser, userOfSession } from "@/lib/auth/session";
import { IDLE_DAYS, SESSION_DAYS } from "@/lib/auth/session-rows";
import { signOut } from "@/lib/auth/sign-out";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "../../support/database";
import { joinWorld, type Person } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const START = new Date("2026-10-02T12:00:00.000Z");
const DAY = 86_400_000;
let world: World;
let ada: Person;

function after(days: number): Date {
  return new Date(START.getTime() + days * DAY);
}

beforeEach(async () => {
  world = await createWorld();
  ada = await joinWorld(world, "account_manager", { now: START });
});

describe("a session", () => {
  it("names its user while it lives", async () => {
    const user = await userOfSession(ada.sessionId, START);
    expect(user).toMatchObject({ userId: ada.userId, email: ada.email });
  });

  it("is over after sign-out, though the cookie may still be held", async () => {
    await signOut({ sessionId: ada.sessionId, now: START });
    expect(await userOfSession(ada.sessionId, START)).toBeNull();
  });

  it("ends when it is not used for a week, and goes on when it is", async () => {
    expect(await userOfSession(ada.sessionId, after(IDLE_DAYS + 0.01))).toBeNull();
    expect(await userOfSession(ada.sessionId, after(IDLE_DAYS - 1))).not.toBeNull();
    expect(await userOfSession(ada.sessionId, after(IDLE_DAYS + 3))).not.toBeNull();
  });

  it("ends after a month however much it is used", async () => {
    for (let day = 0; day < SESSION_DAYS; day += 5) {
      expect(await userOfSession(ada.sessionId, after(day))).not.toBeNull();
    }
    expect(await userOfSession(ada.sessionId, after(SESSION_DAYS + 0.01))).toBeNull();
  });

  it("opens no workspace by a name the database could not even look for", async () => {
    const user = await userOfSession(ada.sessionId, START);
    if (!user) throw new Error("expected a session");
    for (const slug of ["a\0b", "../x", "", "a".repeat(5_000)]) {
      await expect(ctxForUser(user, slug, START)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("ends with its user", async () => {
    await db().appUser.update({ where: { id: ada.userId }, data: { disabledAt: START } });
    expect(await userOfSession(ada.sessionId, START)).toBeNull();
  });
});

describe("a session's way into a workspace", () => {
  it("carries role, employee, language and the workspace's date", async () => {
    const user = await userOfSession(ada.sessionId, START);
    if (!user) throw new Error("no session");
    const ctx = await ctxForUser(user, world.workspace.slug, START);
    expect(ctx.actor).toEqual({
      type: "user",
      userId: ada.userId,
      sessionId: ada.sessionId,
      role: "account_manager",
      employeeId: ada.employeeId,
    });
    expect(ctx).toMatchObject({ asOf: "2026-10-02", locale: "en" });
  });

  it("is closed for another workspace as if that did not exist", async () => {
    const other = await createWorld();
    const user = await userOfSession(ada.sessionId, START);
    if (!user) throw new Error("no session");
    const [strange, missing] = await Promise.allSettled([
      ctxForUser(user, other.workspace.slug, START),
      ctxForUser(user, "no-such-workspace", START),
    ]);
    expect(strange).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
    expect(strange).toEqual(missing);
  });

  it("is closed for an archived workspace", async () => {
    const { id, slug } = world.workspace;
    await db().workspace.update({ where: { id }, data: { archivedAt: START } });
    const user = await userOfSession(ada.sessionId, START);
    if (!user) throw new Error("no session");
    await expect(ctxForUser(user, slug, START)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
