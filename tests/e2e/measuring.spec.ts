import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { copyStory, sharedStory } from "../support/story-workspace";
import { enterAs } from "../support/workspace-factory";

test("whoever was not asked is asked from the list of coverage, after a question", async ({
  page,
}) => {
  const workspace = await copyStory("Nordlys Measures");
  await enterAs(page.context(), await workspace.join("admin"));
  await page.goto(workspace.path("/coverage"));
  const list = page.locator("#not-asked");
  const ask = list.getByRole("button", { name: /^Ask \d/ }).first();
  await ask.click();
  await expect(page.getByText(/^Send “/)).toBeVisible();
  await page
    .getByRole("button", { name: /^Ask \d/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/waves\/[0-9a-f-]{36}$/);
});

test("the assumed share is part of the address, and the table leaves as a file", async ({
  page,
}) => {
  const workspace = sharedStory();
  await enterAs(page.context(), await workspace.join("admin"));
  await page.goto(workspace.path("/potential"));
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/share=25/);
  await expect(page.getByRole("heading", { level: 2, name: "By size" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#sizes").getByRole("link", { name: /^CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/potential-sizes.*\.csv$/);
});
