import { beforeEach, describe, expect, it } from "vitest";
import { userOfSession } from "@/lib/auth/session";
import { startSession } from "@/lib/auth/session-rows";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { changePassword } from "@/lib/workspaces/change-password";
import {
  acceptResetRequest,
  RESET_MINUTES,
  sendResetMail,
} from "@/lib/workspaces/request-password-reset";
import { checkResetLink, resetPassword } from "@/lib/workspaces/reset-password";
import { useTestDatabase } from "../../support/database";
import {
  auditOf,
  joinWorld,
  linkInMail,
  type Person,
  tokenOf,
} from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const OLD = "correct horse battery";
const NEW = "a new and better sentence";
let world: World;
let ada: Person;
let count = 0;

function address(): string {
  count += 1;
  return `203.0.113.${count}`;
}

async function requestLink(now = new Date()): Promise<string> {
  await sendResetMail({ email: ada.email, now });
  return tokenOf(await linkInMail(world, "password_reset", ada.email));
}

function reset(token: string, password = NEW, now = new Date()) {
  return resetPassword({ input: { token, password }, address: address(), now });
}

function canSignIn(password: string) {
  const input = { email: ada.email, password };
  return signIn({ input, address: address(), now: new Date() }).then(
    () => true,
    () => false,
  );
}

function isLive(sessionId: string) {
  return userOfSession(sessionId, new Date()).then((user) => user !== null);
}

beforeEach(async () => {
  world = await createWorld();
  ada = await joinWorld(world, "viewer", { password: OLD });
});

describe("a forgotten password", () => {
  it("is replaced through the mailed link; every session ends", async () => {
    const token = await requestLink();
    await checkResetLink({ token, now: new Date() });
    await reset(token);
    expect(await canSignIn(NEW)).toBe(true);
    expect(await canSignIn(OLD)).toBe(false);
    expect(await isLive(ada.sessionId)).toBe(false);
  });

  it("leaves ids in the audit and a hash in the row, never the link", async () => {
    const token = await requestLink();
    const user = await db().appUser.findUniqueOrThrow({ where: { id: ada.userId } });
    expect(user.resetTokenHash).toMatch(/^[0-9a-f]{64}$/);
    await reset(token);
    const audit = await auditOf(world);
    expect(audit.map((entry) => entry.verb)).toEqual(["resetPassword", "sendResetMail"]);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  it("can use a link once, also when it is pressed twice at the same moment", async () => {
    const token = await requestLink();
    const results = await Promise.allSettled([reset(token), reset(token, "yet another sentence")]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(reset(token)).rejects.toMatchObject({ code: "GONE" });
  });

  it("can use a link for an hour, and only the newest", async () => {
    const asked = new Date();
    const first = await requestLink(asked);
    const late = new Date(asked.getTime() + (RESET_MINUTES + 1) * 60_000);
    await expect(reset(first, NEW, late)).rejects.toMatchObject({ code: "GONE" });
    const second = await requestLink(new Date(asked.getTime() + 1));
    await expect(reset(first)).rejects.toMatchObject({ code: "GONE" });
    await expect(reset(second)).resolves.toBeUndefined();
  });

  it("keeps the link open when the new password is refused", async () => {
    const token = await requestLink();
    await expect(reset(token, "short")).rejects.toMatchObject({ issues: [{ path: ["password"] }] });
    await expect(reset(token)).resolves.toBeUndefined();
  });

  it("answers a changed or made-up link in the same words", async () => {
    const token = await requestLink();
    const messages = new Set<string>();
    for (const wrong of [`${token.slice(0, -4)}AAAA`, "x", ""]) {
      const error = await checkResetLink({ token: wrong, now: new Date() }).catch((e: Error) => e);
      expect(error).toMatchObject({ code: "GONE" });
      messages.add((error as Error).message);
    }
    expect(messages.size).toBe(1);
  });

  it("writes no mail to a stranger, and says nothing about it", async () => {
    const email = "nobody@nordlys.example";
    expect(await acceptResetRequest({ input: { email }, address: address() })).toEqual({ email });
    await expect(sendResetMail({ email, now: new Date() })).resolves.toBeUndefined();
    await expect(linkInMail(world, "password_reset", email)).rejects.toThrow("no password_reset");
  });

  it("limits how often a link is asked for", async () => {
    const ask = () =>
      acceptResetRequest({ input: { email: ada.email }, address: address() }).then(
        () => "ok",
        (error: { code: string }) => error.code,
      );
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await ask());
    expect(answers).toEqual(["ok", "ok", "ok", "ok", "RATE_LIMITED"]);
  });

  it("names the field when no address is given", async () => {
    await expect(acceptResetRequest({ input: {}, address: address() })).rejects.toMatchObject({
      issues: [{ path: ["email"] }],
    });
  });
});

describe("a new password of a signed-in person", () => {
  it("ends every other session, opens one for this browser and closes an open reset link", async () => {
    const elsewhere = await startSession(db(), { userId: ada.userId, now: new Date() });
    const token = await requestLink();
    const input = { currentPassword: OLD, newPassword: NEW };
    const session = await changePassword({ ctx: ada.ctx, input });
    expect(await isLive(ada.sessionId)).toBe(false);
    expect(await isLive(elsewhere.sessionId)).toBe(false);
    expect(await isLive(session.sessionId)).toBe(true);
    expect(await canSignIn(NEW)).toBe(true);
    await expect(reset(token)).rejects.toMatchObject({ code: "GONE" });
    const audit = await auditOf(world);
    expect(audit.map((entry) => entry.verb)).toContain("changePassword");
  });

  it("needs the present one, at its field, and few tries", async () => {
    const input = { currentPassword: "wrong", newPassword: NEW };
    const attempt = () => changePassword({ ctx: ada.ctx, input });
    for (let i = 0; i < 10; i += 1) {
      await expect(attempt()).rejects.toMatchObject({
        fieldErrors: { currentPassword: "This is not your present password." },
      });
    }
    await expect(attempt()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await isLive(ada.sessionId)).toBe(true);
  });

  it("must be a good one", async () => {
    const input = { currentPassword: OLD, newPassword: "short" };
    await expect(changePassword({ ctx: ada.ctx, input })).rejects.toMatchObject({
      issues: [{ path: ["newPassword"] }],
    });
  });

  it("is nothing the system or a respondent has", async () => {
    const input = { currentPassword: OLD, newPassword: NEW };
    for (const actor of [
      { type: "system", job: "x" },
      { type: "respondent", invitationId: "x" },
    ] as const) {
      await expect(changePassword({ ctx: { ...ada.ctx, actor }, input })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
