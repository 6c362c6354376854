// Compiles the app for production; npm start serves it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp } from "./support/app-build";
import { StartError } from "./support/ports";
import { superviseProcesses } from "./support/processes";

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-build-"));
const supervisor = superviseProcesses(folder);
const finish = async (code: number) => {
  await supervisor.stopAll();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void finish(130));

try {
  await buildApp(supervisor, true);
  await finish(0);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  await finish(1);
}
