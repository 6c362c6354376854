import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

type Rule = { points: number; seconds: number };

/** Per account and address: a person mistyping. Per account: many addresses. Per address: many accounts. */
const RULES = {
  "sign-in:pair": { points: 8, seconds: 15 * 60 },
  "sign-in:account": { points: 60, seconds: 60 * 60 },
  "sign-in:address": { points: 100, seconds: 15 * 60 },
  "reset:account": { points: 4, seconds: 60 * 60 },
  "reset:address": { points: 20, seconds: 60 * 60 },
  "token:address": { points: 30, seconds: 15 * 60 },
  "password:account": { points: 10, seconds: 15 * 60 },
  // A whole office may sit behind one address; a kiosk is one address all day.
  "door:address": { points: 30, seconds: 60 * 60 },
  "door:kiosk": { points: 240, seconds: 60 * 60 },
  "api:key": { points: 300, seconds: 60 },
  "api:address": { points: 30, seconds: 15 * 60 },
} as const satisfies Record<string, Rule>;

type RateRule = keyof typeof RULES;
export type RateUse = { rule: RateRule; of: string };

function limiter(rule: RateRule): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    tableName: "rate_limit",
    // The migration made the table; the plain role may not.
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: rule,
    points: RULES[rule].points,
    duration: RULES[rule].seconds,
  });
}

/** Addresses and e-mails are kept as keyed hashes only. */
function keyOf(of: string): string {
  return createHmac("sha256", readEnv().AUTH_SECRET).update(of).digest("base64url");
}

function waitText(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** Counts one try against every rule given. @throws AppError RATE_LIMITED saying how long to wait. */
export async function countTry(uses: readonly RateUse[]): Promise<void> {
  const results = await Promise.allSettled(
    uses.map(({ rule, of }) => limiter(rule).consume(keyOf(of))),
  );
  const refused = results.filter((r) => r.status === "rejected").map((r) => r.reason as unknown);
  const fault = refused.find((reason) => !(reason instanceof RateLimiterRes));
  if (fault) throw fault;
  const waits = refused.map((reason) => (reason as RateLimiterRes).msBeforeNext);
  if (waits.length === 0) return;
  throw new AppError(
    "RATE_LIMITED",
    `Too many tries. Wait ${waitText(Math.max(...waits))} and try again.`,
  );
}

export type Quota = { limit: number; remaining: number; resetSeconds: number; isSpent: boolean };

/** Counts one use where the user is told how many are left. */
export async function useQuota({ rule, of }: RateUse): Promise<Quota> {
  const limit = RULES[rule].points;
  const isRefusal = (reason: unknown): reason is RateLimiterRes => reason instanceof RateLimiterRes;
  const result = await limiter(rule)
    .consume(keyOf(of))
    .catch((reason: unknown) => {
      if (isRefusal(reason)) return reason;
      throw reason;
    });
  const resetSeconds = Math.ceil(result.msBeforeNext / 1000);
  const isSpent = result.consumedPoints > limit;
  return { limit, remaining: Math.max(0, result.remainingPoints), resetSeconds, isSpent };
}

/** After a success the tries before it are forgiven. */
export async function forgiveTries({ rule, of }: RateUse): Promise<void> {
  await limiter(rule).delete(keyOf(of));
}

/** Rows nobody counts on any more. */
export async function clearOldTries(now: Date): Promise<void> {
  await pool().query("DELETE FROM rate_limit WHERE expire < $1", [now.getTime() - 3_600_000]);
}
