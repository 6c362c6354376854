import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { closeCase } from "@/lib/accounts/close-case";
import { closePromise } from "@/lib/accounts/close-promise";
import { handOverCase } from "@/lib/accounts/hand-over-case";
import { logNegotiation } from "@/lib/accounts/log-negotiation";
import { logPromise } from "@/lib/accounts/log-promise";
import { logTouch } from "@/lib/accounts/log-touch";
import { logWallet } from "@/lib/accounts/log-wallet";
import { openCase } from "@/lib/accounts/open-case";
import { reopenCase } from "@/lib/accounts/reopen-case";
import { updateNegotiation } from "@/lib/accounts/update-negotiation";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { getAccount } from "@/lib/loyalty/get-account";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { useTestDatabase } from "../../support/database";
import { createAccount, createEmployee, createProductType } from "../../support/factories/accounts";
import { createComplaint, createContract, createPurchases } from "../../support/factories/business";
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

function page(accountId: string) {
  return getAccount({ ctx: world.ctx(), input: { accountId } });
}

async function createAgreement(accountId: string) {
  return createContract(world, accountId, {
    autoRenews: true,
    noticeDays: 90,
    terms: [{ from: "2026-01-13", to: "2027-01-13", yearlyMinor: 1_000_000 }],
  });
}

type Ids = {
  accountId: string;
  contractId: string;
  promiseId: string;
  negotiationId: string;
  complaintId: string;
  solvedId: string;
  caseId: string;
  colleagueId: string;
};

async function makeIds(): Promise<Ids> {
  const { id: accountId } = await createAccount(world);
  const { id: contractId } = await createAgreement(accountId);
  const ctx = world.ctx();
  const promise = await logPromise({ ctx, input: { accountId, body: "A", dueOn: "2026-11-01" } });
  const round = { contractId, openedOn: "2026-09-01", outcome: "open" };
  const negotiation = await logNegotiation({ ctx, input: round });
  const opened = { accountId, note: "Ask Anne", dueOn: "2026-11-01" };
  const { id: caseId } = await openCase({ ctx, input: opened });
  const { id: colleagueId } = await createEmployee(world);
  const complaint = await createComplaint(world, accountId, { openedOn: "2026-09-01" });
  const solved = { openedOn: "2026-09-01", solvedOn: "2026-09-02" };
  return {
    ...{ accountId, contractId, promiseId: promise.id, negotiationId: negotiation.id },
    ...{ caseId, colleagueId },
    ...{
      complaintId: complaint.id,
      solvedId: (await createComplaint(world, accountId, solved)).id,
    },
  };
}

type Write = (call: { ctx: Ctx; input: unknown }) => Promise<unknown>;

const WRITES: [string, Write, (ids: Ids) => object][] = [
  ["logPromise", logPromise, ({ accountId }) => ({ accountId, body: "X", dueOn: AS_OF })],
  ["closePromise", closePromise, ({ promiseId }) => ({ promiseId, outcome: "kept" })],
  [
    "closeCase",
    closeCase,
    ({ complaintId: caseId }) => ({ kind: "complaint", caseId, note: "Sent a new invoice" }),
  ],
  ["handOverCase", handOverCase, ({ caseId, colleagueId: ownerId }) => ({ caseId, ownerId })],
  ["reopenCase", reopenCase, ({ solvedId: caseId }) => ({ kind: "complaint", caseId })],
  [
    "openCase",
    openCase,
    ({ accountId, complaintId }) => ({
      ...{ accountId, about: `complaint:${complaintId}`, note: "Ask Lone", dueOn: AS_OF },
    }),
  ],
  [
    "logWallet",
    logWallet,
    ({ accountId }) => ({
      ...{ accountId, yearlyLowMinor: 1, yearlyHighMinor: 2 },
      ...{ provenance: "asked", estimatedOn: AS_OF },
    }),
  ],
  [
    "logNegotiation",
    logNegotiation,
    ({ contractId }) => ({ contractId, openedOn: "2026-09-20", outcome: "open" }),
  ],
  [
    "updateNegotiation",
    updateNegotiation,
    ({ negotiationId }) => ({
      ...{ negotiationId, openedOn: "2026-09-01", outcome: "won", closedOn: "2026-10-01" },
    }),
  ],
];

describe.each(WRITES)("%s", (verb, write, inputOf) => {
  let ids: Ids;

  beforeAll(async () => {
    ids = await makeIds();
  });

  test("rejects a viewer", async () => {
    await expect(write({ ctx: world.ctx("viewer"), input: inputOf(ids) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("cannot touch another workspace", async () => {
    const before = await auditOf(other);
    await expect(write({ ctx: other.ctx(), input: inputOf(ids) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await auditOf(other)).toEqual(before);
  });

  test("refuses bad input", async () => {
    const wrong = {
      outcome: "maybe",
      dueOn: "soon",
      provenance: "guessed",
      kind: "folklore",
      ownerId: "me",
    };
    const input = { ...inputOf(ids), ...wrong };
    await expect(write({ ctx: world.ctx(), input })).rejects.toBeInstanceOf(ZodError);
  });

  test("writes one audit row and lets the facts be computed again", async () => {
    await page(ids.accountId);
    const before = (await auditOf(world)).length;
    await write({ ctx: world.ctx("account_manager"), input: inputOf(ids) });
    const entries = await auditOf(world);
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({ verb, actorType: "user" });
    const waiting = await world.in((tx) =>
      tx.factsChange.count({ where: { workspaceId: world.workspace.id } }),
    );
    expect(waiting).toBeGreaterThan(0);
  });
});

describe("a promise", () => {
  test("stands open on the page until it is closed, once", async () => {
    const { id: accountId } = await createAccount(world);
    const ctx = world.ctx("account_manager");
    const input = { accountId, body: "New invoice template", dueOn: "2026-10-20" };
    const { id } = await logPromise({ ctx, input });
    expect((await page(accountId)).promises).toMatchObject([
      { id, text: input.body, standing: "open", madeOn: AS_OF, dueOn: input.dueOn },
    ]);
    const close = () => closePromise({ ctx, input: { promiseId: id, outcome: "broken" } });
    await close();
    const after = await page(accountId);
    expect(after.promises).toMatchObject([{ standing: "broken", closedOn: AS_OF }]);
    expect(after.timeline.entries[0]).toMatchObject({ kind: "promise", isDone: false });
    await expect(close()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("of the past cannot be made", async () => {
    const { id: accountId } = await createAccount(world);
    const input = { accountId, body: "X", dueOn: "2026-10-01" };
    await expect(logPromise({ ctx: world.ctx(), input })).rejects.toMatchObject({
      fieldErrors: { dueOn: expect.any(String) },
    });
  });
});

describe("a complaint and a case", () => {
  async function createCase(accountId: string) {
    const id = newId();
    await world.in((tx) =>
      tx.caseFile.create({
        data: {
          ...{ workspaceId: world.workspace.id, id, accountId, signal: "answer" },
          openedAt: new Date("2026-09-20T10:00:00Z"),
          dueOn: new Date("2026-10-01"),
        },
      }),
    );
    return id;
  }

  test.each(["complaint", "case"] as const)(
    "%s is closed with what was done, once, and can be opened again",
    async (kind) => {
      const { id: accountId } = await createAccount(world);
      const caseId =
        kind === "case"
          ? await createCase(accountId)
          : (await createComplaint(world, accountId, { openedOn: "2026-09-20" })).id;
      const open = { id: caseId, kind, openedOn: "2026-09-20", closedOn: null, closedNote: null };
      expect((await page(accountId)).cases).toMatchObject([open]);
      const ctx = world.ctx("account_manager");
      const close = () => closeCase({ ctx, input: { kind, caseId, note: "Called Anne" } });
      await expect(closeCase({ ctx, input: { kind, caseId, note: " " } })).rejects.toThrow();
      await close();
      const closed = { closedOn: expect.any(String), closedNote: "Called Anne", isOverdue: false };
      expect((await page(accountId)).cases).toMatchObject([closed]);
      await expect(close()).rejects.toMatchObject({ code: "CONFLICT" });
      await reopenCase({ ctx, input: { kind, caseId } });
      expect((await page(accountId)).cases).toMatchObject([open]);
      const again = reopenCase({ ctx, input: { kind, caseId } });
      await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    },
  );
});

describe("a case opened by hand", () => {
  const due = { dueOn: "2026-10-09" };
  const open = (input: object, ctx = world.ctx("account_manager")) => openCase({ ctx, input });

  test("stands on the page with its owner and day, and lets the worklist line rest until then", async () => {
    const { id: accountId } = await createAccount(world);
    const owner = await createEmployee(world, "Ida Holm");
    const { id } = await open({ accountId, note: "Ask Lone", ownerId: owner.id, ...due });
    const { cases, timeline } = await page(accountId);
    expect(cases).toMatchObject([
      { id, kind: "case", text: "Ask Lone", owner: "Ida Holm", signal: "other", ...due },
    ]);
    expect(timeline.entries).toMatchObject([{ kind: "case", on: AS_OF, closedOn: null }]);
    const of = { ctx: world.ctx(), input: { ownerId: owner.id } };
    expect((await getPortfolio(of)).followUps.rows).toMatchObject([
      { id, account: { id: accountId } },
    ]);
  });

  test("is one follow-up on one signal, also where two open it at once", async () => {
    const { id: accountId } = await createAccount(world);
    const complaint = await createComplaint(world, accountId, { openedOn: "2026-09-20" });
    for (const about of [`complaint:${complaint.id}`, "silence", "other"]) {
      const input = { accountId, about, note: "Ask Lone", ...due };
      const both = await Promise.allSettled([open(input), open(input)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      await expect(open(input)).rejects.toMatchObject({ code: "CONFLICT" });
    }
    await open({ accountId, note: "Something else", ...due });
    const { cases } = await page(accountId);
    expect(cases).toHaveLength(5);
    expect(cases.find(({ kind }) => kind === "complaint")).toMatchObject({ isFollowedUp: true });
  });

  test("is about a signal of the account, looked after by a colleague, and due today or later", async () => {
    const { id: accountId } = await createAccount(world);
    const elsewhere = await createAccount(world);
    const complaint = await createComplaint(world, elsewhere.id, { openedOn: "2026-09-20" });
    const stranger = await createEmployee(other);
    const input = { accountId, note: "Ask Lone", ...due };
    const wrong: [string, object][] = [
      ["about", { about: `complaint:${complaint.id}` }],
      ["about", { about: `answer:${newId()}` }],
      ["ownerId", { ownerId: stranger.id }],
      ["dueOn", { dueOn: "2026-10-01" }],
    ];
    for (const [field, more] of wrong)
      await expect(open({ ...input, ...more })).rejects.toMatchObject({
        fieldErrors: { [field]: expect.any(String) },
      });
    await expect(open({ ...input, about: "folklore" })).rejects.toBeInstanceOf(ZodError);
    await expect(open({ ...input, note: " " })).rejects.toBeInstanceOf(ZodError);
    expect((await page(accountId)).cases).toEqual([]);
  });
});

test("the timeline tells what was said and what comes next", async () => {
  const { id: accountId } = await createAccount(world);
  const touch = { accountId, kind: "call", happenedOn: AS_OF, note: "Asked for a new invoice" };
  const next = { nextStep: "Send it to Lone", nextStepOn: "2026-10-05" };
  await logTouch({ ctx: world.ctx(), input: { ...touch, ...next } });
  expect((await page(accountId)).timeline.entries).toMatchObject([
    { kind: "touch", text: touch.note, nextStep: next.nextStep, dueOn: next.nextStepOn },
  ]);
});

describe("a wallet estimate", () => {
  test("gives the share of wallet its range, with where it comes from", async () => {
    const { id: accountId } = await createAccount(world);
    await createPurchases(world, accountId, [{ on: "2026-06-01", amountMinor: 500_000 }]);
    const input = { accountId, provenance: "asked", estimatedOn: "2026-10-01" };
    const range = { yearlyLowMinor: 1_000_000, yearlyHighMinor: 2_000_000 };
    await logWallet({ ctx: world.ctx(), input: { ...input, ...range } });
    const { shareOfWallet, wallets } = await page(accountId);
    expect(shareOfWallet).toMatchObject({ low: 0.25, high: 0.5, provenance: "asked" });
    expect(wallets).toMatchObject([{ productType: null, lowMinor: 1_000_000, on: "2026-10-01" }]);
  });

  test("has its ends in order, a type of the workspace and a day that has come", async () => {
    const { id: accountId } = await createAccount(world);
    const strange = await createProductType(other);
    const input = {
      ...{ accountId, provenance: "estimated", estimatedOn: AS_OF },
      ...{ yearlyLowMinor: 2, yearlyHighMinor: 3 },
    };
    const log = (more: object) => logWallet({ ctx: world.ctx(), input: { ...input, ...more } });
    await expect(log({ yearlyHighMinor: 1 })).rejects.toBeInstanceOf(ZodError);
    await expect(log({ yearlyLowMinor: Number.NaN })).rejects.toBeInstanceOf(ZodError);
    await expect(log({ productTypeId: strange.id })).rejects.toMatchObject({
      fieldErrors: { productTypeId: expect.any(String) },
    });
    await expect(log({ estimatedOn: "2026-10-03" })).rejects.toMatchObject({
      fieldErrors: { estimatedOn: expect.any(String) },
    });
  });
});

describe("a negotiation", () => {
  test("names its rival on the signal, goes on and ends", async () => {
    const { id: accountId } = await createAccount(world);
    const { id: contractId } = await createAgreement(accountId);
    const round = { openedOn: "2026-09-01", rounds: "2", discountAskedRatio: 0.12 };
    const { id } = await logNegotiation({
      ctx: world.ctx(),
      input: { contractId, ...round, rival: "Pumpex", outcome: "open" },
    });
    const open = await page(accountId);
    expect(open.signalCodes).toContain("S3");
    expect(open.negotiations).toMatchObject([
      { id, contractId, daysOpen: 31, rounds: 2, discountAsked: 0.12, outcome: "open" },
    ]);
    await updateNegotiation({
      ctx: world.ctx(),
      input: {
        ...{ negotiationId: id, ...round, rounds: 3, discountGrantedRatio: 0.05 },
        ...{ outcome: "won", closedOn: "2026-09-30", rival: "" },
      },
    });
    const won = await page(accountId);
    expect(won.negotiations).toMatchObject([
      { rounds: 3, discountGranted: 0.05, rival: null, outcome: "won", daysOpen: 29 },
    ]);
    expect(won.signalCodes).not.toContain("S3");
    const kind = { accountId, kind: "negotiation" };
    const { timeline } = await getAccount({ ctx: world.ctx(), input: kind });
    expect(timeline.entries).toMatchObject([{ id, kind: "negotiation", isDone: true }]);
  });

  test("that ended has its day, after it began, and an open one has none", async () => {
    const { id: accountId } = await createAccount(world);
    const { id: contractId } = await createAgreement(accountId);
    const log = (more: object) =>
      logNegotiation({
        ctx: world.ctx(),
        input: { contractId, openedOn: "2026-09-01", outcome: "won", ...more },
      });
    await expect(log({})).rejects.toBeInstanceOf(ZodError);
    await expect(log({ outcome: "open", closedOn: "2026-09-02" })).rejects.toThrow(ZodError);
    await expect(log({ closedOn: "2026-08-31" })).rejects.toBeInstanceOf(ZodError);
    await expect(log({ closedOn: "2026-10-03" })).rejects.toMatchObject({
      fieldErrors: { closedOn: expect.any(String) },
    });
  });
});

describe("parent and sites", () => {
  test("are told with every money counted once, whoever decides", async () => {
    const parent = await createAccount(world, { decidesForSites: true });
    const site = await createAccount(world, { parentId: parent.id });
    await createAgreement(site.id);
    const pooled = (await page(site.id)).family;
    expect(pooled?.runningMinor).toBe(1_000_000);
    expect(pooled?.members).toMatchObject([
      { account: { id: parent.id }, isParent: true, runningMinor: 1_000_000, countedIn: null },
      { account: { id: site.id }, isHere: true, runningMinor: null, countedIn: { id: parent.id } },
    ]);
    const alone = await createAccount(world);
    expect((await page(alone.id)).family).toBeNull();
  });

  test("an account of another workspace is not found", async () => {
    const call = getAccount({ ctx: other.ctx(), input: { accountId: newId() } });
    await expect(call).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
