import path from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { parsePort, StartError } from "./ports";

export type DemoOptions = {
  isHelp: boolean;
  isFresh: boolean;
  isSeedAnyway: boolean;
  host: string;
  port: number;
  mailPort: number | undefined;
  smtpPort: number | undefined;
  dataDir: string;
};

export function helpText(command: "demo" | "dev"): string {
  return `npm run ${command} -- [options]

  --port N        port of the app (default 3000)
  --mail-port N   port of the mail inbox (default: a free one)
  --smtp-port N   port that takes the mail (default: a free one)
  --data-dir DIR  where data is kept (default ${command === "demo" ? ".data" : ".data/dev"})
  --fresh         delete that data and start over
  --host ADDRESS  address to listen on (default 127.0.0.1: this machine only)
  --seed-anyway   with DATABASE_URL: write demo data even where that is not empty or not local
  --help          this text

With DATABASE_URL set (owner of the database) that database is used instead of the embedded one.`;
}

/** @throws StartError when an option is unknown or makes no sense. */
export function readDemoOptions(args: string[], defaultDataDir: string): DemoOptions {
  const read = () =>
    parseArgs({
      args,
      options: {
        help: { type: "boolean", short: "h", default: false },
        fresh: { type: "boolean", default: false },
        "seed-anyway": { type: "boolean", default: false },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string" },
        "mail-port": { type: "string" },
        "smtp-port": { type: "string" },
        "data-dir": { type: "string", default: defaultDataDir },
      },
    }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\nSee --help.`);
  }
  return {
    isHelp: values.help,
    isFresh: values.fresh,
    isSeedAnyway: values["seed-anyway"],
    host: values.host,
    port: parsePort(values.port, "port") ?? 3000,
    mailPort: parsePort(values["mail-port"], "mail-port"),
    smtpPort: parsePort(values["smtp-port"], "smtp-port"),
    dataDir: path.resolve(PROJECT_ROOT, values["data-dir"]),
  };
}
