import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { linksIn, waitForMail } from "../support/mail";
import { createTestWorkspace, signIn, TEST_PASSWORD } from "../support/workspace-factory";

const NEW_PASSWORD = "a new and better sentence";

function linkTo(links: string[], part: string): string {
  const link = links.find((href) => href.includes(part));
  if (!link) throw new Error(`the mail has no link with ${part}`);
  return link;
}

test("a person signs in by keyboard alone and comes to the page asked for", async ({ page }) => {
  const workspace = await createTestWorkspace();
  const admin = await workspace.join("admin");
  await page.goto(workspace.path("/settings/profile"));
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(admin.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  const alert = page.getByText("E-mail and password do not match.");
  await expect(alert).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(admin.email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${workspace.slug}/settings/profile`));
});

test("signing out ends the session, also for a copy of its cookie", async ({
  page,
  newContext,
}) => {
  const workspace = await createTestWorkspace();
  const admin = await workspace.join("admin");
  await signIn(page, admin.email);
  const copy = await newContext({ storageState: await page.context().storageState() });
  const other = await copy.newPage();
  await other.goto(workspace.path("/settings/members"));
  await expect(other.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.goto(workspace.path("/settings/members"));
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await other.goto(workspace.path("/settings/members"));
  await expect(other).toHaveURL(/\/sign-in/);
});

test("an invited person joins without script, and loses the session with the role", async ({
  page,
  newContext,
}) => {
  const workspace = await createTestWorkspace();
  const admin = await workspace.join("admin", "Ada Admin");
  const email = `bo-${workspace.slug.slice(-8)}@nordlys.example`;
  await signIn(page, admin.email);
  await page.goto(workspace.path("/settings/members"));
  await page.getByLabel("Name", { exact: true }).fill("Bo Berg");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();

  const link = linkTo(linksIn(await waitForMail(email)), "/invitation/");
  const bo = await (await newContext({ javaScriptEnabled: false })).newPage();
  await bo.goto(link);
  await bo.getByLabel("Choose a password").fill("short");
  await bo.getByRole("button", { name: "Accept and join" }).click();
  await expect(bo.getByText("Use at least 12 characters")).toBeVisible();
  await bo.getByLabel("Choose a password").fill(NEW_PASSWORD);
  await bo.getByRole("button", { name: "Accept and join" }).click();
  await bo.goto(workspace.path("/settings/members"));
  await expect(bo.getByText(email)).toBeVisible();
  await expect(bo.getByText("Send the invitation")).toHaveCount(0);

  await page.reload();
  const role = page.getByRole("form", { name: "Role of Bo Berg" });
  await role.getByRole("combobox").selectOption("viewer");
  await role.getByRole("button").click();
  await expect
    .poll(async () => {
      await bo.goto(workspace.path("/settings/members"));
      return new URL(bo.url()).pathname;
    })
    .toBe("/sign-in");
});

test("a forgotten password is replaced through a mailed link that works once", async ({
  newContext,
}) => {
  const workspace = await createTestWorkspace();
  const { email } = await workspace.join("account_manager");
  const page = await (await newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("a mail with a link is on its way")).toBeVisible();
  const link = linkTo(linksIn(await waitForMail(email)), "/reset-password/");
  await page.goto(link);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "no longer valid" })).toBeVisible();
  await signIn(page, email, NEW_PASSWORD);
  await expect(page).toHaveURL(new RegExp(workspace.slug));
});

test.describe("a member of another workspace", () => {
  test.use({ expectedProblems: [/status of 404/] });

  test("finds neither page, title nor name of it anywhere in the answer", async ({ page }) => {
    const theirs = await createTestWorkspace("Hemmelig Fabrik");
    const stranger = await theirs.join("admin", "Ukendt Person");
    const mine = await createTestWorkspace("Mit eget");
    const me = await mine.join("admin");
    await signIn(page, me.email);
    for (const part of ["", "/settings/members", "/settings/workspace", "/overview"]) {
      const response = await page.goto(theirs.path(part));
      const body = (await response?.text()) ?? "";
      expect(response?.status()).toBe(404);
      expect(body).not.toMatch(/Hemmelig|Ukendt/);
      expect(body).not.toContain(stranger.email);
    }
  });
});

test("the pages before the app have no accessibility fault", async ({ page }) => {
  const paths = ["/sign-in", "/forgot-password", "/reset-password/x", "/invitation/x"];
  for (const path of paths) {
    await page.goto(path);
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
});

test("a Danish browser is met in Danish, until the person chooses another language", async ({
  newContext,
}) => {
  const workspace = await createTestWorkspace();
  const { email } = await workspace.join("admin");
  const page = await (await newContext({ locale: "da-DK" })).newPage();
  const html = page.locator("html");
  await page.goto("/sign-in");
  await expect(html).toHaveAttribute("lang", "da");
  await expect(page).toHaveTitle("Log ind · Holdfast");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Adgangskode").fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Log ind" }).click();
  await page.waitForURL(new RegExp(workspace.slug));

  await page.goto(workspace.path("/settings/profile"));
  await expect(html).toHaveAttribute("lang", "en");
  const navigation = page.getByRole("navigation").first();
  await expect(navigation.getByRole("link", { name: "Accounts" })).toBeVisible();
  const profile = page.getByRole("form", { name: "Profile" });
  await profile.getByLabel("Language").selectOption("fi");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Tallennettu.")).toBeVisible();
  await expect(html).toHaveAttribute("lang", "fi");
  await expect(navigation.getByRole("link", { name: "Asiakkaat" })).toBeVisible();
  await page.reload();
  await expect(html).toHaveAttribute("lang", "fi");
  await expect(page.getByRole("heading", { name: "Asetukset" })).toBeVisible();
});
