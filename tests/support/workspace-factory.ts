import { randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/permissions";
import { sessionCookie, sessionToken } from "@/lib/auth/session-cookie";
import { readEnv } from "@/lib/env";
import { joinWorld, type Person } from "./factories/people";
import { createWorld, type World } from "./factories/world";

export const TEST_PASSWORD = "correct-horse-battery";

/** A workspace of a spec's own, so that specs can run beside each other on one server. */
export type TestWorkspace = {
  world: World;
  slug: string;
  /** Path of a page of this workspace. */
  path(page?: string): string;
  join(role?: Role, name?: string): Promise<Person>;
};

export async function createTestWorkspace(name = "Nordlys"): Promise<TestWorkspace> {
  return testWorkspaceOf(await createWorld({ name, asOf: new Date().toISOString().slice(0, 10) }));
}

export function testWorkspaceOf(world: World): TestWorkspace {
  const { slug } = world.workspace;
  return {
    world,
    slug,
    path: (page = "") => `/w/${slug}${page}`,
    join: (role = "admin", personName = "Test Person") =>
      joinWorld(world, role, {
        name: personName,
        email: `${role}-${randomBytes(5).toString("hex")}@nordlys.example`,
        password: TEST_PASSWORD,
      }),
  };
}

/** As somebody who signed in before: the session's cookie is there. */
export async function enterAs(context: BrowserContext, person: Person): Promise<void> {
  const { name } = sessionCookie();
  const value = await sessionToken(person);
  const url = readEnv().APP_URL;
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
}

/** Through the sign-in page, as a person does it. */
export async function signIn(page: Page, email: string, password = TEST_PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
