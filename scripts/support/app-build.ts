import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { buildFolder } from "@/lib/env";
import { StartError } from "./ports";
import type { Supervisor } from "./processes";
import { say } from "./progress";

const SOURCES = ["app", "components", "lib", "public", "prisma/schema.prisma", "prisma/migrations"];
const NOT_SOURCES = [
  ...["node_modules", "prisma", "tests", "scripts", "docs"],
  ...["biome.json", "knip.json", "playwright.config.ts", "vitest.config.ts", "prisma.config.ts"],
  // The build itself writes to these.
  ...["tsconfig.json", "next-env.d.ts"],
];
const STAMP = "holdfast-sources";

function* filesBelow(entry: string): Generator<string> {
  const full = path.join(PROJECT_ROOT, entry);
  if (!existsSync(full)) return;
  const found = readdirSync(path.dirname(full), { withFileTypes: true }).find(
    (e) => e.name === path.basename(full),
  );
  if (found?.isFile()) yield entry;
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(full).sort()) yield* filesBelow(path.join(entry, name));
}

function sourceHash(): string {
  const hash = createHash("sha256");
  const atRoot = readdirSync(PROJECT_ROOT, { withFileTypes: true })
    .filter((e) => e.isFile() && /\.(ts|mjs|json)$/.test(e.name) && !NOT_SOURCES.includes(e.name))
    .map((e) => e.name);
  const folders = readdirSync(PROJECT_ROOT, { withFileTypes: true })
    .filter((e) => e.isDirectory() && !e.name.startsWith(".") && !NOT_SOURCES.includes(e.name))
    .map((e) => e.name);
  for (const entry of [...new Set([...atRoot, ...folders, ...SOURCES])].sort()) {
    for (const file of filesBelow(entry)) {
      hash.update(`${file}\0`).update(readFileSync(path.join(PROJECT_ROOT, file)));
    }
  }
  return hash.digest("hex");
}

function stampFile(): string {
  return path.join(PROJECT_ROOT, buildFolder(), STAMP);
}

export function isBuildFresh(): boolean {
  const isBuilt = existsSync(path.join(PROJECT_ROOT, buildFolder(), "BUILD_ID"));
  if (!isBuilt || !existsSync(stampFile())) return false;
  return readFileSync(stampFile(), "utf8") === sourceHash();
}

/** The database client is generated when packages are installed; the schema may have changed since. */
function isClientFresh(): boolean {
  const client = path.join(PROJECT_ROOT, "lib/db/generated/client.ts");
  const schema = path.join(PROJECT_ROOT, "prisma/schema.prisma");
  return existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs;
}

/**
 * Figures of many accounts are lists that live for a moment: with the engine's usual 16 MB for what is new a third of
 * the computing at a hundred thousand accounts goes into moving them about.
 */
const ROOM_FOR_NEW = "--max-semi-space-size=64";

/** Arguments for Node to serve the compiled app. */
export function serveArgs(port: number, host: string): string[] {
  return [ROOM_FOR_NEW, NEXT_CLI, "start", "-p", String(port), "-H", host];
}

export const NEXT_CLI = path.join(PROJECT_ROOT, "node_modules/next/dist/bin/next");

/** @throws StartError with the end of the compiler's output. */
export async function buildApp(supervisor: Supervisor, isShown = false): Promise<void> {
  const before = sourceHash();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (!isClientFresh()) {
    const generate = path.join(PROJECT_ROOT, "scripts/prisma-generate.mjs");
    await run(supervisor, "prisma generate", [generate], env, isShown);
  }
  await run(supervisor, "build", [NEXT_CLI, "build"], env, isShown);
  writeFileSync(stampFile(), before);
}

async function run(
  supervisor: Supervisor,
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  isShown: boolean,
): Promise<void> {
  const child = supervisor.start({ name, args, env, onLine: isShown ? say : undefined });
  const code = await child.ended;
  if (code === 0 || supervisor.isStopping()) return;
  const output = isShown ? "" : `\n${child.lastLines()}`;
  throw new StartError(`The ${name} failed (exit code ${code}).${output}`);
}
