import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";
import type { Person } from "../support/factories/people";
import { sharedStory } from "../support/story-workspace";
import { enterAs, type TestWorkspace } from "../support/workspace-factory";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

let workspace: TestWorkspace;
let admin: Person;

test.beforeAll(async () => {
  workspace = sharedStory();
  admin = await workspace.join("admin");
});

test.beforeEach(({ context }) => enterAs(context, admin));

test("the loyalty map is one tab stop, walked by arrow keys, and Enter opens the account", async ({
  page,
}) => {
  await page.goto(workspace.path("/overview"));
  const stops = page.locator("#map svg a[tabindex='0']");
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const first = await page.locator("#map a:focus").getAttribute("aria-label");
  await page.keyboard.press("ArrowUp");
  const second = await page.locator("#map a:focus").getAttribute("aria-label");
  expect(second).not.toBe(first);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/accounts\//);
  await expect(page.getByText((second ?? "").split(".")[0] ?? "").first()).toBeVisible();
});

test("no dot of the map lies over another", async ({ page }) => {
  await page.goto(workspace.path("/overview"));
  const overlaps = await page.locator("#map svg").evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const dots = [...drawing.querySelectorAll("a > circle:first-child")].map((circle) => {
        const read = (name: string) => Number(circle.getAttribute(name));
        return { x: read("cx"), y: read("cy"), r: read("r") };
      });
      return dots.flatMap((a, i) =>
        dots.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 0.01),
      );
    }),
  );
  expect(overlaps).toEqual([]);
});

test("a filter is an address: it can be shared and leads back to the same view", async ({
  page,
}) => {
  await page.goto(workspace.path("/overview"));
  const all = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("combobox", { name: "Owner" }).selectOption({ label: "Mette Holm" });
  await expect(page).toHaveURL(/owner=/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(all ?? "");
  const own = await page.getByRole("heading", { level: 1 }).textContent();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(own ?? "");
  await expect(page.getByRole("combobox", { name: "Owner" })).toHaveValue(/.+/);
});

test("a measure explains itself at a press and closes with Escape", async ({ page }) => {
  await page.goto(workspace.path("/overview"));
  await page.getByRole("button", { name: "How NPS is computed" }).press("Enter");
  const panel = page.getByRole("dialog", { name: /NPS/ });
  await expect(panel.getByText(/^Source:/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("the pages read, filter and change theme without script", async ({ newContext }) => {
  const context = await newContext({ javaScriptEnabled: false });
  await enterAs(context, admin);
  const plain = await context.newPage();
  await plain.goto(workspace.path("/accounts"));
  await plain.getByLabel("Find an account").fill("Ostrobotnia");
  await plain.getByRole("button", { name: "Search" }).click();
  await expect(plain.getByRole("link", { name: "Ostrobotnia Mills" })).toBeVisible();
  await plain.getByRole("button", { name: "Dark" }).first().click();
  await expect(plain.locator("html")).toHaveAttribute("data-theme", "dark");
  await plain.goto(workspace.path("/overview"));
  await plain.locator("#map").getByText("Table", { exact: true }).click();
  await expect(plain.locator("#map table")).toBeVisible();
});

test("from any page an account is found by Ctrl K, and j and k walk the rows", async ({ page }) => {
  await page.goto(workspace.path("/segments"));
  const palette = page.getByRole("dialog", { name: "Find or do" });
  // A key that comes before the page's script is there is nobody's.
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await palette.getByRole("combobox").fill("grenaa");
  await expect(palette.getByRole("option", { name: /Grenaa Havn/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle(/Grenaa Havn/);
  await page.goto(workspace.path("/accounts"));
  const first = page.locator("main tbody tr").first().getByRole("link").first();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(first).not.toBeFocused();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();
  // A filter keeps the focus of whoever chose it, and says after Back what the page shows.
  const state = page.getByLabel("State", { exact: true });
  const search = page.getByRole("main").getByRole("searchbox");
  await state.focus();
  await state.selectOption("passive");
  await expect(page).toHaveURL(/state=passive/);
  await expect(state).toBeFocused();
  await search.fill("Grenaa");
  await search.press("Enter");
  await expect(page).toHaveURL(/search=Grenaa/);
  await page.goBack();
  await expect(search).toHaveValue("");
  await page.goBack();
  await expect(state).toHaveValue("");
});
