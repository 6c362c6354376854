import { createPrivateKey } from "node:crypto";
import { z } from "zod";

// The only reader of process.env in the app. Read when the server or the worker starts, not at
// import: a build needs no secrets.

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a postgresql:// address",
});
const webUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });

const linkKeys = z
  .string({ error: "is missing (form: id:base64key, the first one signs)" })
  .transform((text, context) => {
    const keys = text.split(",").map((part) => {
      const [id = "", key = ""] = part.trim().split(":");
      return { id, key: Buffer.from(key, "base64") };
    });
    const isMalformed = keys.some((k) => !/^[a-z0-9]{1,8}$/.test(k.id) || k.key.length < 32);
    if (isMalformed) {
      context.addIssue({
        code: "custom",
        message:
          "must be a comma-separated list of id:key, id of 1-8 letters or digits, key of at least 32 bytes in base64",
      });
    }
    return keys;
  });

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}

/** A key in PEM as it is, with \\n for its line breaks, or in base64. */
const rsaKey = z
  .string()
  .transform((text) => {
    const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
    return pem.replaceAll("\\n", "\n");
  })
  .refine(isRsaKey, { error: "must be an RSA private key in PEM, or that in base64" });

const domain = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain name in lower case")
  .optional();

const logLevelSchema = z
  .enum(["debug", "info", "warn", "error", "silent"], {
    error: "must be debug, info, warn, error or silent",
  })
  .default("info");

const whole = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}`;
  return z.coerce.number({ error }).int(error).min(low, error).max(high, error);
};

/** A comma at the end leaves an empty part. */
const HOST = /^\s*((\[[0-9a-f:]+\]|[^\s:/[\]]+)(:\d+)?)?\s*$/i;

/** All of them or none. */
const TOGETHER = [
  ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;

const variables = z.object({
  DATABASE_URL: postgresUrl,
  AUTH_SECRET: z.string({ error: "is missing" }).min(32, "must have at least 32 characters"),
  LINK_KEYS: linkKeys,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }),
  APP_URL: webUrl.transform((url) => url.replace(/\/+$/, "")),
  MAIL_FROM: z
    .email({ error: "must be an e-mail address" })
    .default("surveys@localhost.localdomain"),
  /** Its mail must reach /api/mail/inbound: undeliverable mails come back to addresses of their own. */
  MAIL_BOUNCE_DOMAIN: domain,
  /** Signs what is posted to /api/mail/...; without it those addresses do not exist. */
  MAIL_EVENTS_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  DKIM_DOMAIN: domain,
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+$/i, "must be letters, digits and hyphens")
    .optional(),
  DKIM_PRIVATE_KEY: rsaKey.optional(),
  /** Opens /api/metrics; without it that address does not exist. */
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: logLevelSchema,
  OIDC_ISSUER: webUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  DATABASE_POOL_SIZE: whole(2, 100).default(10),
  /** Addresses inside the network (host or host:port) that webhooks may reach all the same, split by commas. */
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .refine((text) => text.split(",").every((host) => HOST.test(host)), {
      error: "must be host or host:port, split by commas",
    })
    .optional(),
  /** Megabytes of facts that a process keeps in memory, over all workspaces. */
  FACTS_MEMORY_MB: whole(64, 65_536).default(1_024),
});

const envSchema = variables.superRefine((env, context) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === names.length) continue;
    for (const name of missing)
      context.addIssue({ code: "custom", path: [name], message: "is missing" });
  }
});

const migrationEnvSchema = z
  .object({ DATABASE_URL: postgresUrl, MIGRATION_DATABASE_URL: postgresUrl.optional() })
  .transform((e) => ({ MIGRATION_DATABASE_URL: e.MIGRATION_DATABASE_URL ?? e.DATABASE_URL }));

export type Env = z.infer<typeof envSchema>;

/** Start-up stops with every variable that is missing or malformed named on a line of its own. */
export class EnvError extends Error {
  override name = "EnvError";
}

function readWith<T>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name} ${name in given ? issue.message : "is missing"}`;
  });
  throw new EnvError(`Holdfast cannot start. Check these variables:\n${lines.join("\n")}`);
}

let cached: Env | undefined;

/** @throws EnvError naming each missing or malformed variable. */
export function readEnv(): Env {
  cached ??= readWith(envSchema, process.env);
  return cached;
}

/** For a process that goes on with other variables. */
export function forgetEnv(): void {
  cached = undefined;
}

export function readMigrationEnv(): { MIGRATION_DATABASE_URL: string } {
  return readWith(migrationEnvSchema, process.env);
}

/** Alone, as the log exists before start-up is checked; a misspelt one is named there. */
export function logLevel(): Env["LOG_LEVEL"] {
  return logLevelSchema.catch("info").parse(process.env.LOG_LEVEL);
}

export function isProduction(): boolean {
  return process.env.NODE_ENV === "production";
}

/** Folder of the build; several may stand side by side. Read before any other variable exists. */
export function buildFolder(): string {
  return process.env.NEXT_DIST_DIR || ".next";
}

/** Names of the migrations this build was made with (written into it by next.config.ts). */
export function buildMigrations(): string[] {
  return (process.env.BUILD_MIGRATIONS ?? "").split(",").filter((name) => name !== "");
}

/** next-auth reads its own address from the environment; ours is APP_URL. */
export function setAuthAddress(): void {
  process.env.NEXTAUTH_URL = readEnv().APP_URL;
}

/** Ends the process with a message for the operator. */
export function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
