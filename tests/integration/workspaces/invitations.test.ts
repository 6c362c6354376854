import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { acceptInvitation } from "@/lib/workspaces/accept-invitation";
import { cancelInvitation } from "@/lib/workspaces/cancel-invitation";
import { getInvitation } from "@/lib/workspaces/get-invitation";
import { getMembers } from "@/lib/workspaces/get-members";
import { INVITATION_DAYS } from "@/lib/workspaces/invitation-token";
import { inviteMember } from "@/lib/workspaces/invite-member";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { resendInvitation } from "@/lib/workspaces/resend-invitation";
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

const PASSWORD = "correct horse battery";
let world: World;
let admin: Person;
let viewer: Person;
let count = 0;
let email: string;

function invite(role = "account_manager") {
  return inviteMember({ ctx: admin.ctx, input: { email, name: "Bo Berg", role } });
}

async function newestToken(): Promise<string> {
  return tokenOf(await linkInMail(world, "member_invitation", email));
}

function accept(token: string, now = new Date()) {
  count += 1;
  const input = { token, name: "Bo Berg", password: PASSWORD };
  return acceptInvitation({ input, address: `198.51.100.${count}`, now });
}

function later(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world, "admin");
  viewer = await joinWorld(world, "viewer");
  count += 1;
  email = `bo-${count}@nordlys.example`;
});

describe("an invitation", () => {
  it("is mailed, seen by admins only, and makes a member who can sign in", async () => {
    await invite();
    expect((await getMembers({ ctx: viewer.ctx })).invitations).toEqual([]);
    const { invitations } = await getMembers({ ctx: admin.ctx });
    expect(invitations).toMatchObject([{ email, role: "account_manager", isExpired: false }]);
    const token = await newestToken();
    expect(await getInvitation({ token, now: new Date() })).toEqual({
      workspaceName: "Nordlys",
      email,
      name: "Bo Berg",
      role: "account_manager",
      isKnownUser: false,
    });
    const { slug, session } = await accept(token);
    expect(slug).toBe(world.workspace.slug);
    expect(session).not.toBeNull();
    const input = { email, password: PASSWORD };
    const signedIn = await signIn({ input, address: "198.51.100.254", now: new Date() });
    expect(signedIn.userId).toBe(session?.userId);
    expect((await auditOf(world)).map((entry) => entry.verb)).toEqual([
      "acceptInvitation",
      "inviteMember",
    ]);
  });

  it("leaves neither link nor address in the audit, and only a hash in its row", async () => {
    await invite();
    const token = await newestToken();
    const audit = JSON.stringify(await auditOf(world));
    expect(audit).not.toContain(token);
    expect(audit).not.toContain(email);
    const row = await world.in((tx) => tx.memberInvitation.findFirstOrThrow({ where: { email } }));
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const stored = JSON.stringify(row);
    expect(stored).not.toContain(token);
  });

  it("works once, also when it is pressed twice at the same moment", async () => {
    await invite();
    const token = await newestToken();
    const results = await Promise.allSettled([accept(token), accept(token)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(accept(token)).rejects.toMatchObject({ code: "GONE" });
    await expect(getInvitation({ token, now: new Date() })).rejects.toMatchObject({ code: "GONE" });
  });

  it("expires", async () => {
    await invite();
    const token = await newestToken();
    await expect(accept(token, later(INVITATION_DAYS + 1))).rejects.toMatchObject({ code: "GONE" });
  });

  it("is replaced by a newer one and by sending it again", async () => {
    const { invitationId } = await invite();
    const first = await newestToken();
    const resent = await resendInvitation({ ctx: admin.ctx, input: { invitationId } });
    expect(resent.email).toBe(email);
    await expect(accept(first)).rejects.toMatchObject({ code: "GONE" });
    const second = await newestToken();
    await invite("viewer");
    await expect(accept(second)).rejects.toMatchObject({ code: "GONE" });
    expect((await getMembers({ ctx: admin.ctx })).invitations).toHaveLength(1);
    await expect(accept(await newestToken())).resolves.toMatchObject({
      slug: world.workspace.slug,
    });
  });

  it("is worth nothing once cancelled, and can then not be sent again", async () => {
    const { invitationId } = await invite();
    const token = await newestToken();
    await cancelInvitation({ ctx: admin.ctx, input: { invitationId } });
    await expect(accept(token)).rejects.toMatchObject({ code: "GONE" });
    await expect(
      resendInvitation({ ctx: admin.ctx, input: { invitationId } }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await auditOf(world))[0]).toMatchObject({ verb: "cancelInvitation" });
  });

  it("answers a changed, foreign or made-up link in the same words", async () => {
    await invite();
    const token = await newestToken();
    const wrongSecret = `${token.slice(0, -4)}AAAA`;
    const messages = new Set<string>();
    for (const wrong of [wrongSecret, "x", "", "A".repeat(86)]) {
      const error = await getInvitation({ token: wrong, now: new Date() }).catch((e: Error) => e);
      expect(error).toMatchObject({ code: "GONE" });
      messages.add((error as Error).message);
    }
    expect(messages.size).toBe(1);
  });

  it("to somebody who has an account needs no password and changes none", async () => {
    const other = await createWorld();
    const known = await joinWorld(other, "viewer", { email, password: PASSWORD });
    await invite();
    const token = await newestToken();
    expect((await getInvitation({ token, now: new Date() })).isKnownUser).toBe(true);
    const before = await db().appUser.findUniqueOrThrow({ where: { email } });
    const input = { token, name: "Mallory", password: "another long password" };
    const accepted = await acceptInvitation({ input, address: "198.51.100.9", now: new Date() });
    expect(accepted.session).toBeNull();
    expect(await db().appUser.findUniqueOrThrow({ where: { email } })).toEqual(before);
    expect(await listMyWorkspaces({ userId: known.userId })).toHaveLength(2);
  });

  it("needs a good password from a new person, and is not used up by a bad one", async () => {
    await invite();
    const token = await newestToken();
    const address = "198.51.100.8";
    const now = new Date();
    await expect(
      acceptInvitation({ input: { token, name: "Bo", password: "short" }, address, now }),
    ).rejects.toMatchObject({ issues: [{ path: ["password"] }] });
    await expect(
      acceptInvitation({ input: { token, name: "Bo" }, address, now }),
    ).rejects.toMatchObject({ fieldErrors: { password: "Choose a password." } });
    await expect(accept(token)).resolves.toBeDefined();
  });

  it("is refused for a member, at the field", async () => {
    const input = { email: viewer.email, name: "Cleo", role: "viewer" };
    await expect(inviteMember({ ctx: admin.ctx, input })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fieldErrors: { email: "This person is a member already." },
    });
  });

  it("says at each field what is wrong", async () => {
    const input = { email: "bo", name: " ", role: "king" };
    await expect(inviteMember({ ctx: admin.ctx, input })).rejects.toMatchObject({
      issues: [{ path: ["email"] }, { path: ["name"] }, { path: ["role"] }],
    });
    const wrong = { ctx: admin.ctx, input: { invitationId: "x" } };
    await expect(resendInvitation(wrong)).rejects.toMatchObject({
      issues: [{ path: ["invitationId"] }],
    });
    await expect(cancelInvitation(wrong)).rejects.toMatchObject({
      issues: [{ path: ["invitationId"] }],
    });
  });

  it("rejects a viewer", async () => {
    const { invitationId } = await invite();
    const { ctx } = viewer;
    const input = { email: "x@y.example", name: "X", role: "viewer" };
    const forbidden = { code: "FORBIDDEN" };
    await expect(inviteMember({ ctx, input })).rejects.toMatchObject(forbidden);
    const named = { ctx, input: { invitationId } };
    await expect(resendInvitation(named)).rejects.toMatchObject(forbidden);
    await expect(cancelInvitation(named)).rejects.toMatchObject(forbidden);
  });

  it("cannot be seen or touched from another workspace", async () => {
    const { invitationId } = await invite();
    const stranger = await joinWorld(await createWorld(), "admin");
    const named = { ctx: stranger.ctx, input: { invitationId } };
    expect((await getMembers({ ctx: stranger.ctx })).invitations).toEqual([]);
    await expect(resendInvitation(named)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(cancelInvitation(named)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(accept(await newestToken())).resolves.toBeDefined();
  });
});
