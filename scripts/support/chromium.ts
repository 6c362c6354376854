import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { StartError } from "./ports";
import { say } from "./progress";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_APPS = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** @returns path of an installed browser, or null. */
export function findInstalledChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new StartError(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...MAC_APPS].find((file) => existsSync(file)) ?? null;
}

function run(command: string, args: string[], timeoutMs: number): boolean {
  const options = { cwd: PROJECT_ROOT, stdio: "inherit", timeout: timeoutMs } as const;
  return spawnSync(command, args, options).status === 0;
}

/** @returns path of a browser; null when Playwright has one of its own. Installs one if there is none. */
export function findOrInstallChromium(): string | null {
  const installed = findInstalledChromium();
  if (installed) return installed;
  say("No Chromium found. Installing one for the browser tests ...");
  const playwright = path.join(PROJECT_ROOT, "node_modules/@playwright/test/cli.js");
  if (run(process.execPath, [playwright, "install", "chromium"], 180_000)) return null;
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (isDebianRoot && run("apt-get", ["update", "-q"], 180_000)) {
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], 600_000);
  }
  const found = findInstalledChromium();
  if (found) return found;
  throw new StartError(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium), or name one " +
      "with CHROMIUM_PATH=/path/to/chromium.",
  );
}
