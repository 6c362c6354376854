import { expect, test } from "vitest";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { getImport } from "@/lib/imports/get-import";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, check, counts, importText } from "./import-world";

useTestDatabase();

const PEOPLE = "Contact id,Customer No,Name,E-mail\nc1,K1,Mette Holm,mette@k1.example\n";

async function worldWithPeople(): Promise<World> {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  await importText(world.ctx(), "contacts", PEOPLE);
  return world;
}

async function faults(world: World, batchId: string): Promise<string[]> {
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId } });
  return rejected.rows.map((row) => row.message);
}

async function marked(world: World): Promise<number> {
  const where = { workspaceId: world.workspace.id };
  return world.in(async (tx) => {
    const { count } = await tx.factsChange.deleteMany({ where });
    return count;
  });
}

const TYPES = "Product type,Id,Billed as,Margin %\nService,S1,contract,40 %\nPumps,P1,order,0.25\n";
const CONTRACTS =
  "Contract no,Customer No,Name,Product type,Start date,End date,ARR,Notice,Auto renewal\n" +
  "A1,K1,Service deal,service,2023-01-01,2024-01-01,1000,90,yes\n" +
  "A1,K1,Service deal,service,2024-01-01,2025-01-01,1100.50,90,yes\n" +
  "B1,K2,,,2024-03-01,,500,,\n";

/** A file of each kind: two rows that come in, and one that does not. */
const FILES: [ImportKindName, string, string, RegExp][] = [
  ["product_types", TYPES, "Valves,V1,contract,140 %\n", /between 0 and 100/],
  ["contracts", CONTRACTS, "C1,K9,,,2024-03-01,2024-01-01,x,,\n", /after the term's first day/],
  [
    "churn_events",
    "Customer No,Event,Date,Reason,Competitor,Amount\nK1,account lost,2024-05-01,Price,Pumpex,1000\nK2,shrunk,2024-06-01,,,\n",
    "K1,left,2024-05-02,,,\n",
    /none of the known words/,
  ],
  [
    "complaints",
    "Case id,Customer No,Subject,Created,Closed,E-mail\n7,K1,Late delivery,2024-05-01,2024-05-04,mette@k1.example\n8,K2,Broken,2024-06-01,,\n",
    "9,K1,Odd,2024-05-05,2024-05-01,\n",
    /before the day it came/,
  ],
  [
    "touches",
    "Activity id,Customer No,E-mail,Type,Date,Note,Assigned to\n1,,mette@k1.example,call,2024-05-01,Talked,ida@us.example\n2,K2,,e-mail,2024-05-02,Sent,\n",
    "3,,nobody@x.example,call,2024-05-01,,\n",
    /names no contact/,
  ],
  [
    "wallet_estimates",
    "Customer No,Category,Low,High,Date\nK1,Pumps,1000,2000,2024-05-01\nK2,,500,,2024-05-01\n",
    "K1,Pumps,300,200,2024-06-01\n",
    /less than the lower end/,
  ],
  [
    "answers",
    "Response id,Email,Score,Comment,Date\n1,mette@k1.example,9,Good,2026-05-01\n2,gone@x.example,3,,2026-06-01\n",
    "3,mette@k1.example,11,,2026-05-01\n",
    /whole number from 0 to 10/,
  ],
];

test.each(FILES)(
  "%s come in, change nothing the second time, and go again when undone",
  async (kind, text, bad, fault) => {
    const world = await worldWithPeople();
    const rows = text.trim().split("\n").length - 1;
    await marked(world);
    const batchId = await check(world.ctx(), { kind, text: text + bad });
    const { trial } = (await getImport({ ctx: world.ctx(), input: { batchId } })).import;
    expect(trial && counts(trial)).toEqual([rows, 0, 0, 1]);
    expect(await marked(world)).toBe(0);
    await startImport({ ctx: world.ctx(), input: { batchId } });
    const first = await runImport({ ctx: world.ctx(), input: { batchId } });
    expect(counts(first)).toEqual([rows, 0, 0, 1]);
    expect((await faults(world, batchId)).join()).toMatch(fault);
    expect((await marked(world)) > 0).toBe(kind !== "product_types");
    expect(counts(await importText(world.ctx(), kind, text))).toEqual([0, 0, rows, 0]);
    expect(await marked(world)).toBe(0);
    await undoImport({ ctx: world.ctx(), input: { batchId } });
    const undone = await runUndo({ ctx: world.ctx(), input: { batchId } });
    expect(undone.notes.some(({ code }) => code === "kept")).toBe(false);
    expect(counts(await importText(world.ctx(), kind, text))).toEqual([rows, 0, 0, 0]);
  },
);

test("terms of a contract stand under it; one that follows by itself was signed by nobody", async () => {
  const world = await worldWithPeople();
  await importText(world.ctx(), "contracts", CONTRACTS);
  const contracts = await world.in((tx) =>
    tx.contract.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { externalId: "asc" },
      include: { terms: { orderBy: { startsOn: "asc" } }, productType: true },
    }),
  );
  expect(contracts).toMatchObject([
    {
      name: "Service deal",
      noticeDays: 90,
      autoRenews: true,
      productType: { name: "service", billedAs: "contract" },
      terms: [
        { recurringMinor: 100000n, decidedBy: "signature" },
        { recurringMinor: 110050n, decidedBy: "automatic" },
      ],
    },
    { name: "B1", noticeDays: 0, autoRenews: false, terms: [{ endsOn: null }] },
  ]);
  const raised = CONTRACTS.replace("1100.50", "1200").replaceAll("Service deal", "Service");
  const again = await importText(world.ctx(), "contracts", raised);
  expect(counts(again)).toEqual([0, 1, 2, 0]);
  await undoImport({ ctx: world.ctx(), input: { batchId: again.batchId } });
  await runUndo({ ctx: world.ctx(), input: { batchId: again.batchId } });
  expect(counts(await importText(world.ctx(), "contracts", CONTRACTS))).toEqual([0, 0, 3, 0]);
});

test("a file that names the last day of its terms leaves no day between them, and what does not settle it is asked", async () => {
  const world = await worldWithPeople();
  const ctx = world.ctx();
  const head = "Contract no,Customer No,Start date,End date,ARR\n";
  const years = `${head}A1,K1,2024-01-01,2024-12-31,1000\nA1,K1,2025-01-01,2025-12-31,1100\n`;
  expect(counts(await importText(ctx, "contracts", years))).toEqual([2, 0, 0, 0]);
  const ends = () =>
    world.in(async (tx) => {
      const where = { workspaceId: world.workspace.id };
      const terms = await tx.contractTerm.findMany({ where, orderBy: { startsOn: "asc" } });
      return terms.map(({ endsOn }) => endsOn?.toISOString().slice(0, 10));
    });
  expect(await ends()).toEqual(["2025-01-01", "2026-01-01"]);

  const odd = `${head.replace("ARR", "Value")}B1,K2,2024-01-15,2024-12-31,1000\n`;
  await expect(importText(ctx, "contracts", odd)).rejects.toMatchObject({
    fieldErrors: { termEnd: /last day or the day after/ },
  });
  const mapping = { termEnd: "lastDay" } as const;
  expect(counts(await importText(ctx, "contracts", odd, { mapping }))).toEqual([1, 0, 0, 0]);
  expect((await ends())[1]).toBe("2025-01-01");
});

test("a file of contracts that was checked before ends of terms were asked is run as it was checked", async () => {
  const world = await worldWithPeople();
  const ctx = world.ctx();
  const text =
    "Contract no,Customer No,Start date,End date,ARR\nA1,K1,2024-01-31,2024-12-31,1000\n";
  const mapping = { termEnd: "dayAfter" } as const;
  const batchId = await check(ctx, { kind: "contracts", text, mapping });
  const where = { workspaceId: world.workspace.id };
  const read = await world.in((tx) =>
    tx.importBatch.findFirstOrThrow({ where: { ...where, id: batchId } }),
  );
  const former = { ...(read.mapping as object), termEnd: null };
  await world.in((tx) =>
    tx.importBatch.updateMany({ where: { ...where, id: batchId }, data: { mapping: former } }),
  );
  await startImport({ ctx, input: { batchId } });
  expect(counts(await runImport({ ctx, input: { batchId } }))).toEqual([1, 0, 0, 0]);
});

test("past answers are confirmed and dated, alert nobody and count nobody as asked", async () => {
  const world = await worldWithPeople();
  const text =
    "Email,Survey,Question,Score,Scale,Comment,Date\n" +
    "METTE@k1.example,Yearly,NPS,4,,Too slow,2026-05-01\n" +
    "mette@k1.example,Service,csat,5,7,,2026-06-01\n" +
    "other@x.example,Yearly,NPS,10,,,2026-06-02\n";
  const result = await importText(world.ctx(), "answers", text);
  expect(counts(result)).toEqual([3, 0, 0, 0]);
  expect(result.notes.map(({ code, count }) => [code, count])).toEqual([
    ["surveysCreated", 2],
    ["answersOfNobody", 1],
  ]);
  const where = { workspaceId: world.workspace.id };
  const rows = await world.in((tx) =>
    tx.responseEvent.findMany({
      where,
      orderBy: { answeredOn: "asc" },
      include: { contact: true, survey: true },
    }),
  );
  expect(rows).toMatchObject([
    {
      class: "confirmed",
      valueNumber: 4,
      comment: "Too slow",
      invitationId: null,
      evidence: { imported: true },
      contact: { firstName: "Mette" },
      survey: { name: "Yearly", question: "nps", scale: "0-10" },
    },
    { valueNumber: 5, scale: "1-7", survey: { name: "Service", question: "csat" } },
    { valueNumber: 10, contactId: null, accountId: null },
  ]);
  const asked = await world.in(async (tx) => [
    await tx.invitation.count({ where }),
    await tx.mailOutbox.count({ where }),
  ]);
  expect(asked).toEqual([0, 0]);
  const more = "Contact id,Customer No,Name,E-mail\nc2,K2,Ola,other@x.example\n";
  await importText(world.ctx(), "contacts", more);
  expect(counts(await importText(world.ctx(), "answers", text))).toEqual([0, 1, 2, 0]);
});

test("answers of somebody erased on request are not brought back by an old file", async () => {
  const world = await worldWithPeople();
  const where = { workspaceId: world.workspace.id };
  const { id } = await world.in((tx) => tx.contact.findFirstOrThrow({ where }));
  await eraseContact({ ctx: world.ctx(), input: { contactId: id } });
  const text = "Email,Score,Comment,Date\nmette@k1.example,4,It is Mette,2026-05-01\n";
  const result = await importText(world.ctx(), "answers", text);
  expect(result.notes).toMatchObject([{ code: "erasedAnswers", count: 1, rows: [2] }]);
  expect(await world.in((tx) => tx.responseEvent.count({ where }))).toBe(0);
});
