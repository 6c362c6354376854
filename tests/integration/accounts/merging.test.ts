import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { mergeAccounts } from "@/lib/accounts/merge/merge-accounts";
import { MERGE_PARTS } from "@/lib/accounts/merge/merge-parts";
import { previewMerge } from "@/lib/accounts/merge/preview-merge";
import { undoMerge } from "@/lib/accounts/merge/undo-merge";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/new-id";
import { resolveAccounts } from "@/lib/imports/kinds/resolve-accounts";
import type { WriteCall } from "@/lib/imports/rows/row-statements";
import { getAccount } from "@/lib/loyalty/get-account";
import { searchAccounts } from "@/lib/loyalty/search-accounts";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createInvitation, createSurvey } from "../../support/factories/answers";
import {
  createChurnEvent,
  createComplaint,
  createContract,
  createNegotiation,
  createPromise,
  createPurchases,
  createWallet,
} from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, stamps, type World } from "../../support/factories/world";

const { query } = useTestDatabase();

const AS_OF = "2026-10-02";
let world: World;
let other: World;
let kept: { id: string; name: string };
let merged: { id: string; name: string };
let site: { id: string; name: string };

/** An account with a row of every kind that names one. */
async function createFull(name: string, externalId: string) {
  const { id } = await createAccount(world, { name });
  const survey = await createSurvey(world);
  const signer = await createContact(world, id);
  await createInvitation(world, survey, signer, { deliveredOn: "2026-09-01" });
  await createAnswer(world, survey, signer, { on: "2026-09-10", value: name === "Kept" ? 10 : 3 });
  const terms = [{ from: "2026-01-13", to: "2027-01-13", yearlyMinor: 1_000_000 }];
  const contract = await createContract(world, id, { autoRenews: true, noticeDays: 90, terms });
  const contractId = contract.id;
  await createNegotiation(world, id, { contractId, openedOn: "2026-09-01", rival: "Pumpex" });
  await createPurchases(world, id, [{ on: "2026-06-01", amountMinor: 50_000 }]);
  await createComplaint(world, id, { openedOn: "2026-09-01" });
  await createPromise(world, id, { madeOn: "2026-09-01", dueOn: "2026-09-15" });
  await createWallet(world, id, { on: "2026-05-01", lowMinor: 2_000_000, highMinor: 3_000_000 });
  await createChurnEvent(world, id, { on: "2026-03-01", kind: "shrunk" });
  await world.in(async (tx) => {
    const { workspaceId } = stamps(world);
    await tx.account.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { externalId, source: "crm" },
    });
    await tx.touch.create({
      data: {
        ...{ ...stamps(world), accountId: id, kind: "call", isTwoWay: true },
        happenedOn: new Date("2026-09-20"),
      },
    });
    const { createdAt: _, ...stamp } = stamps(world);
    await tx.caseFile.create({
      data: {
        ...{ ...stamp, accountId: id, signal: "below_line" },
        ...{ openedAt: new Date("2026-09-12"), dueOn: new Date("2026-10-12") },
      },
    });
  });
  await world.changed(id);
  return { id, name };
}

beforeAll(async () => {
  other = await createWorld({ asOf: AS_OF });
});

beforeEach(async () => {
  world = await createWorld({ asOf: AS_OF });
  kept = await createFull("Kept", `K-${world.workspace.id}`);
  merged = await createFull("Merged", `M-${world.workspace.id}`);
  site = await createAccount(world, { name: "Site", parentId: merged.id });
});

const merge = () =>
  mergeAccounts({ ctx: world.ctx(), input: { keptId: kept.id, mergedId: merged.id } });

/** Every row of every table that may move, as the database has it. */
async function allRows() {
  const tables = [...new Set(MERGE_PARTS.map((part) => part.split(".")[0] ?? ""))];
  const rows: [string, unknown][] = [];
  await world.in(async (tx) => {
    for (const table of tables)
      rows.push([
        table,
        await tx.$queryRaw`
          SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t
          WHERE workspace_id = ${world.workspace.id}::uuid ORDER BY id`,
      ]);
  });
  return rows;
}

async function figures() {
  const ctx = world.ctx();
  const list = await searchAccounts({ ctx, input: { sort: "name" } });
  const pages = await Promise.all(
    [kept, merged, site].map(({ id }) => getAccount({ ctx, input: { accountId: id } })),
  );
  return {
    rows: list.rows,
    pages: pages.map(({ epoch: _, ...page }) => page),
  };
}

describe("merging two accounts", () => {
  test("moves every kind of row, and the figures are those of one account", async () => {
    const before = await figures();
    await merge();
    const after = await figures();
    expect(after.rows.map(({ name }) => name)).toEqual(["Kept", "Site"]);
    const [keptRow] = after.rows;
    const sum = (rows: typeof before.rows) =>
      rows.reduce((total, { runningMinor }) => total + runningMinor, 0);
    expect(keptRow?.runningMinor).toBe(sum(before.rows));
    const [page, same] = after.pages;
    expect(page?.people).toHaveLength(2);
    expect(page?.contracts).toHaveLength(2);
    expect(page?.attitude.ways.leastConvinced).toBe(before.pages[1]?.attitude.ways.leastConvinced);
    expect(page?.promises).toHaveLength(2);
    expect(page?.merges).toMatchObject([{ name: "Merged" }]);
    expect(same?.id).toBe(kept.id);
    const left = await world.in((tx) =>
      tx.contact.count({ where: { workspaceId: world.workspace.id, accountId: merged.id } }),
    );
    expect(left).toBe(0);
  });

  test("and undoing it leaves every row as it was, and every figure", async () => {
    const [rows, seen] = [await allRows(), await figures()];
    const { id } = await merge();
    expect(await allRows()).not.toEqual(rows);
    await undoMerge({ ctx: world.ctx(), input: { mergeId: id } });
    expect(await allRows()).toEqual(rows);
    expect(await figures()).toEqual(seen);
  });

  test("what came since stays with the account that was kept", async () => {
    const { id } = await merge();
    const newcomer = await createContact(world, kept.id, { lastName: "Newcomer" });
    await undoMerge({ ctx: world.ctx(), input: { mergeId: id } });
    const row = await world.in((tx) =>
      tx.contact.findFirstOrThrow({
        where: { workspaceId: world.workspace.id, id: newcomer.id },
      }),
    );
    expect(row.accountId).toBe(kept.id);
  });

  test("lets both ids, and both names, name the kept account in imports and calls", async () => {
    const ids = [`K-${world.workspace.id}`, `M-${world.workspace.id}`, "Merged"];
    const resolve = (source: string) =>
      world.in((tx) =>
        resolveAccounts({ tx, ctx: world.ctx(), source } as unknown as WriteCall, ids),
      );
    await merge();
    for (const source of ["crm", "erp"])
      expect([...(await resolve(source)).values()]).toEqual([kept.id, kept.id, kept.id]);
  });

  test("tells beforehand what will move, and moves nothing", async () => {
    await createAccount(world, { name: "ÆRØ ÅL" });
    const rows = await allRows();
    const input = { keptId: kept.id, mergedId: merged.id };
    const preview = await previewMerge({ ctx: world.ctx(), input });
    const counts = Object.fromEntries(
      preview.merged?.parts.map(({ part, count }) => [part, count]) ?? [],
    );
    expect(counts).toMatchObject({
      ...{ "contact.account_id": 1, "contract.account_id": 1, "purchase.account_id": 1 },
      ...{ "account.parent_id": 1, "case_file.account_id": 1, "survey_door.account_id": 0 },
    });
    const found = await previewMerge({
      ctx: world.ctx(),
      input: { keptId: kept.id, search: "merg" },
    });
    expect(found.candidates.map(({ name }) => name)).toEqual(["Merged"]);
    const nordic = { keptId: kept.id, search: "ærø å" };
    const letters = await previewMerge({ ctx: world.ctx(), input: nordic });
    expect(letters.candidates.map(({ name }) => name)).toEqual(["ÆRØ ÅL"]);
    expect(await allRows()).toEqual(rows);
  });

  test("is written down, both ways", async () => {
    const { id } = await merge();
    expect((await auditOf(world))[0]).toMatchObject({ verb: "mergeAccounts", subjectId: kept.id });
    await undoMerge({ ctx: world.ctx(), input: { mergeId: id } });
    expect((await auditOf(world))[0]).toMatchObject({ verb: "undoMerge", subjectId: kept.id });
  });
});

describe("a merge is refused", () => {
  test("to whoever is no admin, and in another workspace", async () => {
    const input = { keptId: kept.id, mergedId: merged.id };
    const forbidden = { code: "FORBIDDEN" };
    for (const role of ["account_manager", "viewer"] as const) {
      const ctx = world.ctx(role);
      await expect(mergeAccounts({ ctx, input })).rejects.toMatchObject(forbidden);
      await expect(previewMerge({ ctx, input })).rejects.toMatchObject(forbidden);
      await expect(undoMerge({ ctx, input: { mergeId: newId() } })).rejects.toMatchObject(
        forbidden,
      );
    }
    const before = await auditOf(other);
    const { id } = await merge();
    const ctx = other.ctx();
    const notFound = { code: "NOT_FOUND" };
    await expect(mergeAccounts({ ctx, input })).rejects.toMatchObject(notFound);
    await expect(previewMerge({ ctx, input })).rejects.toMatchObject(notFound);
    await expect(undoMerge({ ctx, input: { mergeId: id } })).rejects.toMatchObject(notFound);
    expect(await auditOf(other)).toEqual(before);
  });

  test("with itself, with its own site, and of what was merged already", async () => {
    const ctx = world.ctx();
    const invalid = { fieldErrors: { mergedId: expect.any(String) } };
    const of = (keptId: string, mergedId: string) =>
      mergeAccounts({ ctx, input: { keptId, mergedId } });
    await expect(of(kept.id, kept.id)).rejects.toMatchObject(invalid);
    await expect(of(merged.id, site.id)).rejects.toMatchObject(invalid);
    await expect(of(site.id, merged.id)).rejects.toMatchObject(invalid);
    const below = await createAccount(world, { name: "Below", parentId: site.id });
    await expect(of(below.id, merged.id)).rejects.toMatchObject(invalid);
    await expect(of(kept.id, "x")).rejects.toBeInstanceOf(ZodError);
    await merge();
    await expect(merge()).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(of(merged.id, kept.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("to be undone twice, or before a later one", async () => {
    const ctx = world.ctx();
    const { id } = await merge();
    const third = await createAccount(world, { name: "Third" });
    const later = await mergeAccounts({ ctx, input: { keptId: third.id, mergedId: kept.id } });
    const undo = (mergeId: string) => undoMerge({ ctx, input: { mergeId } });
    await expect(undo(id)).rejects.toMatchObject({ code: "CONFLICT" });
    await undo(later.id);
    await undo(id);
    await expect(undo(id)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("every column with a key to an account moves: a new one belongs to the list", async () => {
  const keys = await query<{ part: string }>(`
    SELECT c.relname || '.' || a.attname AS part
    FROM pg_constraint r
    JOIN pg_class c ON c.oid = r.conrelid
    JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = r.conkey[2]
    WHERE r.contype = 'f' AND r.confrelid = 'account'::regclass`);
  const known: string[] = MERGE_PARTS.filter((part) => part !== "account.merged_into_id");
  expect(keys.map(({ part }) => part).sort()).toEqual(known.toSorted());
});
