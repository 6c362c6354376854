import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import type { Person } from "../support/factories/people";
import { linksIn, waitForMail } from "../support/mail";
import { createTestWorkspace, enterAs, type TestWorkspace } from "../support/workspace-factory";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

let workspace: TestWorkspace;
let admin: Person;

test.beforeAll(async () => {
  workspace = await createTestWorkspace("Nordlys Builder");
  admin = await workspace.join("admin", "Ida Winther");
});

async function expectNoViolations(page: Page): Promise<void> {
  // A frame in which no script runs cannot be looked into; the same mails and pages have tests of their own.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** What stands in the framed mail or page. */
function framed(page: Page) {
  return page.frameLocator("#preview iframe").locator("body");
}

test("the preview follows the form in every language, and a test mail stores nothing", async ({
  page,
  newContext,
}) => {
  await enterAs(page.context(), admin);
  await page.goto(workspace.path("/surveys/new"));
  await expect(framed(page)).toContainText("How likely is it that you would recommend");
  const preview = page.locator("#preview");
  await preview.getByRole("combobox", { name: "Language" }).selectOption("da");
  await expect(framed(page)).toContainText("Hvor sandsynligt er det");

  await page.locator("input[name='options.texts.da.question']").fill("Vil du anbefale {company}?");
  await page.locator("input[name='options.texts.da.thanks']").fill("Vi læser hver enkelt.");
  await expect(framed(page)).toContainText("Vil du anbefale Nordlys Builder?");
  await page.getByLabel("The drivers").check();
  await preview.getByText("Thank-you", { exact: true }).click();
  await expect(framed(page)).toContainText("Vi læser hver enkelt.");
  await expect(framed(page)).toContainText("Hvor tilfreds er du med");
  await preview.getByText("Plain text", { exact: true }).click();
  await expect(preview.locator("pre")).toContainText("10 af 10");
  await preview.getByRole("combobox", { name: "Language" }).selectOption("fi");
  await expect(preview.locator("pre")).toContainText("10 asteikolla 0–10");
  await expectNoViolations(page);

  await page.getByRole("main").getByLabel("Name").fill("Relationship");
  await page.getByRole("button", { name: "Create survey" }).click();
  await expect(page.getByRole("heading", { name: "Relationship", level: 1 })).toBeVisible();
  await preview.getByRole("combobox", { name: "Language" }).selectOption("da");
  await page.getByRole("button", { name: `Send a test to ${admin.email}` }).click();
  await expect(page.getByText("The test is on its way")).toBeVisible();
  await expectNoViolations(page);

  const mail = await waitForMail(admin.email, { subject: /^\[Test\]/ });
  const nine = linksIn(mail).find((link) => link.endsWith("?c=9")) ?? "";
  const respondent = await (await newContext()).newPage();
  await respondent.goto(nine);
  await expect(respondent.getByText("Dette er en test.")).toBeVisible();
  await respondent.getByRole("button", { name: "Send 9" }).click();
  await expect(respondent.getByRole("heading", { level: 1 })).toContainText("9");
  await respondent.getByRole("button", { name: "Send resten" }).click();
  await expect(respondent.getByText("Dette er en test.")).toBeVisible();

  await page.goto(workspace.path("/surveys"));
  const row = page.getByRole("row", { name: /Relationship/ });
  await expect(row.getByRole("cell").last()).toHaveText("0");
});

test("a door is made, opened by a stranger, answered, and closed", async ({ page, newContext }) => {
  await enterAs(page.context(), admin);
  await page.goto(workspace.path("/surveys/new"));
  await page.getByRole("main").getByLabel("Name").fill("Counter");
  await page.locator("select[name=question]").selectOption("csat");
  await page.locator("select[name=scale]").selectOption("1-3");
  await page.getByRole("button", { name: "Create survey" }).click();
  await page.getByRole("link", { name: "New door" }).click();
  await page.getByRole("main").getByLabel("Name").fill("Counter in Aarhus");
  await page.getByRole("button", { name: "Make the door" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expect(page.frameLocator("#snippet iframe").getByText("Very satisfied")).toBeVisible();
  await expectNoViolations(page);
  const link = await page.locator("#link textarea").inputValue();

  const stranger = await (await newContext({ locale: "sv-SE" })).newPage();
  await stranger.goto(link);
  await expect(stranger.locator("html")).toHaveAttribute("lang", "sv");
  await stranger.getByLabel("Mycket nöjd", { exact: true }).check();
  await stranger.getByRole("button", { name: /Skicka/ }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("Mycket nöjd");
  await expectNoViolations(stranger);

  await page.reload();
  await expect(page.getByText("1 press, 1 counted")).toBeVisible();
  await page.getByRole("button", { name: "Close the door" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the door" }).click();
  await expect(page.getByText("closed", { exact: true })).toBeVisible();
});

test("a touchpoint is placed and moved by keyboard alone", async ({ page }) => {
  await enterAs(page.context(), admin);
  await page.goto(workspace.path("/touchpoints/new"));
  await page.getByRole("main").getByLabel("Name").focus();
  await page.keyboard.type("Delivery");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Delivery", level: 1 })).toBeVisible();
  await page.goto(workspace.path("/touchpoints?arrange=1"));
  const stage = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(stage("Choosing us").getByRole("link", { name: "Delivery" })).toBeVisible();
  await page.getByRole("button", { name: "Move Delivery to the next stage" }).focus();
  await page.keyboard.press("Enter");
  await expect(stage("Buying").getByRole("link", { name: "Delivery" })).toBeVisible();
  await expectNoViolations(page);
});
