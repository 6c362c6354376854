import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { createAccount } from "@/lib/accounts/create-account";
import { createContact } from "@/lib/accounts/create-contact";
import { leaveContact } from "@/lib/accounts/leave-contact";
import { listOwners } from "@/lib/accounts/list-owners";
import { logTouch } from "@/lib/accounts/log-touch";
import { updateAccount } from "@/lib/accounts/update-account";
import { updateContact } from "@/lib/accounts/update-contact";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber, isoDate } from "@/lib/format/calendar";
import { useTestDatabase } from "../../support/database";
import * as factory from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const AS_OF = "2026-10-02";
let world: World;
let other: World;

beforeAll(async () => {
  world = await createWorld({ asOf: AS_OF });
  other = await createWorld({ asOf: AS_OF });
});

function accountRow(id: string) {
  return world.in((tx) =>
    tx.account.findFirstOrThrow({ where: { workspaceId: world.workspace.id, id } }),
  );
}

function assess(accountId: string) {
  return withFacts(world.ctx(), async (_tx, facts) =>
    assessAt(facts, dayNumber(AS_OF)).get(facts.unitOfAccount.get(accountId) ?? ""),
  );
}

/** Every verb that writes, with an input that is right but for the account or person it names. */
const WRITES: [
  string,
  (call: { ctx: Ctx; input: unknown }) => Promise<unknown>,
  (ids: { accountId: string; contactId: string }) => object,
][] = [
  [
    "createAccount",
    createAccount,
    ({ accountId }) => ({ name: "X", currency: "DKK", parentId: accountId }),
  ],
  ["updateAccount", updateAccount, ({ accountId }) => ({ accountId, name: "X" })],
  ["createContact", createContact, ({ accountId }) => ({ accountId, lastName: "X" })],
  ["updateContact", updateContact, ({ contactId }) => ({ contactId, lastName: "X" })],
  ["leaveContact", leaveContact, ({ contactId }) => ({ contactId, leftOn: AS_OF })],
  ["logTouch", logTouch, ({ accountId }) => ({ accountId, kind: "call", happenedOn: AS_OF })],
];

describe.each(WRITES)("%s", (verb, write, inputOf) => {
  let ids: { accountId: string; contactId: string };

  beforeAll(async () => {
    const account = await factory.createAccount(world);
    const contact = await factory.createContact(world, account.id);
    ids = { accountId: account.id, contactId: contact.id };
  });

  test("writes one audit row and lets the facts be computed again", async () => {
    await write({ ctx: world.ctx("account_manager"), input: inputOf(ids) });
    const [entry] = await auditOf(world);
    expect(entry).toMatchObject({ verb, actorType: "user" });
    const waiting = await world.in((tx) =>
      tx.factsChange.count({ where: { workspaceId: world.workspace.id } }),
    );
    expect(waiting).toBeGreaterThan(0);
  });

  test("rejects a viewer", async () => {
    await expect(write({ ctx: world.ctx("viewer"), input: inputOf(ids) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("cannot touch another workspace", async () => {
    const before = await auditOf(other);
    const call = write({ ctx: other.ctx(), input: inputOf(ids) });
    await expect(call).rejects.toMatchObject({
      code: verb === "createAccount" ? "INVALID_INPUT" : "NOT_FOUND",
    });
    expect(await auditOf(other)).toEqual(before);
  });

  test("refuses bad input", async () => {
    const bad = { accountId: "x", contactId: "x", name: "" };
    await expect(write({ ctx: world.ctx(), input: bad })).rejects.toBeInstanceOf(ZodError);
  });
});

describe("an account", () => {
  test("that is new gets the next ordinal, and was handed over by nobody", async () => {
    const owner = await factory.createEmployee(world);
    const input = { currency: "SEK", ownerId: owner.id, externalId: "K-1" };
    const one = await createAccount({ ctx: world.ctx(), input: { ...input, name: "One" } });
    const two = await createAccount({ ctx: world.ctx(), input: { name: "Two", currency: "SEK" } });
    const [first, second] = [await accountRow(one.id), await accountRow(two.id)];
    expect(second.ordinal).toBe(first.ordinal + 1);
    expect(first).toMatchObject({ ownerId: owner.id, ownerSince: null });
    await expect(
      createAccount({ ctx: world.ctx(), input: { ...input, name: "Again" } }),
    ).rejects.toMatchObject({ code: "CONFLICT", fieldErrors: { externalId: expect.any(String) } });
  });

  test("keeps what is not sent, and notes since when it has its new owner", async () => {
    const owner = await factory.createEmployee(world);
    const { id: ownerId } = await factory.createEmployee(world);
    const given = { region: "North", industry: "Ports", ownerId };
    const { id } = await factory.createAccount(world, given);
    const input = { accountId: id, region: "", ownerId: owner.id };
    await updateAccount({ ctx: world.ctx(), input });
    const row = await accountRow(id);
    expect(row).toMatchObject({ region: null, industry: "Ports", ownerId: owner.id });
    expect(row.ownerSince && isoDate(row.ownerSince)).toBe(AS_OF);
  });

  test("cannot be put below itself or below one of its own sites", async () => {
    const parent = await factory.createAccount(world);
    const site = await factory.createAccount(world, { parentId: parent.id });
    for (const parentId of [parent.id, site.id])
      await expect(
        updateAccount({ ctx: world.ctx(), input: { accountId: parent.id, parentId } }),
      ).rejects.toMatchObject({ fieldErrors: { parentId: expect.any(String) } });
  });

  test("refuses an owner of another workspace", async () => {
    const stranger = await factory.createEmployee(other);
    const { id } = await factory.createAccount(world);
    await expect(
      updateAccount({ ctx: world.ctx(), input: { accountId: id, ownerId: stranger.id } }),
    ).rejects.toMatchObject({ fieldErrors: { ownerId: expect.any(String) } });
  });

  test("that decides for its sites from now on takes their money into its own dot", async () => {
    const parent = await factory.createAccount(world);
    const site = await factory.createAccount(world, { parentId: parent.id });
    await createContract(world, site.id, {
      terms: [{ from: "2025-01-01", to: "2028-01-01", yearlyMinor: 700_000 }],
    });
    expect((await assess(parent.id))?.revenue.runningMinor).toBe(0);
    const input = { accountId: parent.id, decidesForSites: "on" };
    await updateAccount({ ctx: world.ctx(), input });
    expect((await assess(parent.id))?.revenue.runningMinor).toBe(700_000);
    expect((await assess(site.id))?.accountId).toBe(parent.id);
  });
});

describe("a person", () => {
  test("who left counts no more from that day, and keeps the answers given", async () => {
    const survey = await createSurvey(world);
    const { id: accountId } = await factory.createAccount(world);
    await createContract(world, accountId, {
      terms: [{ from: "2025-01-01", to: "2028-01-01", yearlyMinor: 700_000 }],
    });
    const contact = await factory.createContact(world, accountId);
    await createAnswer(world, survey, contact, { on: "2026-09-01", value: 9 });
    expect((await assess(accountId))?.attitude.score).toBe(0.7);
    const input = { contactId: contact.id, leftOn: "2026-10-01" };
    await leaveContact({ ctx: world.ctx(), input });
    expect((await assess(accountId))?.attitude.score).toBeNull();
    const answers = await world.in((tx) =>
      tx.responseEvent.count({ where: { workspaceId: world.workspace.id, contactId: contact.id } }),
    );
    expect(answers).toBe(1);
  });

  test("cannot leave tomorrow", async () => {
    const account = await factory.createAccount(world);
    const contact = await factory.createContact(world, account.id);
    await expect(
      leaveContact({ ctx: world.ctx(), input: { contactId: contact.id, leftOn: "2026-10-03" } }),
    ).rejects.toMatchObject({ fieldErrors: { leftOn: expect.any(String) } });
  });

  test("changes role at once: a decision-maker's answer fills the dot", async () => {
    const survey = await createSurvey(world);
    const { id: accountId } = await factory.createAccount(world);
    const contact = await factory.createContact(world, accountId, { role: "user" });
    await createAnswer(world, survey, contact, { on: "2026-09-01", value: 9 });
    expect((await assess(accountId))?.attitude.mark).toBe("ring");
    const input = { contactId: contact.id, role: "decision_maker" };
    await updateContact({ ctx: world.ctx(), input });
    expect((await assess(accountId))?.attitude.mark).toBe("filled");
  });
});

describe("a logged call", () => {
  test("is a sign from the customer when both took part, a note is not", async () => {
    const { id: accountId } = await factory.createAccount(world);
    const ctx = world.ctx("account_manager");
    const touch = { accountId, kind: "note", happenedOn: "2026-10-01", note: "Thought of them" };
    await logTouch({ ctx, input: touch });
    expect((await assess(accountId))?.hearing.lastHeardDay).toBeNull();
    await logTouch({ ctx, input: { ...touch, kind: "call", isTwoWay: "on" } });
    expect((await assess(accountId))?.hearing.lastHeardDay).toBe(dayNumber("2026-10-01"));
  });

  test("cannot lie in the future or name a person of another account", async () => {
    const { id: accountId } = await factory.createAccount(world);
    const elsewhere = await factory.createAccount(world);
    const stranger = await factory.createContact(world, elsewhere.id);
    const touch = { accountId, kind: "call", happenedOn: AS_OF };
    const log = (more: object) => logTouch({ ctx: world.ctx(), input: { ...touch, ...more } });
    await expect(log({ happenedOn: "2026-10-03" })).rejects.toMatchObject({
      fieldErrors: { happenedOn: expect.any(String) },
    });
    await expect(log({ contactId: stranger.id })).rejects.toMatchObject({
      fieldErrors: { contactId: expect.any(String) },
    });
  });
});

test("owners are the colleagues of this workspace who have not left", async () => {
  const fresh = await createWorld();
  const here = await factory.createEmployee(fresh, "Anna");
  const gone = await factory.createEmployee(fresh, "Bo");
  await fresh.in((tx) =>
    tx.employee.update({
      where: { workspaceId_id: { workspaceId: fresh.workspace.id, id: gone.id } },
      data: { leftOn: new Date("2026-01-01") },
    }),
  );
  expect(await listOwners({ ctx: fresh.ctx("viewer") })).toEqual([{ id: here.id, name: "Anna" }]);
  const actor = { type: "respondent", invitationId: newId() } as const;
  await expect(listOwners({ ctx: { ...fresh.ctx(), actor } })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a text the database takes in no form is the sender's fault, in words", async () => {
  const input = { name: "A\0B", currency: "DKK", attributes: '{"a":"\\u0000"}' };
  await expect(createAccount({ ctx: world.ctx(), input })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  const inJson = { ...input, name: "AB" };
  await expect(createAccount({ ctx: world.ctx(), input: inJson })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
