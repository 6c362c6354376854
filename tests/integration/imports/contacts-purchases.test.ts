import { expect, test } from "vitest";
import { getImport } from "@/lib/imports/get-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, counts, importText } from "./import-world";

useTestDatabase();

async function worldWithAccounts(): Promise<World> {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  return world;
}

async function messages(world: World, batchId: string): Promise<string[]> {
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId } });
  return rejected.rows.map((row) => row.message);
}

function purchasesOf(world: World) {
  return world.in((tx) =>
    tx.purchase.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { externalId: "asc" },
      select: {
        externalId: true,
        amountMinor: true,
        listMinor: true,
        marginMinor: true,
        currency: true,
        quantity: true,
        chosenBy: true,
        automaticKind: true,
        account: { select: { externalId: true } },
        productType: { select: { name: true, billedAs: true } },
      },
    }),
  );
}

/** Accounts whose figures are to be worked out again; the list is emptied. */
async function touched(world: World): Promise<string[]> {
  return world.in(async (tx) => {
    const workspaceId = world.workspace.id;
    const changes = await tx.factsChange.findMany({ where: { workspaceId } });
    await tx.factsChange.deleteMany({ where: { workspaceId } });
    const accounts = await tx.account.findMany({
      where: { workspaceId, id: { in: changes.map((change) => change.accountId) } },
      orderBy: { externalId: "asc" },
    });
    return accounts.map((account) => account.externalId ?? "");
  });
}

test("contacts come in with role and language in any of their words", async () => {
  const world = await worldWithAccounts();
  const text =
    "Contact id,Customer No,Name,E-mail,Role,Language\n" +
    "c1,K1,Mette Marie Holm,METTE@K1.example,Beslutningstager,dansk\n" +
    "c2,K2,Ola,ola@k2.example,user,nb-NO\n" +
    "c3,K9,Nobody,no@k9.example,,\n" +
    "c4,K1,,,,\n" +
    "c5,K1,Wrong,not an address,boss,xx\n";
  const result = await importText(world.ctx(), "contacts", text);
  expect(counts(result)).toEqual([2, 0, 0, 3]);
  const rows = await world.in((tx) =>
    tx.contact.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { externalId: "asc" },
    }),
  );
  expect(rows).toMatchObject([
    {
      firstName: "Mette",
      lastName: "Marie Holm",
      email: "mette@k1.example",
      role: "decision_maker",
      language: "da",
    },
    { firstName: "Ola", lastName: null, role: "user", language: "nb" },
  ]);
  const said = (await messages(world, result.batchId)).join("\n");
  expect(said).toMatch(/Account id names no account/);
  expect(said).toMatch(/E-mail and the name are both empty/);
  expect(said).toMatch(/no e-mail address.*none of the known words.*none of English/);
  expect(counts(await importText(world.ctx(), "contacts", text))).toEqual([0, 0, 2, 3]);
});

test("a contact erased on request is not brought back by its old file", async () => {
  const world = await worldWithAccounts();
  const text = "Contact id,Customer No,Name,E-mail\nc1,K1,Mette Holm,mette@k1.example\n";
  await importText(world.ctx(), "contacts", text);
  await world.in((tx) =>
    tx.contact.updateMany({
      where: { workspaceId: world.workspace.id },
      data: { erasedAt: new Date(), firstName: null, lastName: null, email: null },
    }),
  );
  const result = await importText(world.ctx(), "contacts", text);
  expect(counts(result)).toEqual([0, 0, 1, 0]);
  expect(result.notes).toMatchObject([{ code: "erasedLeft", count: 1, rows: [2] }]);
  const rows = await world.in((tx) =>
    tx.contact.findMany({ where: { workspaceId: world.workspace.id } }),
  );
  expect(rows).toMatchObject([{ email: null, firstName: null }]);
});

const ORDERS =
  "Kundenr;Linjenr;Ordrenr;Ordredato;Beløb;Rabat;Valuta;Varegruppe;Antal;Ordretype\n" +
  "K1;1;O1;13.01.2024;1.234,56;20 %;DKK;Pumper;2;fast ordre\n" +
  "K1;2;O1;13.01.2024;-100,00;;DKK;pumper;1,5;aktiv\n" +
  "K2;3;O2;14.01.2024;1.000;0,5;JPY;Ventiler;;\n";

test("purchases come in exactly: amounts, list amounts, credit notes, currencies without decimals", async () => {
  const world = await worldWithAccounts();
  await touched(world);
  const result = await importText(world.ctx(), "purchases", ORDERS);
  expect(counts(result)).toEqual([3, 0, 0, 0]);
  expect(result.notes.map((note) => [note.code, note.count])).toEqual([["productTypesCreated", 2]]);
  const productType = { name: "Pumper", billedAs: "order" };
  expect(await purchasesOf(world)).toMatchObject([
    {
      amountMinor: 123456n,
      listMinor: 154320n,
      quantity: 2,
      chosenBy: "automatic",
      automaticKind: "standing_order",
      productType,
    },
    {
      amountMinor: -10000n,
      listMinor: null,
      quantity: 1.5,
      chosenBy: "active",
      automaticKind: null,
      productType,
    },
    { amountMinor: 1000n, listMinor: 2000n, currency: "JPY", chosenBy: null },
  ]);
  expect(await touched(world)).toEqual(["K1", "K2"]);
  expect(counts(await importText(world.ctx(), "purchases", ORDERS))).toEqual([0, 0, 3, 0]);
  expect(await touched(world)).toEqual([]);
});

test("a line that moves to another account has both worked out again", async () => {
  const world = await worldWithAccounts();
  await importText(world.ctx(), "purchases", ORDERS);
  await touched(world);
  const moved = ORDERS.replace("K2;3;", "K1;3;");
  expect(counts(await importText(world.ctx(), "purchases", moved))).toEqual([0, 1, 2, 0]);
  expect(await touched(world)).toEqual(["K1", "K2"]);
});

test("unknown accounts refuse their rows, or are created when that is asked for", async () => {
  const world = await worldWithAccounts();
  const text =
    "Customer No,Customer Name,Line no,Order date,Amount\nK7,Kolding Kran,1,2024-01-13,10.50\nK7,Kolding Kran,2,2024-01-14,1\n";
  const refused = await importText(world.ctx(), "purchases", text);
  expect(counts(refused)).toEqual([0, 0, 0, 2]);
  const created = await importText(world.ctx(), "purchases", text, {
    mapping: { createsAccounts: true },
  });
  expect(counts(created)).toEqual([2, 0, 0, 0]);
  expect(created.notes).toMatchObject([{ code: "accountsCreated", count: 1 }]);
  const account = await world.in((tx) =>
    tx.account.findFirstOrThrow({ where: { workspaceId: world.workspace.id, externalId: "K7" } }),
  );
  expect(account).toMatchObject({ name: "Kolding Kran", ordinal: 2, currency: "DKK" });
});

test("amounts and days that cannot be kept say why at their row", async () => {
  const world = await worldWithAccounts();
  const text =
    "Customer No,Line no,Order date,Amount,Discount\n" +
    "K1,1,2024-02-30,10.50,\n" +
    "K1,2,2024-02-28,10.123456,\n" +
    "K1,3,2027-01-01,10.50,\n" +
    "K1,4,2024-02-28,99999999999999999.00,\n" +
    "K1,5,2024-02-28,,\n" +
    "K1,6,2024-02-28,10.50,130 %\n";
  const result = await importText(world.ctx(), "purchases", text);
  expect(counts(result)).toEqual([0, 0, 0, 6]);
  const said = await messages(world, result.batchId);
  expect(
    said.map(
      (text) => /no day|4 decimals|future|too large|empty|between 0 and 100/.exec(text)?.[0],
    ),
  ).toEqual(["no day", "4 decimals", "future", "too large", "empty", "between 0 and 100"]);
});

test("fractions of a cent are rounded half to even and counted", async () => {
  const world = await worldWithAccounts();
  const text =
    "Customer No,Line no,Order date,Amount\nK1,1,2024-01-13,0.125\nK1,2,2024-01-13,0.135\nK1,3,2024-01-13,1.50\n";
  const result = await importText(world.ctx(), "purchases", text);
  expect((await purchasesOf(world)).map((row) => row.amountMinor)).toEqual([12n, 14n, 150n]);
  expect(result.notes).toMatchObject([{ code: "rounded", count: 2, rows: [2, 3] }]);
});

test("purchases of another source find an account whose id only one source has", async () => {
  const world = await worldWithAccounts();
  const line = "Customer No,Line no,Order date,Amount\nK1,1,2024-01-13,1.50\n";
  expect(counts(await importText(world.ctx(), "purchases", line, { source: "shop" }))).toEqual([
    1, 0, 0, 0,
  ]);
  await importText(world.ctx(), "accounts", ACCOUNTS, { source: "crm" });
  const ambiguous = await importText(world.ctx(), "purchases", line, { source: "shop" });
  expect(await messages(world, ambiguous.batchId)).toEqual([
    "Account id fits several accounts. Use the id, with the source the account came from.",
  ]);
});
