import type { Browser } from "@playwright/test";
import type { Supervisor } from "@/scripts/support/processes";
import { type Services, startScript } from "@/scripts/support/services";

export const DEMO = "nordlys";

type Login = { email: string; password: string };

/** The demo's workspaces beside the invented ones; what is there stays. */
export async function writeDemo(supervisor: Supervisor, services: Services): Promise<Login> {
  const child = startScript(supervisor, services, "demo data", "seed.ts", () => {});
  const code = await child.ended;
  const last = child.lastLines().split("\n").at(-1) ?? "";
  if (code !== 0) throw new Error(`writing the demo data failed:\n${child.lastLines()}`);
  const { logins } = JSON.parse(last) as { logins: Login[] };
  const [first] = logins;
  if (!first) throw new Error("the demo has no login");
  return first;
}

/** @returns the session's cookie, as "name=value" */
export async function signInToDemo(
  browser: Browser,
  origin: string,
  { email, password }: Login,
): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const session = (await context.cookies()).find(({ name }) => name.endsWith("holdfast-session"));
  await context.close();
  if (!session) throw new Error("signing in set no session");
  return `${session.name}=${session.value}`;
}
