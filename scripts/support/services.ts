import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { NEXT_CLI, serveArgs } from "./app-build";
import { findFreePort, StartError } from "./ports";
import type { Child, Supervisor } from "./processes";
import { say } from "./progress";
import { readOrMakeSecrets } from "./secrets";

export type ServiceOptions = {
  host: string;
  appPort: number;
  smtpPort?: number | undefined;
  mailPort?: number | undefined;
  /** Used instead of an embedded server. */
  databaseUrl?: string | undefined;
  isForTests?: boolean;
};

/** What every process of Holdfast needs to know; children get it as their environment. */
export type Services = {
  values: Record<string, string>;
  host: string;
  appPort: number;
  appUrl: string;
  mailUrl: string;
  smtpPort: number;
  mailPort: number;
};

export async function startDatabase(
  supervisor: Supervisor,
  options: { isForTests?: boolean },
): Promise<{ url: string; notes: string[] }> {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(supervisor.folder, "postgres"),
    ...(options.isForTests ? { isForTests: true } : {}),
  });
  supervisor.add("database", () => server.stop());
  supervisor.watch("database", server.ended);
  return { url: server.url, notes: server.notes };
}

export async function describeServices(
  supervisor: Supervisor,
  databaseUrl: string,
  options: ServiceOptions,
): Promise<Services> {
  const { host, appPort } = options;
  const smtpPort = options.smtpPort ?? (await findFreePort());
  const mailPort = options.mailPort ?? (await findFreePort());
  const appUrl = `http://localhost:${appPort}`;
  return {
    values: {
      ...readOrMakeSecrets(supervisor.folder),
      DATABASE_URL: databaseUrl,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      APP_URL: appUrl,
      MAIL_FROM: "surveys@holdfast.example",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    host,
    appPort,
    appUrl,
    mailUrl: `http://localhost:${mailPort}`,
    smtpPort,
    mailPort,
  };
}

function childEnv(services: Services, mode: "production" | "development"): NodeJS.ProcessEnv {
  return { ...process.env, ...services.values, NODE_ENV: mode };
}

async function startWatched(
  supervisor: Supervisor,
  services: Services,
  options: { name: string; args: string[]; mode: "production" | "development"; isShown?: boolean },
): Promise<Child> {
  const { name, args, mode } = options;
  const onLine = options.isShown ? say : undefined;
  const child = supervisor.start({ name, args, env: childEnv(services, mode), onLine });
  const output = child.ended.then((code) => `(exit code ${code})\n${child.lastLines()}`);
  supervisor.watch(name, output);
  return child;
}

async function waitUntilAnswers(child: Child, url: string, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (hasEnded) throw new StartError(`The ${child.name} ended:\n${child.lastLines()}`);
    if (Date.now() > end) {
      throw new StartError(`The ${child.name} does not answer at ${url}:\n${child.lastLines()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function script(name: string): string[] {
  return ["--import", "tsx", path.join(PROJECT_ROOT, "scripts", name)];
}

/** A script that does its work and ends. */
export function startScript(
  supervisor: Supervisor,
  services: Services,
  name: string,
  file: string,
  onLine: (line: string) => void,
): Child {
  const env = childEnv(services, "production");
  return supervisor.start({ name, args: script(file), env, onLine });
}

export async function startMailCatcher(supervisor: Supervisor, services: Services): Promise<void> {
  const args = script("mail-catcher.ts");
  args.push("--smtp-port", String(services.smtpPort), "--http-port", String(services.mailPort));
  args.push("--host", services.host, "--dir", path.join(supervisor.folder, "mail"));
  const child = await startWatched(supervisor, services, {
    name: "mail catcher",
    args,
    mode: "production",
  });
  await waitUntilAnswers(child, `http://127.0.0.1:${services.mailPort}/api/messages`, 30_000);
}

export async function startWorker(
  supervisor: Supervisor,
  services: Services,
  mode: "production" | "development" = "production",
): Promise<void> {
  await startWatched(supervisor, services, { name: "worker", args: script("worker.ts"), mode });
}

export async function startApp(
  supervisor: Supervisor,
  services: Services,
  mode: "production" | "development" = "production",
): Promise<Child> {
  const isShown = mode === "development";
  const { appPort, host } = services;
  const args = isShown
    ? [NEXT_CLI, "dev", "-p", String(appPort), "-H", host]
    : serveArgs(appPort, host);
  const child = await startWatched(supervisor, services, { name: "app", args, mode, isShown });
  await waitUntilAnswers(child, `http://127.0.0.1:${services.appPort}/api/health`, 120_000);
  return child;
}
