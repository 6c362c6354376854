import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";

// argon2id, 19 MiB, two passes, one lane (OWASP's first recommendation).
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
// Of a random text nobody kept: unknown users cost the same work as known ones.
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$tUomQwQyxYk8ZT++ej9g5Q$NlfnP1vZe96He1cYcnVyHROrS89P4iWhVeg++USw/og";

const MAX_RUNNING = Math.max(2, availableParallelism());
const MAX_WAITING = 200;
const waiting: (() => void)[] = [];
let running = 0;

/** Each hash takes 19 MiB: without a cap a burst of sign-ins would take the server's memory. */
async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_RUNNING) {
    if (waiting.length >= MAX_WAITING) {
      throw new AppError(
        "UNAVAILABLE",
        "Too many people sign in right now. Try again in a minute.",
      );
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return withTurn(() => hash(password, COST));
}

/** @param stored null for an unknown user or one without a password: same work, never true. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await withTurn(() => verify(stored ?? NOBODY, password));
  return isRight && stored !== null;
}

/** A hash made with an older cost is replaced at the next successful sign-in. */
export function needsRehash(stored: string): boolean {
  return !CURRENT.test(stored);
}
