import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

export const STAGES = ["static", "unit", "integration", "e2e"] as const;
export type Stage = (typeof STAGES)[number];
export type Counts = { passed: number; failed: number; skipped: number };

const REPORTS = path.join(PROJECT_ROOT, "test-results", "reports");
const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

function runNode(args: string[], env: NodeJS.ProcessEnv = {} as NodeJS.ProcessEnv) {
  return new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

function tool(file: string): string {
  return path.join(PROJECT_ROOT, "node_modules", file);
}

function readReport<T>(name: string): T | null {
  const file = path.join(REPORTS, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}

/** A run that breaks off without a report, or fails beside its tests, is one failure more. */
function settle(counts: Counts | null, isOk: boolean): Counts {
  const known = counts ?? NOTHING;
  return isOk || known.failed > 0 ? known : { ...known, failed: 1 };
}

async function runStatic(): Promise<Counts> {
  const checks: [string, string[]][] = [
    [
      "format and lint",
      [
        tool("@biomejs/biome/bin/biome"),
        "ci",
        "--error-on-warnings",
        "--diagnostic-level=warn",
        ".",
      ],
    ],
    ["types", [tool("typescript/bin/tsc"), "--noEmit"]],
    ["dead code", [tool("knip/bin/knip.js"), "--no-progress", "--no-config-hints"]],
  ];
  const counts = { ...NOTHING };
  for (const [name, args] of checks) {
    const isOk = await runNode(args);
    process.stdout.write(`${isOk ? "  ok  " : "FAILED"}  ${name}\n`);
    counts[isOk ? "passed" : "failed"] += 1;
  }
  return counts;
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number };

async function runVitest(
  project: "unit" | "integration",
  among: readonly string[],
): Promise<Counts> {
  const name = `${project}.json`;
  const args = [tool("vitest/vitest.mjs"), "run", "--project", project, "--reporter=dot"];
  args.push("--reporter=json", `--outputFile.json=${path.join(REPORTS, name)}`);
  const isOk = await runNode([...args, ...among]);
  const report = readReport<VitestReport>(name);
  const counts = report && {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  };
  return settle(counts, isOk);
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

async function runPlaywright(among: readonly string[]): Promise<Counts> {
  const name = "e2e.json";
  const args = ["--import", "tsx", tool("@playwright/test/cli.js"), "test", "--reporter=list,json"];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(REPORTS, name) } as Record<string, string>;
  const isOk = await runNode([...args, ...among], env as NodeJS.ProcessEnv);
  const stats = readReport<PlaywrightReport>(name)?.stats;
  const counts = stats && {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return settle(counts ?? null, isOk);
}

/** @param among parts of file names; tests run only in files with one of them. */
export async function runStage(stage: Stage, among: readonly string[] = []): Promise<Counts> {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(path.join(REPORTS, `${stage}.json`), { force: true });
  if (stage === "static") return runStatic();
  if (stage === "e2e") return runPlaywright(among);
  return runVitest(stage, among);
}
