import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { applyMigrations } from "@/lib/db/migration-engine";
import { findFreePort } from "@/scripts/support/ports";
import type { Child, Supervisor } from "@/scripts/support/processes";
import {
  describeServices,
  type Services,
  startMailCatcher,
  startWorker,
} from "@/scripts/support/services";

// The measured app is a copy of this one with three routes more, built and run as in production.

const LEFT_OUT = /^(node_modules|tests|docs|\..*|.*\.tsbuildinfo)$/;
const ROUTES = { form: "form-route.ts", bare: "bare-route.ts", tenant: "tenant-route.ts" };

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another file system.
    copyFileSync(source, target);
  }
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

function copyApp(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(PROJECT_ROOT).filter((entry) => !LEFT_OUT.test(entry))) {
    cpSync(path.join(PROJECT_ROOT, name), path.join(to, name), { recursive: true });
  }
  linkTree(path.join(PROJECT_ROOT, "node_modules"), path.join(to, "node_modules"));
  for (const [name, file] of Object.entries(ROUTES)) {
    const folder = path.join(to, "app", "s", "[token]", `bench-${name}`);
    mkdirSync(folder);
    copyFileSync(path.join(import.meta.dirname, file), path.join(folder, "route.ts"));
  }
}

function runNext(
  supervisor: Supervisor,
  app: string,
  args: string[],
  env: Record<string, string>,
): Child {
  const cli = path.join(app, "node_modules/next/dist/bin/next");
  const [command = "", ...rest] = args;
  return supervisor.start({
    name: `next ${command}`,
    args: [cli, command, app, ...rest],
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_DIST_DIR: ".next" },
  });
}

async function waitFor(url: string, child: Child): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the app does not answer at ${url}:\n${child.lastLines()}`);
}

export type MeasuredApp = {
  origin: string;
  /** Whose children do the work; null where the database is somebody else's. */
  pids: { app: number; database: number | null };
  startMailing(): Promise<void>;
};

/** A server as in production: what it acknowledges is on the disk. */
async function startOwnDatabase(supervisor: Supervisor): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: path.join(supervisor.folder, "postgres") });
  supervisor.add("database", () => server.stop());
  return server;
}

/** @param databaseUrl an owner's address of an empty database; else a server of our own, durable. */
export async function startMeasuredApp(
  supervisor: Supervisor,
  databaseUrl: string | undefined,
): Promise<MeasuredApp> {
  const app = path.join(supervisor.folder, "app");
  copyApp(app);
  const build = runNext(supervisor, app, ["build"], { NEXT_TELEMETRY_DISABLED: "1" });
  if ((await build.ended) !== 0) throw new Error(`the build failed:\n${build.lastLines()}`);
  const own = databaseUrl ? null : await startOwnDatabase(supervisor);
  const url = databaseUrl ?? own?.url ?? "";
  await applyMigrations(url);
  const appPort = await findFreePort();
  const services: Services = await describeServices(supervisor, url, {
    host: "127.0.0.1",
    appPort,
  });
  Object.assign(process.env, services.values);
  const args = ["start", "-p", String(appPort), "-H", "127.0.0.1"];
  const server = runNext(supervisor, app, args, { ...services.values, LOG_LEVEL: "warn" });
  await waitFor(`http://127.0.0.1:${appPort}/api/health`, server);
  return {
    origin: `http://127.0.0.1:${appPort}`,
    pids: { app: server.pid, database: own?.pid ?? null },
    async startMailing() {
      await startMailCatcher(supervisor, services);
      await startWorker(supervisor, services);
    },
  };
}
