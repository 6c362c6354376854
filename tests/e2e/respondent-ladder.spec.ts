import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { linksIn, waitForMail } from "../support/mail";
import { askSomebody } from "../support/respondent";
import { enterAs } from "../support/workspace-factory";

/** Pressed by a script, as a machine does it: no hand is on the page. */
async function submitByScript(page: Page, website = ""): Promise<void> {
  const left = page.waitForURL(/\/thanks$/);
  await page.evaluate((text) => {
    const form = document.forms[0];
    const trap = form?.elements.namedItem("website") as HTMLInputElement | null;
    if (trap) trap.value = text;
    form?.requestSubmit();
  }, website);
  await left;
}

test("the ladder: whatever machines do with a real mail counts nothing, and then the person counts", async ({
  newContext,
  request,
  page,
}) => {
  test.setTimeout(120_000);
  const asked = await askSomebody({ isReal: true });
  const mail = await waitForMail(asked.email);
  const links = linksIn(mail).filter((url) => /\?c=\d+$/.test(url));
  expect(links).toEqual(Array.from({ length: 11 }, (_, score) => asked.link(score)));

  for (const link of links) expect((await request.head(link)).status()).toBe(200);
  for (const link of links) expect((await request.get(link)).status()).toBe(200);
  const machine = await (await newContext()).newPage();
  for (const link of links) await machine.goto(link);
  expect(await asked.scores()).toEqual([]);

  await asked.setHandedAt(3);
  await request.post(`${asked.link()}/answer`, { form: { score: "1" } });
  expect(await asked.scores()).toEqual([[1, "held", "too_fast"]]);

  await asked.letPass(7200);
  await machine.goto(links[0] ?? "");
  await submitByScript(machine, "http://spam.example");
  await submitAll(machine, links.slice(1, 3));
  expect(await asked.scores()).toEqual([
    [1, "held", "too_fast"],
    [0, "held", "honeypot"],
    [1, "held", "honeypot"],
    [2, "held", "honeypot"],
  ]);

  await asked.letPass(7200);
  await submitAll(machine, links);
  const held = await asked.scores();
  expect(held.filter(([, kind]) => kind === "confirmed")).toEqual([]);
  expect(held.slice(4).map(([, , reason]) => reason)).toEqual(Array(11).fill("two_scores"));

  await asked.letPass(7200);
  const person = await (await newContext()).newPage();
  await person.goto(links[9] ?? "");
  await person.getByRole("button", { name: "Send 9" }).click();
  await expect(person.getByRole("heading", { level: 1 })).toContainText("9");
  expect((await asked.scores()).filter(([, kind]) => kind === "confirmed")).toEqual([
    [9, "confirmed", null],
  ]);
  await enterAs(page.context(), asked.admin);
  await page.goto(asked.workspace.path(`/waves/${asked.waveId}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 of 1 person asked has answered",
  );
});

async function submitAll(machine: Page, links: readonly string[]): Promise<void> {
  for (const link of links) {
    await machine.goto(link);
    await submitByScript(machine);
  }
}

test("an admin sees a held answer with its reason and lets it count, by keyboard only", async ({
  page,
  request,
}) => {
  const asked = await askSomebody({ isReal: true });
  await waitForMail(asked.email);
  await enterAs(page.context(), asked.admin);
  await page.goto(asked.workspace.path("/answers/held"));
  await expect(page.getByText("Nothing waits")).toBeVisible();
  await asked.setHandedAt(4);
  await request.post(`${asked.link()}/answer`, { form: { score: "2", touched: "1" } });
  await page.reload();
  await expect(page.locator("p", { hasText: "Answered within seconds" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Lone" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([]);
  await page.getByRole("button", { name: "Count it" }).focus();
  await page.keyboard.press("Enter");
  // Past the button that closes the question.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing waits")).toBeVisible();
  expect(await asked.scores()).toEqual([
    [2, "held", "too_fast"],
    [2, "confirmed", null],
  ]);
  await page.getByRole("link", { name: "Decided" }).click();
  await expect(page.getByText(/Counted by Mette Holm/)).toBeVisible();
});
