import { beforeEach, describe, expect, it } from "vitest";
import { userOfSession } from "@/lib/auth/session";
import { newId } from "@/lib/db/new-id";
import { addMember } from "@/lib/workspaces/add-member";
import { changeRole } from "@/lib/workspaces/change-role";
import { getMembers } from "@/lib/workspaces/get-members";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { removeMember } from "@/lib/workspaces/remove-member";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { auditOf, joinWorld, type Person } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

let world: World;
let admin: Person;
let manager: Person;
let viewer: Person;

function isLive(person: Person) {
  return userOfSession(person.sessionId, new Date()).then((user) => user !== null);
}

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world, "admin", { name: "Ada" });
  manager = await joinWorld(world, "account_manager", { name: "Bo" });
  viewer = await joinWorld(world, "viewer", { name: "Cleo" });
});

describe("the list of members", () => {
  it("shows every member with role and number of accounts, to every role", async () => {
    await createAccount(world, { ownerId: manager.employeeId });
    const view = await getMembers({ ctx: viewer.ctx });
    expect(view.canManage).toBe(false);
    expect(view.members.map(({ name, role, accounts }) => [name, role, accounts])).toEqual([
      ["Ada", "admin", 0],
      ["Bo", "account_manager", 1],
      ["Cleo", "viewer", 0],
    ]);
  });

  it("shows nobody of another workspace", async () => {
    const other = await createWorld();
    const stranger = await joinWorld(other, "admin", { name: "Dan" });
    const view = await getMembers({ ctx: stranger.ctx });
    expect(view.members.map((member) => member.name)).toEqual(["Dan"]);
  });

  it("is not for respondents", async () => {
    const ctx = { ...viewer.ctx, actor: { type: "respondent", invitationId: newId() } as const };
    await expect(getMembers({ ctx })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a new member", () => {
  it("becomes the employee who has the same address already", async () => {
    const { id } = await world.in((tx) =>
      tx.employee.create({
        data: {
          workspaceId: world.workspace.id,
          id: newId(),
          name: "Eva from the import",
          email: "eva@nordlys.example",
        },
      }),
    );
    const input = { email: "Eva@nordlys.example", name: "Eva", role: "viewer" } as const;
    const added = await addMember({ ctx: admin.ctx, input });
    expect(added.employeeId).toBe(id);
    const [audit] = await auditOf(world);
    expect(audit).toMatchObject({ verb: "addMember", subjectId: added.userId });
  });

  it("of a second workspace stays one user, and keeps the password", async () => {
    const other = await createWorld({ name: "Other" });
    const boss = await joinWorld(other, "admin");
    const input = { email: manager.email, name: "Bo B.", role: "viewer" } as const;
    const added = await addMember({ ctx: boss.ctx, input });
    expect(added.userId).toBe(manager.userId);
    const mine = await listMyWorkspaces({ userId: manager.userId });
    expect(mine.map(({ name, role }) => [name, role])).toEqual([
      ["Nordlys", "account_manager"],
      ["Other", "viewer"],
    ]);
  });

  it("cannot be added twice, with a wrong role, or by a viewer", async () => {
    const input = { email: manager.email, name: "Bo", role: "viewer" } as const;
    await expect(addMember({ ctx: admin.ctx, input })).rejects.toMatchObject({ code: "CONFLICT" });
    const wrong = { ...input, role: "owner" } as never;
    await expect(addMember({ ctx: admin.ctx, input: wrong })).rejects.toMatchObject({
      issues: [{ path: ["role"] }],
    });
    await expect(addMember({ ctx: viewer.ctx, input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("another role", () => {
  it("is written down, audited, and ends that person's sessions and nobody else's", async () => {
    const input = { userId: manager.userId, role: "viewer" };
    await changeRole({ ctx: admin.ctx, input });
    const [membership] = await listMyWorkspaces({ userId: manager.userId });
    expect(membership?.role).toBe("viewer");
    expect(await isLive(manager)).toBe(false);
    expect(await isLive(admin)).toBe(true);
    const [audit] = await auditOf(world);
    expect(audit).toMatchObject({
      verb: "changeRole",
      subjectId: manager.userId,
      actorId: admin.userId,
      fields: ["role"],
    });
  });

  it("that is the present one ends nothing", async () => {
    await changeRole({ ctx: admin.ctx, input: { userId: viewer.userId, role: "viewer" } });
    expect(await isLive(viewer)).toBe(true);
    expect(await auditOf(world)).toEqual([]);
  });

  it("is refused to a viewer and to an account manager", async () => {
    const input = { userId: viewer.userId, role: "admin" };
    for (const { ctx } of [viewer, manager]) {
      await expect(changeRole({ ctx, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("cannot be given to a member of another workspace, who is not found", async () => {
    const other = await joinWorld(await createWorld(), "admin");
    const input = { userId: manager.userId, role: "viewer" };
    await expect(changeRole({ ctx: other.ctx, input })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await isLive(manager)).toBe(true);
  });

  it("says what is wrong with a made-up member or role", async () => {
    const input = { userId: "x", role: "king" };
    await expect(changeRole({ ctx: admin.ctx, input })).rejects.toMatchObject({
      issues: [{ path: ["userId"] }, { path: ["role"] }],
    });
  });
});

describe("the last admin", () => {
  it("can be neither demoted nor removed", async () => {
    const { ctx, userId } = admin;
    for (const attempt of [
      () => changeRole({ ctx, input: { userId, role: "viewer" } }),
      () => removeMember({ ctx, input: { userId } }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "CONFLICT" });
    }
    expect(await isLive(admin)).toBe(true);
  });

  it("remains even when two admins demote each other at the same moment", async () => {
    const second = await joinWorld(world, "admin");
    const results = await Promise.allSettled([
      changeRole({ ctx: admin.ctx, input: { userId: second.userId, role: "viewer" } }),
      changeRole({ ctx: second.ctx, input: { userId: admin.userId, role: "viewer" } }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const { members } = await getMembers({ ctx: viewer.ctx });
    expect(members.filter((member) => member.role === "admin")).toHaveLength(1);
  });
});

describe("removal", () => {
  it("ends sessions and membership, and leaves the employee with the accounts", async () => {
    const account = await createAccount(world, { ownerId: manager.employeeId });
    await removeMember({ ctx: admin.ctx, input: { userId: manager.userId } });
    expect(await isLive(manager)).toBe(false);
    expect(await listMyWorkspaces({ userId: manager.userId })).toEqual([]);
    const rows = await world.in(async (tx) => ({
      employee: await tx.employee.findFirst({ where: { userId: manager.userId } }),
      account: await tx.account.findFirst({ where: { id: account.id } }),
    }));
    expect(rows.employee?.leftOn).not.toBeNull();
    expect(rows.account?.ownerId).toBe(manager.employeeId);
    const [audit] = await auditOf(world);
    expect(audit).toMatchObject({ verb: "removeMember", subjectId: manager.userId });
  });

  it("is undone by adding the person again: the same employee is back", async () => {
    await removeMember({ ctx: admin.ctx, input: { userId: manager.userId } });
    const input = { email: manager.email, name: "Bo", role: "account_manager" } as const;
    const added = await addMember({ ctx: admin.ctx, input });
    expect(added.employeeId).toBe(manager.employeeId);
    const employee = await world.in((tx) =>
      tx.employee.findFirst({ where: { userId: manager.userId } }),
    );
    expect(employee?.leftOn).toBeNull();
  });

  it("is refused to a viewer, and nobody of another workspace is found", async () => {
    const input = { userId: manager.userId };
    await expect(removeMember({ ctx: viewer.ctx, input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const other = await joinWorld(await createWorld(), "admin");
    await expect(removeMember({ ctx: other.ctx, input })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(removeMember({ ctx: admin.ctx, input: {} })).rejects.toMatchObject({
      issues: [{ path: ["userId"] }],
    });
  });
});
