import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { linksIn, waitForMail } from "../support/mail";
import { askSomebody, expectNoSidewaysScroll, PHONE } from "../support/respondent";
import { enterAs } from "../support/workspace-factory";

// A dead link answers 410, which the browser reports as an error.
test.use({ expectedProblems: [/410 \(Gone\)/] });

test("on a phone without scripts: one click, one press, a sentence, and a change of mind", async ({
  newContext,
}) => {
  const asked = await askSomebody();
  const mail = await waitForMail(asked.email);
  expect(linksIn(mail)).toContain(asked.link(9));
  const page = await (await newContext(PHONE)).newPage();
  await page.goto(asked.link(9));
  await expectNoSidewaysScroll(page);
  await page.getByRole("radio", { name: "7 af 10" }).check();
  await expect(page.getByRole("button", { name: "Send 7" })).toBeVisible();
  await page.getByRole("radio", { name: "8 af 10" }).check();
  await page.getByRole("button", { name: "Send 8" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tak. Dit svar, 8, er gemt.");
  await page.getByLabel("Hvad er den vigtigste grund til dit svar?").fill("Hurtig hjælp");
  await page.getByRole("radio", { name: "bedre" }).check();
  await page.getByRole("button", { name: "Send resten" }).click();
  await asked.letPass(60);
  await page.getByRole("link", { name: "Ret mit svar" }).click();
  await expect(page.getByText("Du svarede 8 den")).toBeVisible();
  await page.getByRole("radio", { name: "10 af 10" }).check();
  await page.getByRole("button", { name: "Send 10" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tak. Dit svar, 10, er gemt.");
  await page.goBack();
  await page.reload();
  await expect(page.getByText("Du svarede 10 den")).toBeVisible();
  expect(await asked.scores()).toEqual([
    [8, "confirmed", null],
    [10, "confirmed", null],
  ]);
});

test("with the keyboard only: the choice, the press, the sentence, a question and its sending", async ({
  newContext,
}) => {
  const asked = await askSomebody({ followUps: ["switching", "contact_me"] });
  const page = await (await newContext()).newPage();
  await page.goto(asked.link(9));
  const { keyboard } = page;
  await keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "9 af 10" })).toBeFocused();
  await keyboard.press("ArrowLeft");
  await keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Send 8" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("8");
  for (const text of ["Tab", "Tab"]) await keyboard.press(text);
  await keyboard.type("God service");
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/done=1/);
  expect(await asked.scores()).toEqual([[8, "confirmed", null]]);
  const { world } = asked.workspace;
  const rows = await world.in((tx) => tx.responseEvent.findMany({ orderBy: { question: "asc" } }));
  expect(rows.map((row) => [row.question, row.comment ?? row.valueCode])).toEqual([
    ["comment", "God service"],
    ["contact_me", "yes"],
    ["nps", null],
    ["switching", "no"],
  ]);
  expect(rows.every((row) => (row.evidence as { isTrusted: boolean }).isTrusted)).toBe(true);
});

test("a link without a choice asks for one before anything is sent", async ({ newContext }) => {
  const asked = await askSomebody({ question: "csat", scale: "1-4" });
  const page = await (await newContext(PHONE)).newPage();
  await page.goto(asked.link());
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveURL(/\/s\/[\w-]+$/);
  await expect(page.getByRole("radio")).toHaveCount(4);
  await page.getByRole("radio", { name: "Tilfreds", exact: true }).check();
  await page.getByRole("button", { name: "Send »Tilfreds«" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tilfreds");
});

test("every exit is one press with an undo, and works without scripts", async ({ newContext }) => {
  const asked = await askSomebody();
  const page = await (await newContext(PHONE)).newPage();
  await page.goto(asked.link(9));
  await page.getByRole("link", { name: "Slet mine oplysninger" }).click();
  for (const label of [
    "Slet mine oplysninger",
    "Spørg mig sjældnere",
    "Ingen flere undersøgelser",
  ]) {
    await page.getByRole("button", { name: label }).click();
    await expect(page.getByRole("status")).toContainText(label);
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect(page.getByRole("status")).toHaveCount(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the respondent's pages hold WCAG 2.2 AA in ${colorScheme}`, async ({ newContext }) => {
    const asked = await askSomebody({ followUps: ["drivers", "contact_me"] });
    const page = await (
      await newContext({ colorScheme, viewport: { width: 320, height: 740 } })
    ).newPage();
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([]);
      await expectNoSidewaysScroll(page);
    };
    await page.goto(asked.link(9));
    await check();
    const preferences = await page.getByRole("link", { name: "Slet mine" }).getAttribute("href");
    await page.getByRole("button", { name: "Send 9" }).click();
    await check();
    await page.goto(preferences ?? "");
    await check();
    await page.goto(`${asked.link()}x`);
    await check();
  });
}

test("a colleague reads beforehand that the answer will not count, and it does not", async ({
  page,
}) => {
  const asked = await askSomebody();
  await enterAs(page.context(), asked.admin);
  await page.goto(asked.link(10));
  await expect(page.getByText("Du er logget ind som medarbejder")).toBeVisible();
  await page.getByRole("button", { name: "Send 10" }).click();
  await page.goto(asked.workspace.path("/waves"));
  await page.getByRole("link", { name: "Autumn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0 of 1 person asked have answered",
  );
  await expect(page.getByText("answered by staff")).toBeVisible();
});

test("who touches the page and leaves without Send leaves a choice that does not count", async ({
  newContext,
}) => {
  const asked = await askSomebody({ isReal: true });
  await waitForMail(asked.email);
  await asked.setHandedAt(7200);
  const visitor = await (await newContext()).newPage();
  await visitor.goto(asked.link(9));
  await visitor.getByRole("heading", { level: 1 }).click();
  await visitor.goto("about:blank");
  await expect.poll(asked.scores).toEqual([[9, "provisional", "not_sent"]]);
  const page = await (await newContext()).newPage();
  await page.goto(asked.link(9));
  await expect(page.getByText("Du svarede")).toHaveCount(0);
  await page.getByRole("button", { name: "Send 9" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("9");
  expect(await asked.scores()).toEqual([
    [9, "provisional", "not_sent"],
    [9, "confirmed", null],
  ]);
});

test("two tabs, double clicks and going back give one answer and no error", async ({
  newContext,
}) => {
  const asked = await askSomebody();
  const context = await newContext();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(asked.link(9));
  await two.goto(asked.link(9));
  await one.getByRole("button", { name: "Send 9" }).dblclick();
  await two.getByRole("button", { name: "Send 9" }).click();
  await expect(two.getByRole("heading", { level: 1 })).toContainText("9");
  await one.waitForURL(/thanks/);
  await one.goBack();
  await one.getByRole("button", { name: "Send 9" }).click();
  await one.waitForURL(/thanks/);
  expect(await asked.scores()).toEqual([[9, "confirmed", null]]);
});
