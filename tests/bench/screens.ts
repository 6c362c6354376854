// A filter is changed in a real browser until the page is painted: every page that measures, of the demo and of
// an invented company, beside an empty page of the same server. And what script a page loads.
//   npm run bench:screens -- [--accounts 10000] [--quick] [--pages overview,retention] [--only times,scripts]
//   --dir DIR     where the data stay (default .data/bench; DATABASE_URL names a server instead)

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { NAVIGATION } from "@/components/layout/navigation";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { buildApp, isBuildFresh } from "@/scripts/support/app-build";
import { CHROMIUM_FLAGS, findOrInstallChromium } from "@/scripts/support/chromium";
import { findFreePort } from "@/scripts/support/ports";
import { superviseProcesses } from "@/scripts/support/processes";
import { describeServices, startApp } from "@/scripts/support/services";
import { queryAs } from "../support/test-server";
import { TEST_VALUES } from "../support/test-values";
import { prepareFacts } from "./data/bench-facts";
import { cookieOf } from "./data/bench-pages";
import { makeBenchWorkspace } from "./data/make-world";
import { startBenchServer } from "./data/server";
import { ms, note, printTable } from "./data/table";
import { benchEmptyPage, benchPage, type Size } from "./screens/bench-page";
import { benchScripts } from "./screens/bench-scripts";
import { DEMO, signInToDemo, writeDemo } from "./screens/demo";
import { raiseEpoch } from "./screens/raise-epoch";
import { openPage, openVisitor, type SignedIn } from "./screens/visitor";

const { values } = parseArgs({
  options: {
    accounts: { type: "string", default: "10000" },
    quick: { type: "boolean", default: false },
    pages: { type: "string" },
    only: { type: "string", default: "times,scripts" },
    dir: { type: "string", default: path.join(PROJECT_ROOT, ".data", "bench") },
  },
});
const parts = new Set(values.only.split(","));
const sizes = values.accounts.split(",").map(Number);
const USUAL = { values: 4, rounds: 5 };
const QUICK = { values: 3, rounds: 2 };
/** Of the pages people look at every day and those that measure. */
const WITHOUT_FIGURES = new Set(["answers"]);
const pages =
  values.pages?.split(",") ??
  NAVIGATION.slice(0, 2)
    .flatMap(({ items }) => items.map(({ path: page }) => page))
    .filter((page) => !WITHOUT_FIGURES.has(page));

async function benchWorkspace(
  browser: Browser,
  signedIn: SignedIn,
  name: string,
  size: Size,
  bareP95: number,
): Promise<void> {
  const ctx = await ctxForSystem(signedIn.slug, "bench");
  const first = await openVisitor(browser, signedIn);
  const started = await openPage(first.page, `${signedIn.origin}/w/${signedIn.slug}/overview`);
  note(`${name}: the first page after a start (overview)`, ms(started));
  await first.close();
  for (const page of pages) {
    await raiseEpoch(ctx);
    const visitor = await openVisitor(browser, signedIn);
    const address = `${signedIn.origin}/w/${signedIn.slug}/${page}`;
    await benchPage(visitor, { name: `${name}: ${page}`, address }, size, bareP95);
    await visitor.close();
  }
}

mkdirSync(values.dir, { recursive: true });
const supervisor = superviseProcesses(values.dir);
try {
  const server = await startBenchServer(supervisor, values.dir, process.env.DATABASE_URL);
  const port = await findFreePort();
  const services = await describeServices(supervisor, server.url, {
    ...{ host: "127.0.0.1", appPort: port },
  });
  Object.assign(process.env, TEST_VALUES, services.values, { LOG_LEVEL: "warn" });
  const demoLogin = await writeDemo(supervisor, services);
  const empty = await makeBenchWorkspace(server.loadUrl, 0, console.log);
  const worlds = [];
  for (const accounts of sizes.filter((count) => count > 0)) {
    const world = await makeBenchWorkspace(server.loadUrl, accounts, console.log);
    await prepareFacts(await ctxForSystem(world.slug, "bench"));
    worlds.push({ accounts, world });
  }
  // Loaded at once, a workspace beside a larger one is not known to the planner yet.
  await queryAs(server.loadUrl, "ANALYZE");
  if (!isBuildFresh()) await buildApp(supervisor);
  const app = await startApp(supervisor, services);
  const size = { ...(values.quick ? QUICK : USUAL), app: app.pid };
  const executablePath = findOrInstallChromium();
  const browser = await chromium.launch({
    ...{ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  });
  supervisor.add("browser", () => browser.close());

  const origin = services.appUrl;
  const secret = process.env.AUTH_SECRET ?? "";
  const nobody = { origin, slug: empty.slug, cookie: await cookieOf(empty, secret) };
  const demo = { origin, slug: DEMO, cookie: await signInToDemo(browser, origin, demoLogin) };
  if (parts.has("scripts")) await benchScripts(browser, demo, ["settings", ...pages]);
  if (parts.has("times")) {
    const visitor = await openVisitor(browser, nobody);
    const bareP95 = await benchEmptyPage(visitor, `${origin}/w/${empty.slug}/accounts`, size);
    await visitor.close();
    await benchWorkspace(browser, demo, "demo", size, bareP95);
    for (const { accounts, world } of worlds) {
      const full = { origin, slug: world.slug, cookie: await cookieOf(world, secret) };
      await benchWorkspace(browser, full, `${accounts} accounts`, size, bareP95);
    }
  }
  printTable(server.about);
} finally {
  await closeConnections();
  await supervisor.stopAll();
}
