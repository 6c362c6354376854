import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Secrets = { AUTH_SECRET: string; LINK_KEYS: string };

/** Made once per data folder: a restart keeps sessions and the links in mails already sent. */
export function readOrMakeSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const secrets: Secrets = {
      AUTH_SECRET: randomBytes(32).toString("base64"),
      LINK_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}
