import { expect, test } from "vitest";
import { setContactRoles } from "@/lib/accounts/set-contact-roles";
import { listUnknownRoles } from "@/lib/loyalty/list-unknown-roles";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createContract } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

async function account(world: World, name: string, yearlyMinor: number) {
  const made = await createAccount(world, { name });
  await createContract(world, made.id, {
    terms: [{ from: "2026-01-01", to: "2026-12-31", yearlyMinor }],
  });
  return made;
}

const unknown = (world: World, accountId: string, title: string, more = {}) =>
  createContact(world, accountId, { role: null, title, firstName: title, lastName: "", ...more });

/** A small account whose decision-maker is known, a large one without, and one that buys nothing. */
async function story() {
  const world = await createWorld();
  const small = await account(world, "Small", 1_000_000);
  const large = await account(world, "Large", 3_000_000);
  const idle = await createAccount(world, { name: "Idle" });
  await createContact(world, small.id);
  const director = await unknown(world, large.id, "Direktør");
  const clerk = await unknown(world, small.id, "Kontorassistent");
  const other = await unknown(world, large.id, "Other");
  await unknown(world, large.id, "CEO", { leftOn: "2026-01-31" });
  await unknown(world, idle.id, "CEO");
  return { world, director, clerk, other };
}

test("people without a role are listed from the largest account on, with what their title says", async () => {
  const { world } = await story();
  const list = await listUnknownRoles({ ctx: world.ctx("viewer"), input: {} });
  expect(
    list.rows.map(({ title, guess, account: { name }, hasDecider, runningMinor }) => [
      name,
      title,
      guess,
      hasDecider,
      runningMinor,
    ]),
  ).toEqual([
    ["Large", "Direktør", "decision_maker", false, 3_000_000],
    ["Large", "Other", null, false, 3_000_000],
    ["Small", "Kontorassistent", "user", true, 1_000_000],
  ]);
  expect(list).toMatchObject({
    total: 3,
    decidedShare: 0.25,
    shareWithGuesses: 1,
    canSet: false,
  });
});

test("what is confirmed is recorded at once, counts in the share, and is never written over", async () => {
  const { world, director, clerk, other } = await story();
  const ctx = world.ctx("account_manager");
  const roles = [
    { contactId: director.id, role: "decision_maker" },
    { contactId: clerk.id, role: "user" },
  ];
  expect(await setContactRoles({ ctx, input: { roles } })).toEqual({ set: 2 });
  expect(await listUnknownRoles({ ctx, input: {} })).toMatchObject({
    rows: [{ contactId: other.id }],
    decidedShare: 1,
    canSet: true,
  });
  const again = [{ contactId: director.id, role: "user" }];
  expect(await setContactRoles({ ctx, input: { roles: again } })).toEqual({ set: 0 });
  const kept = await world.in((tx) =>
    tx.contact.findFirstOrThrow({ where: { workspaceId: world.workspace.id, id: director.id } }),
  );
  expect(kept.role).toBe("decision_maker");
  const audit = (await auditOf(world)).filter(({ verb }) => verb === "setContactRoles");
  expect(audit).toMatchObject([{ subjectType: "contact", fields: ["role", "changed:2"] }]);
});

test("a viewer may not, a role that is none is refused, and another workspace's people stay", async () => {
  const { world, director } = await story();
  const roles = [{ contactId: director.id, role: "decision_maker" }];
  await expect(
    setContactRoles({ ctx: world.ctx("viewer"), input: { roles } }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  const odd = [{ contactId: director.id, role: "boss" }];
  await expect(setContactRoles({ ctx: world.ctx(), input: { roles: odd } })).rejects.toThrow();
  await expect(setContactRoles({ ctx: world.ctx(), input: { roles: [] } })).rejects.toThrow();
  const elsewhere = await createWorld();
  expect(await setContactRoles({ ctx: elsewhere.ctx(), input: { roles } })).toEqual({ set: 0 });
  expect((await listUnknownRoles({ ctx: world.ctx(), input: {} })).total).toBe(3);
  const empty = await listUnknownRoles({ ctx: elsewhere.ctx(), input: { page: "x" } });
  expect(empty).toMatchObject({ rows: [], total: 0, decidedShare: null, shareWithGuesses: null });
});
