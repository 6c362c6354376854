import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { createProgram } from "@/lib/surveys/programs/create-program";
import { runProgram } from "@/lib/surveys/programs/run-program";
import { test } from "../support/browser";
import { expectNoSidewaysScroll } from "../support/respondent";
import { createStoryWorkspace } from "../support/story-workspace";
import { createTestWorkspace, signIn, type TestWorkspace } from "../support/workspace-factory";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const PAGES = [
  "/programs",
  "/programs/new",
  "/asks",
  "/asks?of=all",
  "/settings/asking",
  "/settings/sending",
  "/settings/mail-log",
  "/answers",
  "/answers?whose=all",
  "/answers/held",
  "/answers/held?show=decided",
] as const;

type Furnished = { workspace: TestWorkspace; email: string; pages: string[] };

let full: Furnished;
let empty: Furnished;

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

async function pathOfAPerson({ world }: TestWorkspace): Promise<string> {
  const person = await world.in((tx) =>
    tx.contact.findFirstOrThrow({
      where: { workspaceId: world.workspace.id, role: "decision_maker", leftOn: null },
      orderBy: { id: "asc" },
      select: { id: true, accountId: true },
    }),
  );
  return `/accounts/${person.accountId}/people/${person.id}`;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const workspace = await createStoryWorkspace("Nordlys Asking");
  await addPrograms(workspace);
  const pages = [...PAGES, await pathOfAPerson(workspace)];
  full = { workspace, email: (await workspace.join("admin", "Ida Winther")).email, pages };
  const bare = await createTestWorkspace("Nordlys Empty");
  empty = { workspace: bare, email: (await bare.join("admin")).email, pages: [...PAGES] };
});

async function look(page: Page, { workspace, email, pages }: Furnished): Promise<void> {
  await signIn(page, email);
  for (const path of pages) {
    await page.goto(workspace.path(path));
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      path,
    ).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  const width = colorScheme === "light" ? 1440 : 390;
  for (const what of ["much", "nothing yet"]) {
    test(`the screens of asking hold WCAG 2.2 AA with ${what} to show, ${width} px wide in ${colorScheme}`, async ({
      newContext,
    }) => {
      test.setTimeout(180_000);
      const context = await newContext({ colorScheme, viewport: { width, height: 900 } });
      await look(await context.newPage(), what === "much" ? full : empty);
    });
  }
}
