import { rmSync } from "node:fs";
import path from "node:path";
import { FolderInUseError, leaveFolder, takeFolder } from "@/lib/db/embedded-lock";
import { removeEmbeddedData } from "@/lib/db/embedded-postgres";
import { applyMigrations } from "@/lib/db/migration-engine";
import { EnvError } from "@/lib/env";
import type { DemoOptions } from "./demo-options";
import { requireFreePort, StartError } from "./ports";
import { requireSeedable } from "./prepare-database";
import { type Supervisor, stopLeftovers, superviseProcesses } from "./processes";
import { say, step } from "./progress";
import {
  describeServices,
  type Services,
  startDatabase,
  startMailCatcher,
  startScript,
} from "./services";

export type Login = { email: string; password: string; role: string; workspace: string };

async function removeData(folder: string): Promise<void> {
  await removeEmbeddedData(path.join(folder, "postgres"));
  // By name: the folder was chosen by a person and may hold other things.
  for (const name of ["mail", "logs", "secrets.json"]) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

async function checkPorts(options: DemoOptions): Promise<void> {
  await requireFreePort(options.port, "the app", "port");
  const { mailPort, smtpPort } = options;
  if (mailPort) await requireFreePort(mailPort, "the mail inbox", "mail-port");
  if (smtpPort) await requireFreePort(smtpPort, "incoming mail", "smtp-port");
}

async function seed(supervisor: Supervisor, services: Services): Promise<Login[]> {
  const child = startScript(supervisor, services, "demo data", "seed.ts", (line) => {
    if (!line.startsWith("{")) say(`    ${line}`);
  });
  const code = await child.ended;
  const lines = child.lastLines().split("\n");
  if (code !== 0) throw new StartError(`Writing the demo data failed:\n${lines.join("\n")}`);
  return (JSON.parse(lines.at(-1) ?? "") as { logins: Login[] }).logins;
}

async function openDatabase(supervisor: Supervisor, options: DemoOptions): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    if (options.isFresh) {
      throw new StartError("--fresh only deletes the embedded database, not that of DATABASE_URL.");
    }
    if (!options.isSeedAnyway) await requireSeedable(given);
    return given;
  }
  const { url, notes } = await step("Database", () => startDatabase(supervisor, {}));
  for (const note of notes) say(`    ${note}`);
  return url;
}

/** Database with migrations and demo data, and the mail catcher: what demo and dev have in common. */
export async function prepare(
  supervisor: Supervisor,
  options: DemoOptions,
): Promise<{ services: Services; logins: Login[] }> {
  const left = await stopLeftovers(options.dataDir);
  if (left > 0) say(`  Stopped ${left} processes that an earlier run left behind.`);
  await checkPorts(options);
  if (options.isFresh && !process.env.DATABASE_URL) {
    await step("Deleting the old data", () => removeData(options.dataDir));
  }
  const databaseUrl = await openDatabase(supervisor, options);
  const services = await describeServices(supervisor, databaseUrl, {
    ...options,
    appPort: options.port,
  });
  const ownerUrl = process.env.MIGRATION_DATABASE_URL || databaseUrl;
  await step("Migrations", () => applyMigrations(ownerUrl));
  const logins = await step("Demo data", () => seed(supervisor, services));
  await step("Mail catcher", () => startMailCatcher(supervisor, services));
  return { services, logins };
}

function isForPeople(error: unknown): error is Error {
  return [StartError, FolderInUseError, EnvError].some((kind) => error instanceof kind);
}

/** Runs until a signal comes or something ends that should not; then stops all that was started. */
export async function runUntilStopped(
  dataDir: string,
  work: (supervisor: Supervisor) => Promise<void>,
): Promise<never> {
  const supervisor = superviseProcesses(dataDir);
  const finish = async (code: number) => {
    await supervisor.stopAll();
    leaveFolder(dataDir);
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (supervisor.isStopping()) return;
      say("\n  Stopping ...");
      void finish(0);
    });
  }
  supervisor.whenOneFails((name, output) => {
    say(`\nThe ${name} ended unexpectedly ${output}`);
    void finish(1);
  });
  try {
    takeFolder(dataDir);
    await work(supervisor);
  } catch (error) {
    if (!supervisor.isStopping()) {
      console.error(isForPeople(error) ? `\n${error.message}` : error);
      await finish(1);
    }
  }
  return new Promise<never>(() => {});
}
