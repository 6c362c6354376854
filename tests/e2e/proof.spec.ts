import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { joinWorld } from "../support/factories/people";
import { linksIn, waitForMail } from "../support/mail";
import { copyStory } from "../support/story-workspace";
import {
  createTestWorkspace,
  enterAs,
  signIn,
  TEST_PASSWORD,
  type TestWorkspace,
} from "../support/workspace-factory";

const ACCOUNT = "Ebbevang Vand";

async function createNpsSurvey(page: Page, workspace: TestWorkspace): Promise<string> {
  const name = "Relationship after the talk";
  await page.goto(workspace.path("/surveys/new"));
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: /create/i }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return name;
}

async function sendWave(page: Page, workspace: TestWorkspace, survey: string): Promise<void> {
  await page.goto(workspace.path("/waves/new"));
  await page.getByLabel("Survey", { exact: true }).selectOption({ label: survey });
  await page.getByLabel("Account", { exact: true }).fill(ACCOUNT);
  await page.getByRole("button", { name: /show/i }).click();
  await page.getByRole("button", { name: "Send to 2 people" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /send/i }).click();
  await expect(page).toHaveURL(/\/waves\/[0-9a-f-]{36}/);
}

async function npsTile(page: Page, workspace: TestWorkspace): Promise<string> {
  await page.goto(workspace.path("/overview"));
  const text = (await page.locator("#tile-netPromoterScore").textContent()) ?? "";
  // What stands after it counts visits too.
  return text.split("The figure both ways")[0] ?? "";
}

test("a click on 9 in a mail, confirmed with Send, moves the figure and the account's place", async ({
  page,
  newContext,
}) => {
  test.setTimeout(120_000);
  const workspace = await copyStory("Nordlys Proof");
  await enterAs(page.context(), await workspace.join("admin"));
  const before = await npsTile(page, workspace);
  await page.goto(workspace.path(`/accounts?search=${encodeURIComponent(ACCOUNT)}`));
  await page.getByRole("link", { name: ACCOUNT }).first().click();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}/);
  const accountUrl = page.url();
  await expect(page.getByText(/^Passive/).first()).toBeVisible();

  await sendWave(page, workspace, await createNpsSurvey(page, workspace));

  const mail = await waitForMail(await addressOf(workspace, "Karen", "Gravesen"));
  const nine = linksIn(mail).find((link) => /\/s\/.*c=9$/.test(link));
  expect(nine).toBeTruthy();
  const respondent = await (await newContext()).newPage();
  await respondent.goto(nine ?? "");
  expect(await npsTile(page, workspace), "opening the link counts nothing").toBe(before);
  await respondent.getByRole("button", { name: "Send 9" }).click();
  await expect(respondent).toHaveURL(/\/thanks/);

  const after = await npsTile(page, workspace);
  expect(after).not.toBe(before);
  await page.goto(accountUrl);
  await expect(page.getByText("Loyal", { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Passive/)).toHaveCount(0);

  const manager = await newContext();
  await managerLandsOnOwnPortfolio(workspace, await manager.newPage());
  const stranger = await newContext();
  await strangerFindsNothing(accountUrl, await stranger.newPage());
});

async function managerLandsOnOwnPortfolio(workspace: TestWorkspace, page: Page) {
  const email = "karin.lehto@nordlys.example";
  const given = { name: "Karin Lehto", email, password: TEST_PASSWORD };
  await joinWorld(workspace.world, "account_manager", given);
  await signIn(page, email);
  await expect(page).toHaveURL(/\/portfolio/);
  await expect(page.getByText(/Accounts of Karin Lehto: \d+ accounts/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Ostrobotnia Mills" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Grenaa Havn" })).toHaveCount(0);
}

/** Neither the account's page, its title nor its name is anywhere in the answer. */
async function strangerFindsNothing(accountUrl: string, page: Page) {
  const other = await createTestWorkspace("Another company");
  await enterAs(page.context(), await other.join("admin"));
  const accountId = new URL(accountUrl).pathname.split("/").at(-1);
  for (const url of [accountUrl, other.path(`/accounts/${accountId}`)]) {
    const answer = await page.request.get(url);
    expect(answer.status(), url).toBe(404);
    expect(await answer.text(), url).not.toContain(ACCOUNT);
  }
}

async function addressOf(workspace: TestWorkspace, firstName: string, lastName: string) {
  const contact = await workspace.world.in((tx) =>
    tx.contact.findFirstOrThrow({
      where: {
        workspaceId: workspace.world.workspace.id,
        firstName,
        lastName,
        account: { name: ACCOUNT },
      },
      select: { email: true },
    }),
  );
  if (!contact.email) throw new Error(`${firstName} ${lastName} has no address`);
  return contact.email;
}
