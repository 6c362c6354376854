import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { recordCall } from "@/lib/accounts/record-call";
import { type ExportFile, exportRecords } from "@/lib/exports/export-records";
import { exportWorkspace } from "@/lib/exports/export-workspace";
import { listRecords } from "@/lib/exports/list-records";
import { ALL_RECORDS } from "@/lib/exports/records/all-records";
import { RECORD_KINDS } from "@/lib/exports/records/record-kind";
import { upsertRecords } from "@/lib/imports/upsert-records";
import { archiveSegment } from "@/lib/segments/archive-segment";
import { createSegment } from "@/lib/segments/create-segment";
import { saveView } from "@/lib/workspaces/views/save-view";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { useTestDatabase } from "../support/database";
import { createAccount, createContact } from "../support/factories/accounts";
import { createAnswer, createSurvey } from "../support/factories/answers";
import { createContract, createPurchases } from "../support/factories/business";
import { auditOf, joinWorld, type Person } from "../support/factories/people";
import { createWorld, type World } from "../support/factories/world";

useTestDatabase();
let world: World;
let admin: Person;

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world);
});

async function bytesOf({ body }: ExportFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

async function rowsOf(kind: string): Promise<Record<string, string>[]> {
  const file = await exportRecords({ ctx: admin.ctx, input: { kind, format: "csv" } });
  return parse(await bytesOf(file), { columns: true, bom: true });
}

async function sell(count: number): Promise<void> {
  await upsertRecords({
    ctx: admin.ctx,
    input: { kind: "accounts", rows: [{ externalId: "K-1", name: "=2+2 Havn" }] },
  });
  const rows = Array.from({ length: count }, (_, i) => ({
    externalId: String(i),
    accountExternalId: "K-1",
    orderedOn: "2026-03-02",
    amount: i === 0 ? -12.5 : 100,
  }));
  for (let from = 0; from < count; from += 10_000) {
    const part = rows.slice(from, from + 10_000);
    await upsertRecords({ ctx: admin.ctx, input: { kind: "purchases", rows: part } });
  }
}

describe("rows as a file", () => {
  test("more rows than a page hold each row once, in exact money", async () => {
    await sell(5_003);
    const rows = await rowsOf("purchases");
    expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(5_003);
    expect(rows[0]).toMatchObject({ amount: "-12.50", accountExternalId: "K-1" });
  });

  test("a text that begins like a formula is inert, and comes back in as it was", async () => {
    await sell(1);
    const [account] = await rowsOf("accounts");
    expect(account?.name).toBe("'=2+2 Havn");
    const row = { externalId: "K-1", name: account?.name ?? "" };
    const again = { kind: "accounts", rows: [row] };
    expect(await upsertRecords({ ctx: admin.ctx, input: again })).toMatchObject({ unchanged: 1 });
  });

  test("a workbook has the same rows, its texts as texts", async () => {
    await sell(3);
    const input = { kind: "accounts", format: "xlsx" };
    const files = unzipSync(await bytesOf(await exportRecords({ ctx: admin.ctx, input })));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const words = strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect(`${sheet}${words}`).toContain("=2+2 Havn");
    expect(sheet).not.toContain("<f>");
  });

  test.each(RECORD_KINDS)("%s have the columns they are described with", async (kind) => {
    const account = await createAccount(world);
    await createPurchases(world, account.id, [{ on: "2026-01-02", amountMinor: 100 }]);
    const contact = await createContact(world, account.id);
    const survey = await createSurvey(world);
    await createAnswer(world, survey, contact, { on: "2026-02-03", value: 9 });
    const input = { kind, format: "csv" };
    const text = (await bytesOf(await exportRecords({ ctx: admin.ctx, input }))).toString();
    const [head = ""] = text.replace("\ufeff", "").split("\r\n");
    expect(head.split(",")).toEqual(["id", ...ALL_RECORDS[kind].fields.map(({ key }) => key)]);
  });

  test.each([
    ["nothing", "csv"],
    ["accounts", "pdf"],
  ])("there is no %s as %s", async (kind, format) => {
    const refused = exportRecords({ ctx: admin.ctx, input: { kind, format } });
    await expect(refused).rejects.toMatchObject({ name: "ZodError" });
  });
});

test("a workspace's zip has every kind and what was set up, and nothing of another's", async () => {
  await sell(2);
  const other = await createWorld();
  await createAccount(other, { name: "Somebody Else" });
  const zip = unzipSync(await bytesOf(await exportWorkspace({ ctx: admin.ctx })));
  const rows = RECORD_KINDS.map((kind) => `${kind}.csv`);
  const names = ["workspace.json", "segment_memberships.csv", ...rows];
  expect(Object.keys(zip).sort()).toEqual(names.sort());
  const all = Object.values(zip)
    .map((bytes) => strFromU8(bytes))
    .join("\n");
  expect(all).toContain("2+2 Havn");
  expect(all).not.toContain("Somebody Else");
  expect(all).not.toContain(other.workspace.id);
});

test("the zip says who was in a segment from when until when, also of one that is archived", async () => {
  const { id: accountId } = await createAccount(world, { name: "Grenaa Havn" });
  const input = { name: "=All", rules: { kind: "all", rules: [] } };
  const { id: segmentId } = await createSegment({ ctx: world.ctx(), input });
  const membership = { workspaceId: world.workspace.id, segmentId, accountId };
  await world.in((tx) =>
    tx.segmentMembership.createMany({
      data: [
        { ...membership, fromDate: new Date("2024-01-01"), untilDate: new Date("2024-02-01") },
      ],
    }),
  );
  await archiveSegment({ ctx: world.ctx(), input: { segmentId } });
  const zip = unzipSync(await bytesOf(await exportWorkspace({ ctx: admin.ctx })));
  const file = zip["segment_memberships.csv"] ?? new Uint8Array();
  const rows = parse(strFromU8(file), { columns: true, bom: true });
  const past = { segmentId, segment: "'=All", accountId, from: "2024-01-01", until: "2024-02-01" };
  expect(rows).toContainEqual(expect.objectContaining(past));
});

test("every contract is in the rows once for each term, and once where it has none, in pages of any size", async () => {
  const account = await createAccount(world);
  const terms = [
    { from: "2024-01-01", to: "2025-01-01", yearlyMinor: 100 },
    { from: "2025-01-01", to: null, yearlyMinor: 200 },
  ];
  await createContract(world, account.id, { name: "Never signed", terms: [] });
  await createContract(world, account.id, { name: "Two terms", terms });
  await createContract(world, account.id, { name: "Signed elsewhere", terms: [] });
  const own = ["Never signed", "Signed elsewhere", "Two terms", "Two terms"];
  const all = await rowsOf("contracts");
  expect(all.map(({ name }) => name).sort()).toEqual(own);
  expect(all.find(({ name }) => name === "Never signed")).toMatchObject({
    startsOn: "",
    recurring: "",
    currency: "",
    accountId: account.id,
  });
  const seen: string[] = [];
  for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page += 1) {
    const input = {
      kind: "contracts",
      limit: 1,
      accountId: account.id,
      ...(cursor ? { cursor } : {}),
    };
    const { rows, nextCursor } = await listRecords({ ctx: admin.ctx, input });
    seen.push(...rows.map(({ name }) => String(name)));
    cursor = nextCursor;
  }
  expect(seen.sort()).toEqual(own);
});

test("an erased person is in no export", async () => {
  const account = await createAccount(world);
  const contact = await createContact(world, account.id, { firstName: "Lone" });
  await world.in((tx) =>
    tx.contact.updateMany({
      where: { workspaceId: world.workspace.id, id: contact.id },
      data: { erasedAt: new Date() },
    }),
  );
  expect(await rowsOf("contacts")).toEqual([]);
});

test.each(["viewer", "account_manager"] as const)("rejects a %s", async (role) => {
  const input = { kind: "accounts", format: "csv" };
  const refused = { code: "FORBIDDEN" };
  await expect(exportRecords({ ctx: world.ctx(role), input })).rejects.toMatchObject(refused);
  await expect(exportWorkspace({ ctx: world.ctx(role) })).rejects.toMatchObject(refused);
});

test("who took what is in the audit", async () => {
  await rowsOf("accounts");
  await bytesOf(await exportWorkspace({ ctx: admin.ctx }));
  const verbs = (await auditOf(world)).map(({ verb }) => verb);
  expect(verbs).toEqual(expect.arrayContaining(["exportRecords", "exportWorkspace"]));
});

test("what a colleague thinks of a renewal is in the rows and in the zip", async () => {
  const account = await createAccount(world);
  const contract = await createContract(world, account.id, {
    autoRenews: true,
    noticeDays: 90,
    terms: [{ from: "2026-01-13", to: "2027-01-13", yearlyMinor: 1_000_000 }],
  });
  const input = { contractId: contract.id, call: "atRisk", line: "Lone wants a lower price" };
  await recordCall({ ctx: admin.ctx, input });
  const [row] = await rowsOf("renewal_calls");
  const said = { call: "at_risk", line: input.line, calledByEmail: admin.email };
  expect(row).toMatchObject({ ...said, accountId: account.id, contractId: contract.id });
  const zip = unzipSync(await bytesOf(await exportWorkspace({ ctx: admin.ctx })));
  expect(strFromU8(zip["renewal_calls.csv"] ?? new Uint8Array())).toContain(input.line);
  const { colleagues } = JSON.parse(strFromU8(zip["workspace.json"] ?? new Uint8Array()));
  expect(colleagues).toMatchObject([{ email: admin.email }]);
});

test("what others could use in somebody's place stays out of the zip: paths of webhooks, views of one's own", async () => {
  const input = {
    url: "https://hooks.example.com/services/T0/secret-path",
    events: ["case.opened"],
  };
  await createWebhook({ ctx: admin.ctx, input });
  const view = { address: "overview", name: "Mine alone", isShared: false };
  await saveView({ ctx: admin.ctx, input: view });
  const zip = unzipSync(await bytesOf(await exportWorkspace({ ctx: admin.ctx })));
  const text = strFromU8(zip["workspace.json"] ?? new Uint8Array());
  expect(JSON.parse(text).webhooks).toMatchObject([{ host: "https://hooks.example.com" }]);
  expect(text).not.toContain("secret-path");
  expect(text).not.toContain("Mine alone");
});
