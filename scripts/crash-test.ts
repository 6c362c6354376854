// Kills the worker forty times while 1,500 mails go out, and counts what became of each mail.
//   npm run test:crash -- [MAILS] [KILLS]
import { spawnSync } from "node:child_process";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

const [mails = "1500", kills = "40"] = process.argv.slice(2);
const vitest = path.join(PROJECT_ROOT, "node_modules", "vitest", "vitest.mjs");
const file = "tests/integration/surveys/crash.test.ts";
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--project", "integration", "--testTimeout", "3600000", file],
  {
    cwd: PROJECT_ROOT,
    stdio: "inherit",
    env: { ...process.env, CRASH_MAILS: mails, CRASH_KILLS: kills },
  },
);
process.exit(status ?? 1);
