// What the product does at size, against what the same machine can do without it; nothing is asserted but
// that the figures agree. The data are made once and kept.
//   npm run bench:data -- --accounts 10000 [--only facts,kernel,pages,import] [--rows 100000] [--repeat 1]
//   --accounts 1000,10000,100000   growth; the largest takes an hour and 25 GB to make
//   --dir DIR                      where the data stay (default .data/bench; DATABASE_URL names a server instead)

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { superviseProcesses } from "@/scripts/support/processes";
import { TEST_VALUES } from "../support/test-values";
import { startMeasuredApp } from "./answers/app";
import { benchFacts, prepareFacts } from "./data/bench-facts";
import { benchImport } from "./data/bench-import";
import { benchKernel } from "./data/bench-kernel";
import { benchPages } from "./data/bench-pages";
import { makeBenchWorkspace } from "./data/make-world";
import { startBenchServer } from "./data/server";
import { printTable } from "./data/table";

const { values } = parseArgs({
  options: {
    accounts: { type: "string", default: "10000" },
    only: { type: "string", default: "facts,kernel,pages,import" },
    rows: { type: "string", default: "100000" },
    repeat: { type: "string", default: "1" },
    dir: { type: "string", default: path.join(PROJECT_ROOT, ".data", "bench") },
  },
});
const parts = new Set(values.only.split(","));
const sizes = values.accounts.split(",").map(Number);
const databaseUrl = process.env.DATABASE_URL;

mkdirSync(values.dir, { recursive: true });
const supervisor = superviseProcesses(values.dir);
try {
  const server = await startBenchServer(supervisor, values.dir, databaseUrl);
  Object.assign(process.env, TEST_VALUES, { DATABASE_URL: server.url, LOG_LEVEL: "warn" });
  for (const accounts of sizes) {
    console.log(`\n${accounts} accounts`);
    const world = await makeBenchWorkspace(server.loadUrl, accounts, console.log);
    const ctx = await ctxForSystem(world.slug, "bench");
    await prepareFacts(ctx);
    if (!parts.has("facts") && !parts.has("kernel")) continue;
    const facts = await benchFacts(ctx);
    if (parts.has("kernel"))
      await benchKernel(facts, server.loadUrl, values.dir, Number(values.repeat));
  }
  if (parts.has("import")) await benchImport(server.loadUrl, values.dir, Number(values.rows));
  if (parts.has("pages")) {
    const { origin } = await startMeasuredApp(supervisor, server.url);
    // The app's own, made when it was started.
    const app = { origin, secret: process.env.AUTH_SECRET ?? "" };
    const empty = await makeBenchWorkspace(server.loadUrl, 0, console.log);
    for (const accounts of sizes) {
      const world = await makeBenchWorkspace(server.loadUrl, accounts, console.log);
      await benchPages(app, empty, world);
    }
  }
  printTable(server.about);
} finally {
  await closeConnections();
  await supervisor.stopAll();
}
