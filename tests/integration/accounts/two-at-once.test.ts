import { beforeEach, describe, expect, test } from "vitest";
import { logNegotiation } from "@/lib/accounts/log-negotiation";
import { updateAccount } from "@/lib/accounts/update-account";
import { updateContact } from "@/lib/accounts/update-contact";
import { updateNegotiation } from "@/lib/accounts/update-negotiation";
import type { Ctx } from "@/lib/auth/ctx";
import { saySentence } from "@/lib/i18n/say-sentence";
import { useTestDatabase } from "../../support/database";
import * as factory from "../../support/factories/accounts";
import { createContract } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();
let world: World;
beforeEach(async () => {
  world = await createWorld();
});

type Given = Record<string, unknown>;
type Verb = (call: { ctx: Ctx; input: unknown }) => Promise<unknown>;

/** A form as it was opened: what it showed goes along with what is typed over it. */
function formOf(verb: Verb, about: Given, shown: Given) {
  const save = (typed: Given, seen = JSON.stringify(shown)) =>
    verb({ ctx: world.ctx(), input: { ...about, ...shown, ...typed, seen } });
  const refused = async (typed: Given, seen?: string) => {
    const error = await save(typed, seen).then(
      () => null,
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: "CONFLICT", message: /nothing you typed is lost/ });
    return error as { fieldErrors: Record<string, string>; values: { seen: string } };
  };
  return { save, refused };
}

async function openAccount() {
  const owner = await factory.createEmployee(world, "Lone Berg");
  const held = { name: "Havn", industry: "Ports" };
  const { id } = await factory.createAccount(world, held);
  const shown = { ...held, region: "", ownerId: "" };
  const row = () =>
    world.in((tx) =>
      tx.account.findFirstOrThrow({ where: { workspaceId: world.workspace.id, id } }),
    );
  return { owner, row, form: formOf(updateAccount, { accountId: id }, shown) };
}

describe("two tabs with one account", () => {
  test("that change different fields keep both, and each is in the audit with its own alone", async () => {
    const { form, row } = await openAccount();
    await form.save({ industry: "Shipping" });
    await form.save({ region: "North" });
    expect(await row()).toMatchObject({ name: "Havn", industry: "Shipping", region: "North" });
    const audit = (await auditOf(world)).filter(({ verb }) => verb === "updateAccount");
    expect(audit.map(({ fields }) => fields)).toEqual([["region"], ["industry"]]);
  });

  test("that change the same field: the second is told what stands there and loses nothing; its next try is meant", async () => {
    const { form, row, owner } = await openAccount();
    await form.save({ industry: "Shipping", ownerId: owner.id, region: "South" });
    const other = await factory.createEmployee(world);
    const typed = { industry: "Cranes", ownerId: other.id };
    const { fieldErrors, values } = await form.refused(typed);
    expect(fieldErrors).toEqual({
      industry: expect.stringContaining("“Shipping”"),
      ownerId: expect.stringContaining("“Lone Berg”"),
    });
    expect(await row()).toMatchObject({ industry: "Shipping", ownerId: owner.id });
    await form.save(typed, values.seen);
    // What the second never touched is still the first one's.
    expect(await row()).toMatchObject({ ...typed, region: "South" });
  });

  test("that write the same are of one mind, and a field emptied meanwhile is called so", async () => {
    const { form, row } = await openAccount();
    await form.save({ industry: "Cranes" });
    await form.save({ industry: "Cranes", region: "North" });
    expect(await row()).toMatchObject({ industry: "Cranes", region: "North" });
    await updateAccount({ ctx: world.ctx(), input: { accountId: (await row()).id, industry: "" } });
    const { fieldErrors } = await form.refused({ industry: "Docks" });
    expect(fieldErrors.industry).toMatch(/emptied this meanwhile/);
  });

  test("that save at the same moment come one after the other", async () => {
    const { form, row } = await openAccount();
    const both = await Promise.allSettled(["A", "B"].map((industry) => form.save({ industry })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(["A", "B"]).toContain((await row()).industry);
  });

  test("a third change before the second try is told again", async () => {
    const { form } = await openAccount();
    await form.save({ industry: "Shipping" });
    const { values } = await form.refused({ industry: "Cranes" });
    await form.save({ industry: "Yards" }, values.seen);
    const { fieldErrors } = await form.refused({ industry: "Cranes" }, values.seen);
    expect(fieldErrors.industry).toContain("“Yards”");
  });
});

test("of a person the role is said in the reader's words, and an import's change is one like any other", async () => {
  const account = await factory.createAccount(world);
  const held = { firstName: "Lone", role: "user" } as const;
  const { id } = await factory.createContact(world, account.id, held);
  const shown = { ...held, title: "" };
  const form = formOf(updateContact, { contactId: id }, shown);
  const where = { workspaceId: world.workspace.id, id };
  await world.in((tx) =>
    tx.contact.updateMany({ where, data: { role: "decision_maker", title: "CFO" } }),
  );
  const { fieldErrors } = await form.refused({ role: "influencer" });
  expect(Object.keys(fieldErrors)).toEqual(["role"]);
  expect(fieldErrors.role).toContain("“Decision-maker”");
  expect(saySentence("da", fieldErrors.role ?? "")).toMatch(/^En anden skrev imens »Decision/);
  await form.save({ firstName: "Lotte" });
  const row = await world.in((tx) => tx.contact.findFirstOrThrow({ where }));
  expect(row).toMatchObject({ firstName: "Lotte", role: "decision_maker", title: "CFO" });
});

test("a negotiation's outcome and its day are one: neither is left of somebody else's", async () => {
  const account = await factory.createAccount(world);
  const terms = [{ from: "2026-01-13", to: "2027-01-13", yearlyMinor: 1_000 }];
  const { id: contractId } = await createContract(world, account.id, { terms });
  const shown = { openedOn: "2026-09-01", outcome: "open", closedOn: "", rounds: 2 };
  const input = { contractId, ...shown, discountAskedRatio: 0.12345 };
  const { id } = await logNegotiation({ ctx: world.ctx(), input });
  // The form shows shares with two decimals of a percent.
  const asShown = { ...shown, discountAskedRatio: 0.1235 };
  const form = formOf(updateNegotiation, { negotiationId: id }, asShown);
  const row = () =>
    world.in((tx) =>
      tx.renewalNegotiation.findFirstOrThrow({ where: { workspaceId: world.workspace.id, id } }),
    );
  await form.save({ outcome: "won", closedOn: "2026-09-30" });
  await form.save({ rounds: 3 });
  expect(await row()).toMatchObject({ outcome: "won", rounds: 3, discountAskedRatio: 0.12345 });
  const lost = { outcome: "lost", closedOn: "2026-09-20" };
  const { fieldErrors, values } = await form.refused(lost);
  expect(fieldErrors).toEqual({
    outcome: expect.stringContaining("“Signed”"),
    closedOn: expect.stringContaining("30 Sep 2026"),
  });
  await form.save(lost, values.seen);
  expect(await row()).toMatchObject({ outcome: "lost", rounds: 3 });
  expect((await row()).closedOn?.toISOString()).toContain("2026-09-20");
});

test("what a form says it saw must be what a form says", async () => {
  const { form } = await openAccount();
  await expect(form.save({ region: "North" }, "not JSON")).rejects.toMatchObject({
    issues: [{ path: ["seen"] }],
  });
});
