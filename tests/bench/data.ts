// What the product does at size, against what the same machine can do without it; nothing is asserted but
// that the figures agree. The data are made once and kept.
//   npm run bench:data -- --accounts 100000 [--only facts,kernel,pages,import,growth]
//   --accounts 100000   a hundred purchases each; 20 minutes and 25 GB to make, and 20 to compute its facts
//   --only growth       1,000, 10,000 and 100,000 accounts (or those of --accounts 1000,20000): facts and pages of each
//   --rows 1000000      purchases of the import; needs no accounts of the other parts
//   --repeat 10         kernel: the accounts taken so many times
//   --dir DIR           where the data stay (default .data/bench; DATABASE_URL names a server instead)

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { superviseProcesses } from "@/scripts/support/processes";
import { queryAs } from "../support/test-server";
import { TEST_VALUES } from "../support/test-values";
import { startMeasuredApp } from "./answers/app";
import { benchFacts, prepareFacts } from "./data/bench-facts";
import { benchImport } from "./data/bench-import";
import { benchKernel } from "./data/bench-kernel";
import { benchPages } from "./data/bench-pages";
import { makeBenchWorkspace } from "./data/make-world";
import { type BenchServer, startBenchServer } from "./data/server";
import { noteGrowth, printTable } from "./data/table";

const { values } = parseArgs({
  options: {
    accounts: { type: "string" },
    only: { type: "string", default: "facts,kernel,pages,import" },
    rows: { type: "string", default: "100000" },
    repeat: { type: "string", default: "1" },
    dir: { type: "string", default: path.join(PROJECT_ROOT, ".data", "bench") },
  },
});
const parts = new Set(values.only.split(","));
const isGrowth = parts.has("growth");
const wants = (...names: string[]) => names.some((name) => parts.has(name));
const usual = isGrowth ? "1000,10000,100000" : "10000";
const sizes = (values.accounts ?? usual).split(",").map(Number);

async function benchCompanies(server: BenchServer): Promise<void> {
  for (const accounts of sizes) {
    console.log(`\n${accounts} accounts`);
    const world = await makeBenchWorkspace(server.loadUrl, accounts, console.log);
    const ctx = await ctxForSystem(world.slug, "bench");
    await prepareFacts(ctx);
    if (!wants("facts", "kernel", "growth")) continue;
    const facts = await benchFacts(ctx);
    if (wants("kernel"))
      await benchKernel(facts, server.loadUrl, values.dir, Number(values.repeat));
  }
}

async function benchApp(server: BenchServer): Promise<void> {
  // As docs/operations.md says for a company of that size.
  if (Math.max(...sizes) > 20_000) {
    process.env.NODE_OPTIONS = "--max-old-space-size=6144";
    process.env.FACTS_MEMORY_MB = "4096";
  }
  // Nobody was here lately: nothing is made ready beside what is measured.
  await queryAs(
    server.loadUrl,
    "UPDATE user_session SET last_seen_at = last_seen_at - interval '5 days'",
  );
  const { origin } = await startMeasuredApp(supervisor, server.url);
  // The app's own, made when it was started.
  const app = { origin, secret: process.env.AUTH_SECRET ?? "" };
  const empty = await makeBenchWorkspace(server.loadUrl, 0, console.log);
  for (const accounts of sizes) {
    const world = await makeBenchWorkspace(server.loadUrl, accounts, console.log);
    await benchPages(app, empty, world);
  }
}

mkdirSync(values.dir, { recursive: true });
const supervisor = superviseProcesses(values.dir);
try {
  const server = await startBenchServer(supervisor, values.dir, process.env.DATABASE_URL);
  Object.assign(process.env, TEST_VALUES, { DATABASE_URL: server.url, LOG_LEVEL: "warn" });
  if (wants("facts", "kernel", "pages", "growth")) await benchCompanies(server);
  if (wants("import")) await benchImport(server, values.dir, Number(values.rows));
  if (wants("pages", "growth")) await benchApp(server);
  if (isGrowth) noteGrowth();
  printTable(server.about);
} finally {
  await closeConnections();
  await supervisor.stopAll();
}
