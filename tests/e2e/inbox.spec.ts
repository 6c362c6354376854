import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { createAccount, createContact } from "../support/factories/accounts";
import { createAnswer, createInvitation, createSurvey } from "../support/factories/answers";
import { waitForMail } from "../support/mail";
import { createTestWorkspace, signIn } from "../support/workspace-factory";

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

  await signIn(page, manager.email);
  await page.goto(workspace.path("/answers"));
  await page.getByRole("searchbox", { name: "Search in comments" }).focus();
  await page.keyboard.type("LATE");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=LATE/);
  await expect(page.getByText(comment)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: /Open the answer: 6 of 10, Lone Ravn/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "6 of 10, unhappy" })).toBeVisible();
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
