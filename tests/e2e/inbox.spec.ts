import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { sendWave } from "@/lib/surveys/waves/send-wave";
import { ASKING_KEY } from "@/lib/workspaces/asking-settings";
import { test } from "../support/browser";
import { createAccount, createContact } from "../support/factories/accounts";
import { createAnswer, createInvitation, createSurvey } from "../support/factories/answers";
import { linksIn, mailsTo, waitForMail } from "../support/mail";
import { createTestWorkspace, enterAs, type TestWorkspace } from "../support/workspace-factory";

const TODAY = new Date().toISOString().slice(0, 10);

test("an account manager finds an answer by keyboard, writes back and marks it as handled", async ({
  page,
}) => {
  const workspace = await createTestWorkspace("Inbox by keyboard");
  const { world } = workspace;
  const manager = await workspace.join("account_manager", "Mette Holm");
  const { id: accountId } = await createAccount(world, {
    name: "Grenaa Havn",
    ownerId: manager.employeeId,
  });
  const contact = await createContact(world, accountId, { firstName: "Lone", lastName: "Ravn" });
  const survey = await createSurvey(world);
  const { id: invitationId } = await createInvitation(world, survey, contact, {
    deliveredOn: TODAY,
  });
  const told = { on: TODAY, invitationId };
  await createAnswer(world, survey, contact, { ...told, value: 6 });
  const comment = "The deliveries come late.";
  await createAnswer(world, survey, contact, { ...told, question: "comment", comment });

  await enterAs(page.context(), manager);
  await page.goto(workspace.path("/answers"));
  await page.getByRole("searchbox", { name: "Search in comments" }).focus();
  await page.keyboard.type("LATE");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=LATE/);
  await expect(page.getByText(comment)).toBeVisible();
  // Between two pages of one document there is a moment without a title.
  await expect(page).toHaveTitle(/\S/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: /Open the answer: 6 of 10, Lone Ravn/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "6 of 10, unhappy" })).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByLabel("Subject").focus();
  await page.keyboard.type("Your answer");
  await page.keyboard.press("Tab");
  await page.keyboard.type("We look into it.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("On its way.")).toBeVisible();
  const mail = await waitForMail(`${contact.id}@customer.example`, { subject: "Your answer" });
  expect(mail.text.trim()).toBe("We look into it.");

  await page.getByLabel("What changed").focus();
  await page.keyboard.type("We deliver on Mondays.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Open again" })).toBeVisible();
  await page.goto(workspace.path("/answers?state=open"));
  await expect(page.getByText("No answer fits")).toBeVisible();
});

/** Every rule of asking but the hours of the day. */
async function askAtAnyHour({ world }: TestWorkspace): Promise<void> {
  const value = { keepsWorkingHours: false, quietWeeks: false };
  const version = { workspaceId: world.workspace.id, id: randomUUID(), key: ASKING_KEY };
  const rest = { validFrom: new Date("2020-01-01"), reason: "test", createdAt: new Date() };
  await world.in((tx) => tx.settingVersion.create({ data: { ...version, value, ...rest } }));
}

test("what an answer changed is written down once, told in the next mail, and never in a neutral one", async ({
  page,
  newContext,
}) => {
  test.setTimeout(120_000);
  const workspace = await createTestWorkspace("Nordlys Told");
  const { world } = workspace;
  await askAtAnyHour(workspace);
  const admin = await workspace.join("admin", "Ida Winther");
  const { id: accountId } = await createAccount(world, { name: "Grenaa Havn" });
  const contact = await createContact(world, accountId, { firstName: "Lone", lastName: "Ravn" });
  const survey = await createSurvey(world);
  const { id: invitationId } = await createInvitation(world, survey, contact, {
    deliveredOn: TODAY,
  });
  const { id: answerId } = await createAnswer(world, survey, contact, {
    on: TODAY,
    invitationId,
    value: 6,
  });
  const address = `${contact.id}@customer.example`;
  const told = "We deliver on Mondays <now>.";
  const askAgain = async (name: string) => {
    const before = (await mailsTo(address)).length;
    const again = { contactIds: [contact.id], asksDespiteInterval: true };
    const input = { waveId: randomUUID(), surveyId: survey.id, name, ...again };
    await sendWave({ ctx: admin.ctx, input });
    await expect
      .poll(async () => (await mailsTo(address)).length, { timeout: 30_000 })
      .toBe(before + 1);
    return waitForMail(address);
  };

  const before = await askAgain("Before");
  expect(before.text).not.toContain("Mondays");

  await enterAs(page.context(), admin);
  await page.goto(workspace.path(`/answers/${answerId}`));
  await page.getByLabel("What changed").fill(told);
  await page.getByRole("button", { name: "Mark as handled" }).click();
  await expect(page.getByRole("button", { name: "Open again" })).toBeVisible();

  const normal = await askAgain("Normal");
  expect(normal.text).toContain(told);
  expect(normal.html).toContain("We deliver on Mondays &lt;now&gt;.");
  // The page may be opened by whoever the mail was passed on to.
  const reader = await (await newContext()).newPage();
  await reader.goto(linksIn(normal).find((link) => link.endsWith("?c=9")) ?? "");
  await expect(reader.getByRole("button", { name: /9/ })).toBeVisible();
  expect(await reader.content()).not.toContain("Mondays");

  await page.goto(workspace.path("/settings/sending"));
  await page.getByRole("radio", { name: /^Neutral/ }).check();
  const form = page.locator("form").filter({ hasText: "Why you change it" });
  await form.getByLabel("Why you change it").fill("The Danish rule");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const neutral = await askAgain("Neutral");
  expect(neutral.text).not.toContain("Mondays");
  expect(neutral.html).not.toContain("Mondays");
});
