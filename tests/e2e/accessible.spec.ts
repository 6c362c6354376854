import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect } from "@playwright/test";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { createProgram } from "@/lib/surveys/programs/create-program";
import { runProgram } from "@/lib/surveys/programs/run-program";
import { test } from "../support/browser";
import { addressOf, SIDES, staffRoutes } from "../support/staff-pages";
import { copyStory } from "../support/story-workspace";
import { createTestWorkspace, enterAs, type TestWorkspace } from "../support/workspace-factory";

// Every page of the signed-in app, found by its folder: a new one is looked at without being named here.
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const THEMES = ["light", "dark"] as const;

type Theme = (typeof THEMES)[number];
type Look = { language: Language; theme: Theme; width: number };
type NewContext = (options: object) => Promise<BrowserContext>;

let full: TestWorkspace;
let empty: TestWorkspace;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  full = await copyStory("Nordlys Everywhere");
  await addPrograms(full);
  empty = await createTestWorkspace("Nordlys Nothing");
});

/** Programs of both kinds, and what they plan to ask. */
async function addPrograms(workspace: TestWorkspace): Promise<void> {
  const { id } = workspace.world.workspace;
  const { ctx } = await workspace.join("admin", "Karin Lehto");
  const input = { name: "Relationship, every quarter", question: "nps", scope: "relationship" };
  const { surveyId } = await createSurvey({ ctx, input });
  const drip = {
    kind: "drip",
    name: "Everybody, once a quarter",
    surveyId,
    reminderAfterDays: "7",
  };
  const after = { kind: "triggered", event: "order", days: 3, name: "After an order", surveyId };
  for (const program of [drip, after]) {
    const { programId } = await createProgram({ ctx, input: program });
    await runProgram({ ctx: await ctxForSystem({ id }, "program"), input: { programId } });
  }
}

/** Runs in the page: what makes it wider than the screen, where it is. */
function beyondTheEdge(width: number): string[] {
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width)
    .map((element) => element.outerHTML.slice(0, 200))
    .slice(0, 5);
}

async function lookAt(
  workspace: TestWorkspace,
  routes: readonly string[],
  { language, theme, width }: Look,
  newContext: NewContext,
  told: Readonly<Record<string, string>> = {},
): Promise<void> {
  const reader = await workspace.join("admin", `Reader ${language} ${theme} ${width}`);
  await db().appUser.update({ where: { id: reader.userId }, data: { locale: language } });
  const context = await newContext({ colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await enterAs(context, reader);
  for (const route of routes) {
    const address = await addressOf(workspace, route);
    if (address === null) continue;
    await page.goto(workspace.path(address));
    await expect(page.locator("html"), address).toHaveAttribute("lang", language);
    await expect.soft(page.getByRole("main"), address).toContainText(told[route] ?? "");
    // A preview shows a respondent's page, which has tests of its own.
    const axe = new AxeBuilder({ page })
      // Without frames it needs no page of its own; and what passes is not sent.
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .withTags(TAGS)
      .exclude("iframe");
    const { violations } = await axe.analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        address,
      )
      .toEqual([]);
    expect
      .soft(await page.evaluate(beyondTheEdge, width), `${address} scrolls sideways`)
      .toEqual([]);
  }
}

const routes = staffRoutes();

// One look at each page: languages, themes and widths (desk, phone, tablet) take turns.
LANGUAGES.forEach((language, turn) => {
  const theme = THEMES[turn % 2] as Theme;
  const width = [1440, 390, 800][turn % 3] ?? 1440;
  const own = routes.filter((_, at) => at % LANGUAGES.length === turn);
  test(`a fifth of all pages holds WCAG 2.2 AA in ${language}, ${theme}, ${width} px wide`, async ({
    newContext,
  }) => {
    test.setTimeout(240_000);
    await lookAt(full, own, { language, theme, width }, newContext);
  });
});

/** What pages say, and what to do, while nothing is there; the whole matrix looks at all. */
const TOLD_EMPTY: Readonly<Record<string, string>> = {
  overview: "Import accounts",
  portfolio: "Accounts come here when an owner is set",
  renewals: "contracts come with their end date and notice by import",
  retention: "Import orders or contracts that reach back 12 months",
  buying: "Import orders or contracts with their product types",
  drivers: "Add the driver block",
  coverage: "import accounts with their orders and contracts",
  compare: "Compare segments",
};

THEMES.forEach((theme, turn) => {
  const width = turn === 0 ? 390 : 1440;
  const own = Object.keys(TOLD_EMPTY).filter((_, at) => at % THEMES.length === turn);
  test(`pages with nothing yet to show say what to do and hold it too, ${theme}, ${width} px wide`, async ({
    newContext,
  }) => {
    test.setTimeout(120_000);
    await lookAt(empty, own, { language: "en", theme, width }, newContext, TOLD_EMPTY);
  });
});

for (const language of LANGUAGES)
  for (const theme of THEMES)
    for (const width of [1440, 390])
      test(`every page holds WCAG 2.2 AA in ${language}, ${theme}, ${width} px wide @full`, async ({
        newContext,
      }) => {
        test.setTimeout(1_800_000);
        await lookAt(full, [...routes, ...SIDES], { language, theme, width }, newContext);
      });

for (const language of LANGUAGES)
  for (const theme of THEMES)
    for (const width of [1440, 390])
      test(`every page with nothing to show holds it in ${language}, ${theme}, ${width} px wide @full`, async ({
        newContext,
      }) => {
        test.setTimeout(1_800_000);
        await lookAt(empty, routes, { language, theme, width }, newContext);
      });
