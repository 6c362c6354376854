import { expect } from "@playwright/test";
import { test } from "../support/browser";
import { createTestWorkspace, signIn } from "../support/workspace-factory";

test("the server says that it lives, and that it can work", async ({ request }) => {
  expect((await request.get("/api/health")).status()).toBe(200);
  const ready = await request.get("/api/ready");
  expect(await ready.json()).toMatchObject({ status: "ready" });
  const icon = await request.get("/favicon.ico");
  expect(icon.headers()["content-type"]).toContain("image/svg+xml");
});

test("someone who is not signed in gets the sign-in page, with a policy and its nonce", async ({
  page,
}) => {
  const workspace = await createTestWorkspace();
  await workspace.join();
  const response = await page.goto(workspace.path());
  await expect(page).toHaveURL(/\/sign-in/);
  expect(response?.headers()["content-security-policy"]).toContain("'nonce-");
});

test("a member signs in and lands in the own workspace", async ({ page }) => {
  const workspace = await createTestWorkspace();
  const admin = await workspace.join("admin");
  await signIn(page, admin.email);
  await expect(page).toHaveURL(new RegExp(`/w/${workspace.slug}`));
});
