import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { LANGUAGES } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { test } from "../support/browser";
import { type Asked, askSomebody, expectNoSidewaysScroll, PHONE } from "../support/respondent";

// A dead link answers 410, which the browser reports as an error.
test.use({ expectedProblems: [/410 \(Gone\)/] });

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const ALL_FOLLOW_UPS = [
  "relative_advantage",
  "switching",
  "reason_to_stay",
  "search",
  "ease",
  "drivers",
  "contact_me",
];
const STEPS = ["Bad", "Fair", "Good"];
const CUSTOM = { question: "How was the course?", labels: STEPS, thanks: "See you in spring." };
const OPTIONS = {
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, CUSTOM])),
  driverItems: ["added_value", "service", "communication", "incentives", "trust"],
  offersCannotSay: true,
};
const QUESTIONS: Record<string, unknown>[] = [
  { question: "nps" },
  { question: "csat", scale: "1-5" },
  { question: "csat", scale: "1-4" },
  { question: "csat", scale: "1-3", scope: "touchpoint", touchpointName: "Service visit" },
  { question: "ease" },
  { question: "relative_advantage" },
  { question: "switching" },
  { question: "reason_to_stay" },
  { question: "search" },
  { question: "custom", scale: "1-3", options: OPTIONS },
];

async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

async function pressFirst(page: Page, asked: Asked): Promise<string> {
  await page.goto(asked.link());
  await page.getByRole("radio").first().check();
  await page.getByRole("button").click();
  await page.waitForURL(/\/thanks$/);
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

for (const language of LANGUAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`@full every page in ${language}, ${colorScheme}, at 320 px: no fault for axe`, async ({
      newContext,
    }) => {
      test.setTimeout(240_000);
      const look = { colorScheme, viewport: { width: 320, height: 740 } };
      const page = await (await newContext(look)).newPage();
      const say = respondentTexts(language);
      for (const fields of QUESTIONS) {
        const asked = await askSomebody({ language, followUps: ALL_FOLLOW_UPS, ...fields });
        await page.goto(asked.link());
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await check(page);
        await pressFirst(page, asked);
        await check(page);
        if (fields.question !== "nps") continue;
        await page.goto(`${asked.link()}?choose=1`);
        await check(page);
        await page.getByRole("link", { name: say("mail.eraseMe") }).click();
        await check(page);
        await page.goto(`${asked.link()}x`);
        await check(page);
      }
    });
  }
}

test("@full every kind of question can be answered without scripts, with all that follows", async ({
  newContext,
}) => {
  test.setTimeout(240_000);
  for (const fields of QUESTIONS) {
    const asked = await askSomebody({ language: "en", followUps: ALL_FOLLOW_UPS, ...fields });
    const page = await (await newContext(PHONE)).newPage();
    expect(await pressFirst(page, asked)).toMatch(
      /^Thank you\. Your answer, .+, has been saved\.$/,
    );
    const groups = page.locator("fieldset");
    for (let i = 0; i < (await groups.count()); i += 1) {
      await groups.nth(i).getByRole("radio").first().check();
    }
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Send the rest" }).click();
    await expect(page).toHaveURL(/done=1/);
    const rows = await asked.workspace.world.in((tx) => tx.responseEvent.findMany());
    const questions = new Set(rows.map((row) => row.question));
    const drivers = [...questions].filter((question) => question.startsWith("driver_"));
    expect(drivers).toHaveLength(fields.question === "custom" ? 5 : 4);
    for (const question of ALL_FOLLOW_UPS.filter((name) => name !== "drivers")) {
      expect(questions).toContain(question);
    }
  }
});
