import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { createTestWorkspace, enterAs, type TestWorkspace } from "../support/workspace-factory";

const ACCOUNTS = "Kundenr;Navn;Land\nK1;Aarhus Vand;Danmark\nK2;Östlunds Pump;SE\n";
const ORDERS =
  "Kundenr;Linjenr;Ordrenr;Ordredato;Beløb;Varegruppe\n" +
  "K1;1;O1;13.01.2026;1.234,56;Pumper\n" +
  "K2;2;O2;14.01.2026;-50,00;Ventiler\n" +
  "K9;3;O3;15.01.2026;10,00;Ventiler\n";

type File = string | { name: string; mimeType: string; buffer: Buffer };

function csv(name: string, text: string | Buffer): File {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function upload(page: Page, workspace: TestWorkspace, kind: string, file: File) {
  await page.goto(workspace.path("/imports/new"));
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
}

async function importFile(page: Page, workspace: TestWorkspace, kind: string, file: File) {
  await upload(page, workspace, kind, file);
  await expect(page).toHaveURL(/\/columns$/);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText(/checked, nothing written yet$/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/rows read$/)).toBeVisible({ timeout: 30_000 });
}

async function admin(page: Page): Promise<TestWorkspace> {
  const workspace = await createTestWorkspace();
  await enterAs(page.context(), await workspace.join("admin"));
  return workspace;
}

test("orders come in by upload, a rejected row says why, and the same file twice doubles nothing", async ({
  page,
}) => {
  const workspace = await admin(page);
  await importFile(page, workspace, "Accounts", csv("kunder.csv", ACCOUNTS));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 rows are in.");
  await importFile(page, workspace, "Purchases", csv("ordrer.csv", ORDERS));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "2 rows are in, 1 was rejected.",
  );
  await expect(page.getByText(/Account id names no account/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download with reasons" }).click();
  expect((await download).suggestedFilename()).toBe("ordrer-rejected.csv");
  await importFile(page, workspace, "Purchases", csv("ordrer.csv", ORDERS.replace(/K9.*\n/, "")));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Everything in the file was here already.",
  );
});

test("what would change is seen first, a large change needs a tick, and the import can be taken back", async ({
  page,
}) => {
  const workspace = await admin(page);
  await importFile(page, workspace, "Accounts", csv("kunder.csv", ACCOUNTS));
  await upload(page, workspace, "Accounts", csv("kunder.csv", ACCOUNTS.replace("Aarhus", "Vejle")));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0 rows would be added, 1 row changed.",
  );
  await expect(page.getByRole("cell", { name: "Vejle Vand" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Look at what changes, then tick the box")).toBeVisible();
  await page.getByLabel("Yes, these changes are meant").check();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/rows read$/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Undo this import" }).first().click();
  await page.getByRole("button", { name: "Undo this import" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The import was undone.", {
    timeout: 30_000,
  });
  const workspaceId = workspace.world.workspace.id;
  const accounts = await workspace.world.in((tx) =>
    tx.account.findMany({ where: { workspaceId }, orderBy: { name: "asc" } }),
  );
  expect(accounts.map((account) => account.name)).toEqual(["Aarhus Vand", "Östlunds Pump"]);
});

test("a file that can be read in two ways is asked about at its fields", async ({ page }) => {
  const workspace = await admin(page);
  const text = "Customer No,Line no,Date,Amount\nK1,1,01/02/2026,1.234\n";
  await upload(page, workspace, "Purchases", csv("orders.csv", text));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByLabel("Numbers")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Dates")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Numbers").selectOption("comma");
  await page.getByLabel("Dates").selectOption("dmy");
  await page.getByRole("button", { name: /Read the first rows/ }).click();
  await expect(page.getByText("The first row can be read.")).toBeVisible();
});

test("a workbook is recognised and nothing of it is kept", async ({ page }) => {
  const workspace = await admin(page);
  const book = Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(5_000, 1)]);
  await upload(page, workspace, "Accounts", csv("kunder.xlsx", book));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing was imported.");
  await expect(page.getByText(/save it as CSV/)).toBeVisible();
});

test("a file of 30 MB uploads whole", async ({ page }, info) => {
  const workspace = await admin(page);
  const path = info.outputPath("orders.csv");
  const line = "K1,L000000000,2026-01-13,10.25\n";
  const lines = Math.ceil(31_457_280 / line.length);
  function* text() {
    yield "Customer No,Line no,Date,Amount\n";
    for (let i = 0; i < lines; i += 1) yield line.replace("000000000", String(i).padStart(9, "0"));
  }
  await pipeline(Readable.from(text()), createWriteStream(path));
  await upload(page, workspace, "Purchases", path);
  await expect(page).toHaveURL(/\/columns$/, { timeout: 45_000 });
  const workspaceId = workspace.world.workspace.id;
  const batch = await workspace.world.in((tx) =>
    tx.importBatch.findFirstOrThrow({ where: { workspaceId } }),
  );
  expect(Number(batch.receivedBytes)).toBe(32 + lines * line.length);
});

test("uploading and importing work without script", async ({ newContext }) => {
  const page = await (await newContext({ javaScriptEnabled: false })).newPage();
  const workspace = await admin(page);
  await upload(page, workspace, "Accounts", csv("kunder.csv", ACCOUNTS));
  await expect(page).toHaveURL(/\/columns$/);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 rows are in.");
  }).toPass({ timeout: 30_000 });
});
