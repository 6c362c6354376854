import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { linksIn, waitForMail } from "../support/mail";
import { copyStory } from "../support/story-workspace";
import { enterAs, type TestWorkspace } from "../support/workspace-factory";

const { step } = test;
const YES_FROM = "A recommendation counts as a yes from";
const ORDERS =
  "Kundenr;Linjenr;Ordrenr;Ordredato;Beløb;Varegruppe\n" +
  "Grenaa Havn;W1;W1;13.01.2026;1.234,56;Pumps\n" +
  "Nowhere Ltd;W2;W2;14.01.2026;10,00;Pumps\n";

let workspace: TestWorkspace;

test.beforeEach(async ({ context }) => {
  workspace = await copyStory("Nordlys of Ida Winther");
  await enterAs(context, await workspace.join("admin", "Ida Winther"));
});

/** The revenue of passive accounts, as the overview says it. */
async function passive(page: Page): Promise<string> {
  await page.goto(workspace.path("/overview"));
  const states = page.getByRole("region", { name: "Running revenue by state" });
  const line = states.getByRole("listitem").filter({
    has: page.getByRole("link", { name: "Passive" }),
  });
  return /[\d.]+\sm/.exec((await line.textContent()) ?? "")?.[0] ?? "";
}

async function setYesFrom(page: Page, from: string, reason: string): Promise<void> {
  await page.getByRole("combobox", { name: YES_FROM }).selectOption(from);
  await page.getByRole("button", { name: "Show what would move" }).click();
  await expect(page.getByRole("table", { name: "What would move" })).toBeVisible();
  await page.getByLabel("Why you change it").fill(reason);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("region", { name: "Earlier changes" })).toContainText(reason);
}

async function triesAnotherCutOff(page: Page): Promise<void> {
  const before = await passive(page);
  await page.goto(workspace.path("/settings/map"));
  await page.getByRole("combobox", { name: YES_FROM }).selectOption("8");
  await page.getByRole("button", { name: "Show what would move" }).click();
  const preview = page.getByRole("table", { name: "What would move" });
  const row = preview.getByRole("row").filter({ hasText: "Passive" });
  await expect(row).toBeVisible();
  const [now = "", then = ""] = (await row.getByRole("cell").allInnerTexts()).slice(0, 2);
  expect(Number(then)).toBeLessThan(Number(now));
  await expect(
    page.getByText(/\d+ accounts worth DKK\s[\d.]+\sm would change state:/),
  ).toBeVisible();
  const moved = page.getByRole("table", { name: "Accounts that would change state" });
  await expect(moved.getByRole("row").nth(1)).toContainText(/Passive.*Loyal/);
  const history = page.getByRole("region", { name: "Earlier changes" });
  await expect(history, "nothing is saved by looking").toContainText("Never changed");

  await setYesFrom(page, "8", "As our Swedish sister does");
  expect(await passive(page)).not.toBe(before);
  await page.goto(workspace.path("/settings/map"));
  await setYesFrom(page, "9", "Back to the usual");
  expect(await passive(page)).toBe(before);
}

async function invitesAColleague(page: Page): Promise<string> {
  const email = `signe-${workspace.slug.slice(-8)}@nordlys.example`;
  await page.goto(workspace.path("/settings/members"));
  const form = page.getByRole("form", { name: "Invite a member" });
  await form.getByLabel("Name", { exact: true }).fill("Signe Lund");
  await form.getByLabel("E-mail").fill(email);
  await form.getByRole("radio", { name: /^Viewer/ }).check();
  await form.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  const mail = await waitForMail(email);
  return linksIn(mail).find((href) => href.includes("/invitation/")) ?? "";
}

async function acceptsAndReads(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Choose a password").fill("a long and quiet sentence");
  await page.getByRole("button", { name: "Accept and join" }).click();
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto(workspace.path("/accounts"));
  await expect(page.getByRole("link", { name: "Grenaa Havn" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New account" })).toHaveCount(0);
}

async function buildsASegment(page: Page): Promise<void> {
  const name = "Large and unhappy";
  await page.goto(workspace.path("/segments/new"));
  await expect(page.getByText(/active accounts,/)).toBeVisible();
  await page.getByRole("main").getByLabel("Name").fill(name);
  const condition = page.getByRole("button", { name: "Condition", exact: true });
  await condition.click();
  await page.getByLabel("What is compared").selectOption("figure:runningRevenue");
  await expect(page.getByText(/Give every condition a value/)).toBeVisible();
  await page.getByLabel("At least").fill("2000000");
  await expect(page.getByText(/\d+ active accounts, DKK/)).toBeVisible();
  const large = await page.getByText(/\d+ active accounts, DKK/).textContent();
  await condition.click();
  await page.getByLabel("What is compared").nth(1).selectOption("loyalty");
  await page.getByLabel("Add a value").selectOption("unhappy");
  await expect(page.getByText(/\d+ active accounts, DKK/)).not.toHaveText(large ?? "");
  await expect(page.getByText(/^Largest: Grenaa Havn/)).toBeVisible();
  await page.getByRole("button", { name: "Create segment" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();

  await page.goto(workspace.path("/overview"));
  await page.getByRole("combobox", { name: "Segment" }).selectOption({ label: name });
  await expect(page).toHaveURL(/segment=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Customers worth/);
}

async function importsOrders(page: Page): Promise<void> {
  await page.goto(workspace.path("/imports/new"));
  await page.getByRole("radio", { name: /^Purchases/ }).check();
  const buffer = Buffer.from(ORDERS);
  const file = { name: "ordrer.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click({ timeout: 30_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 row is in, 1 was rejected.", {
    timeout: 30_000,
  });
  await expect(page.getByText(/Account id names no account/)).toBeVisible();
  await expect(page.getByText("Nowhere Ltd").first()).toBeVisible();
}

test("an admin's afternoon: a convention tried, a colleague, a segment, and a file", async ({
  page,
  newContext,
}) => {
  test.setTimeout(120_000);
  await step("What if an 8 were a yes? I look, try it, and take it back", () =>
    triesAnotherCutOff(page),
  );
  const link = await step("A colleague is to read along: I invite her", () =>
    invitesAColleague(page),
  );
  await step("She joins, reads everything and can change nothing", async () =>
    acceptsAndReads(await (await newContext()).newPage(), link),
  );
  await step("Which large customers are unhappy? I keep the question", () => buildsASegment(page));
  await step("Yesterday's orders come in, and the one nobody knows is told apart", () =>
    importsOrders(page),
  );
});
