// Serves the compiled app in production: npm start -- [--port 3000] [--host 0.0.0.0]
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { buildFolder, EnvError, readEnv } from "@/lib/env";
import { serveArgs } from "./support/app-build";
import { parsePort, StartError } from "./support/ports";

function check(): string[] {
  const { values } = parseArgs({
    options: { port: { type: "string" }, host: { type: "string", default: "0.0.0.0" } },
  });
  const port = parsePort(values.port ?? process.env.PORT, "port") ?? 3000;
  readEnv();
  if (!existsSync(path.join(PROJECT_ROOT, buildFolder(), "BUILD_ID"))) {
    throw new StartError("There is no build yet. Run npm run build first.");
  }
  return serveArgs(port, values.host);
}

try {
  const args = check();
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
} catch (error) {
  const isForPeople = error instanceof EnvError || error instanceof StartError;
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
}
