import { expect, type Page, type Response } from "@playwright/test";
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

/** Compressed; measured at 176, of which the shell takes 172. */
const OVERVIEW_KB = 210;

/** What a browser with nothing in its cache loads: how large scripts are and which draw curves; pages ahead. */
async function loadsOf(page: Page, address: string) {
  const scripts: { kB: number; drawsCurves: boolean }[] = [];
  const ahead: string[] = [];
  const read = async (answer: Response) => {
    if (answer.request().headers()["next-router-prefetch"]) ahead.push(answer.url());
    if (answer.request().resourceType() !== "script") return;
    const { responseBodySize } = await answer.request().sizes();
    const drawsCurves = (await answer.text()).includes("recharts-");
    scripts.push({ kB: responseBodySize / 1000, drawsCurves });
  };
  const reading: Promise<void>[] = [];
  page.on("response", (answer) => void reading.push(read(answer)));
  await page.goto(address, { waitUntil: "networkidle" });
  await Promise.all(reading);
  return { scripts, ahead };
}

test("pages bring little script, curves only where there are some, and no page ahead of its time", async ({
  page,
  newContext,
}) => {
  const workspace = sharedStory();
  const email = await workspace.join("admin");
  await enterAs(page.context(), email);
  const overview = await loadsOf(page, workspace.path("/overview"));
  expect(overview.ahead).toEqual([]);
  expect(overview.scripts.some(({ drawsCurves }) => drawsCurves)).toBe(false);
  expect(overview.scripts.reduce((sum, { kB }) => sum + kB, 0)).toBeLessThan(OVERVIEW_KB);
  const other = await newContext();
  await enterAs(other, email);
  const growth = await loadsOf(await other.newPage(), workspace.path("/growth"));
  expect(growth.scripts.some(({ drawsCurves }) => drawsCurves)).toBe(true);
});
