import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { joinWorld } from "../support/factories/people";
import { copyStory } from "../support/story-workspace";
import { enterAs, type TestWorkspace } from "../support/workspace-factory";

const { step } = test;

let workspace: TestWorkspace;

test.beforeEach(async ({ context }) => {
  workspace = await copyStory("Nordlys of Mette Holm");
  const mette = { name: "Mette Holm", email: "mette.holm@nordlys.example" };
  await enterAs(context, await joinWorld(workspace.world, "account_manager", mette));
});

/** The lines of the worklist, without its headings. */
function worklist(page: Page) {
  const rows = page.getByRole("region", { name: "Worklist" }).getByRole("row");
  return rows.filter({ has: page.getByRole("cell") });
}

test("an account manager's Monday: the account in danger is found, called, and rests", async ({
  page,
}) => {
  await step("Whom do I call first this morning, and why?", async () => {
    await page.goto(workspace.path());
    await expect(page).toHaveURL(/\/portfolio$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /customers? needs? you within 14 days\.$/,
    );
    const first = worklist(page).first();
    await expect(first).toContainText("Grenaa Havn");
    await expect(first).toContainText("Passive, unhappy");
    await expect(first).toContainText("13 days");
    await expect(first).toContainText("last day to decide");
    await expect(first).toContainText("Decision-maker Anne Krog gives 4, a user 9");
    await expect(first).toContainText("Pumpex is named");
    await expect(first).toContainText("a promise is overdue");
  });

  await step("Who has fallen silent, although I asked?", async () => {
    const silent = page.getByRole("region", { name: "Silent, and not asked" });
    const listed = silent.getByRole("listitem").or(silent.getByRole("row"));
    await expect(listed.filter({ hasText: "Malmö Kyl" })).toBeVisible();
    const line = worklist(page).filter({ hasText: "Malmö Kyl" });
    await expect(line).toContainText("Not known: asked, no answer · runs by itself");
    await expect(line).toContainText("Asked twice, no answer");
  });

  await step("Where could I sell more?", async () => {
    const grow = page.getByRole("region", { name: "Grow" }).getByRole("row");
    const first = grow.filter({ has: page.getByRole("cell") }).first();
    await expect(first).toContainText("Vesterhav Kran");
    await expect(first).toContainText("elsewhere (asked");
    await expect(worklist(page).filter({ hasText: "Vesterhav Kran" })).toHaveCount(0);
  });

  await step("What is wrong at Grenaa Havn, and who says so?", async () => {
    await worklist(page).first().getByRole("link", { name: "Grenaa Havn", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("13 days.");
    const attitude = page.getByRole("region", { name: "Attitude" });
    await expect(attitude).toContainText(
      "They disagree: user Lone Ravn is convinced, decision-maker Anne Krog is not.",
    );
    const renewal = page.getByRole("region", { name: "Renewal" });
    await expect(renewal).toContainText(/Manager’s call safe .*, signal at risk\. They differ/);
    await expect(renewal.getByRole("row", { name: /^Rival named/ })).toContainText("Pumpex");
    await expect(page.getByRole("region", { name: "Promises" })).toContainText("overdue since");
    await page.getByRole("link", { name: "Complaints", exact: true }).click();
    const timeline = page.getByRole("region", { name: "Timeline" });
    await expect(timeline.getByText("Invoice does not name the quay, again")).toBeVisible();
    await expect(timeline.getByText("Technician came a day late")).toBeVisible();
  });

  await step("I call Anne Krog and write it down, with the keyboard alone", async () => {
    const { keyboard } = page;
    await page.getByRole("link", { name: "Log a call" }).focus();
    await keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Log a contact" });
    await expect(form.getByLabel("What it was")).toHaveValue("call");
    await page.waitForURL(/log=call/);
    await form.getByLabel("With").focus();
    await keyboard.type("Anne");
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await expect(page.getByLabel(/What was said/)).toBeFocused();
    await keyboard.type("Promised a template");
    await page.getByLabel(/^Next step/).focus();
    await keyboard.type("Send it");
    await keyboard.press("Enter");
    await expect(page.getByText(/Give the next step a date/)).toBeVisible();
    await expect(page.getByLabel(/^By/)).toBeFocused();
    await expect(page.getByLabel(/What was said/)).toHaveValue("Promised a template");
    await page.getByLabel(/^By/).fill(inDays(9));
    await page.getByRole("button", { name: "Log it" }).press("Enter");
    const timeline = page.getByRole("region", { name: "Timeline" });
    const entry = timeline.getByRole("listitem").filter({ hasText: "Promised a template" });
    await expect(entry).toContainText("Call, Anne Krog (decision-maker)");
  });

  await step("The template is there: the old promise is closed", async () => {
    const promises = page.getByRole("region", { name: "Promises" });
    await promises.getByRole("button", { name: "Not kept" }).click();
    await expect(promises).toContainText("not kept, closed");
    await expect(promises).not.toContainText("overdue since");
  });

  await step("It is not safe after all: I say so", async () => {
    await page.getByRole("link", { name: /^Change: Service agreement/ }).click();
    const call = page.getByRole("form", { name: /^Your call/ });
    await call.getByLabel("Your call").selectOption({ label: "at risk" });
    await call.getByLabel("Why, in one line").fill("Anne wants to see the template first");
    await call.getByRole("button", { name: "Keep" }).click();
    const renewal = page.getByRole("region", { name: "Renewal" });
    await expect(renewal).toContainText("Manager’s call at risk");
    await expect(renewal).not.toContainText("They differ");
  });

  await step("Whom do I call next?", async () => {
    await page.goto(workspace.path("/portfolio"));
    await expect(worklist(page).first()).not.toContainText("Grenaa Havn");
    await expect(worklist(page).filter({ hasText: "Grenaa Havn" })).toHaveCount(0);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
