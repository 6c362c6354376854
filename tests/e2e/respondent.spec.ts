import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { LANGUAGES } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { sendWave } from "@/lib/surveys/waves/send-wave";
import { test } from "../support/browser";
import { createAccount, createContact } from "../support/factories/accounts";
import { linksIn, waitForMail } from "../support/mail";
import { createTestWorkspace, signIn, type TestWorkspace } from "../support/workspace-factory";

// A dead link answers 410, which the browser reports as an error.
test.use({ expectedProblems: [/410 \(Gone\)/] });

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
};

type Asked = { workspace: TestWorkspace; adminEmail: string; link(choice: number): string };

async function ask(question: "nps" | "csat", language = "da"): Promise<Asked> {
  const workspace = await createTestWorkspace("Nordlys Pumper");
  const { world } = workspace;
  const workspaceId = world.workspace.id;
  await db().workspace.update({
    where: { id: workspaceId },
    data: { isDemo: true },
    select: { id: true },
  });
  const admin = await workspace.join("admin", "Mette Holm");
  const account = await createAccount(world, { name: "Grenaa Havn" });
  const contact = await createContact(world, account.id, { firstName: "Lone" });
  await world.in((tx) =>
    tx.contact.updateMany({ where: { workspaceId, id: contact.id }, data: { language } }),
  );
  const fields = { scope: "relationship", followUps: ["relative_advantage", "switching"] };
  const { surveyId } = await createSurvey({
    ctx: admin.ctx,
    input: { ...fields, name: "Yearly", question },
  });
  const input = { waveId: randomUUID(), surveyId, name: "Autumn", contactIds: [contact.id] };
  await sendWave({ ctx: admin.ctx, input });
  const mail = await waitForMail(`${contact.id}@customer.example`);
  const links = linksIn(mail);
  const link = (choice: number) => links.find((url) => url.endsWith(`?c=${choice}`)) ?? "";
  return { workspace, adminEmail: admin.email, link };
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test("on a phone without scripts: one click, one press, a sentence, and a change of mind", async ({
  newContext,
}) => {
  const asked = await ask("nps");
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
  await page.getByRole("link", { name: "Ret mit svar" }).click();
  await expect(page.getByText("Du svarede 8 den")).toBeVisible();
  await page.getByRole("radio", { name: "10 af 10" }).check();
  await page.getByRole("button", { name: "Send 10" }).click();
  await page.goBack();
  await page.reload();
  await expect(page.getByText("Du svarede 10 den")).toBeVisible();
});

test("a link without a choice asks for one before anything is sent", async ({ newContext }) => {
  const asked = await ask("csat");
  const page = await (await newContext(PHONE)).newPage();
  await page.goto(asked.link(5).replace(/\?.*/, ""));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveURL(/\/s\/[\w-]+$/);
  await page.getByRole("radio", { name: "Tilfreds", exact: true }).check();
  await page.getByRole("button", { name: "Send »Tilfreds«" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tilfreds");
});

test("every exit is one press with an undo, and works without scripts", async ({ newContext }) => {
  const asked = await ask("nps");
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
    const asked = await ask("nps");
    const page = await (
      await newContext({ colorScheme, viewport: { width: 390, height: 844 } })
    ).newPage();
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([]);
    };
    await page.goto(asked.link(9));
    await check();
    const preferences = await page.getByRole("link", { name: "Slet mine" }).getAttribute("href");
    await page.getByRole("button", { name: "Send 9" }).click();
    await check();
    await page.goto(preferences ?? "");
    await check();
    await page.goto(`${asked.link(9).replace(/\?.*/, "")}x`);
    await check();
  });
}

test("a colleague reads beforehand that the answer will not count, and it does not", async ({
  page,
}) => {
  const asked = await ask("nps");
  await signIn(page, asked.adminEmail);
  await page.goto(asked.link(10));
  await expect(page.getByText("You are signed in as staff")).toBeVisible();
  await page.getByRole("button", { name: "Send 10" }).click();
  await page.goto(asked.workspace.path("/waves"));
  await page.getByRole("link", { name: "Autumn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0 of 1 person asked have answered",
  );
  await expect(page.getByText("answered by staff")).toBeVisible();
});

test("@full in every language the mail leads to a page and thanks in that language", async ({
  newContext,
}) => {
  test.setTimeout(180_000);
  for (const language of LANGUAGES) {
    const say = respondentTexts(language);
    const asked = await ask("nps", language);
    const page = await (await newContext(PHONE)).newPage();
    await page.goto(asked.link(9));
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: say("page.sendNumber", { n: "9" }) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      say("page.thanks", { answer: "9" }),
    );
    await expectNoSidewaysScroll(page);
  }
});
