import { encode } from "next-auth/jwt";
import type { BenchWorkspace } from "./make-world";
import { at, ms, note, point } from "./table";

const REQUESTS = 60;

export async function cookieOf(
  { userId, sessionId }: BenchWorkspace,
  secret: string,
): Promise<string> {
  const token = { sub: userId, sid: sessionId };
  return `holdfast-session=${await encode({ token, secret, maxAge: 86_400 })}`;
}

async function visit(url: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  return { ms: performance.now() - start, bytes: text.length };
}

const FIRST_AT_MOST_MS = 300_000;

/** The first answer after a start, and how often the page said before that it could not answer yet. */
async function first(url: string, cookie: string): Promise<{ ms: number; refused: number }> {
  const start = performance.now();
  for (let refused = 0; ; refused += 1) {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    await answer.text();
    const spent = performance.now() - start;
    if (answer.status === 200) return { ms: spent, refused };
    if (spent > FIRST_AT_MOST_MS) throw new Error(`${url} answers ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

type Address = readonly [url: string, cookie: string];

async function inTurns(...addresses: [Address, Address]) {
  const visits: [{ ms: number; bytes: number }[], { ms: number; bytes: number }[]] = [[], []];
  for (let turn = 0; turn < REQUESTS; turn += 1)
    for (const which of [0, 1] as const) visits[which].push(await visit(...addresses[which]));
  const told = (own: (typeof visits)[0]) => {
    const sorted = own.map((one) => one.ms).sort((a, b) => a - b);
    return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), bytes: own.at(-1)?.bytes ?? 0 };
  };
  return [told(visits[0]), told(visits[1])] as const;
}

/** Pages of the built app, one request at a time, against a page of an empty workspace of the same server. */
export async function benchPages(
  { origin, secret }: { origin: string; secret: string },
  empty: BenchWorkspace,
  full: BenchWorkspace,
) {
  const emptyCookie = await cookieOf(empty, secret);
  const cookie = await cookieOf(full, secret);
  const emptyUrl = `${origin}/w/${empty.slug}/accounts`;
  await visit(emptyUrl, emptyCookie);
  for (const page of ["overview", "accounts", "portfolio"]) {
    const url = `${origin}/w/${full.slug}/${page}`;
    const cold = await first(url, cookie);
    await visit(url, cookie);
    // A page in turns with the empty one: what else the machine does falls on both.
    const [bare, { p50, p95, bytes }] = await inTurns([emptyUrl, emptyCookie], [url, cookie]);
    point(`${page}, p50`, Number(full.slug.slice(6)), p50);
    point(`${page}, p95`, Number(full.slug.slice(6)), p95);
    point(`${page}, first after a start`, Number(full.slug.slice(6)), cold.ms);
    note(
      `${page}, ${full.slug.slice(6)} accounts`,
      `p50 ${ms(p50)}, p95 ${ms(p95)} = ${(p95 / bare.p95).toFixed(1)} x (empty: ${ms(bare.p50)}, ${ms(bare.p95)}); first ${ms(cold.ms)}${cold.refused > 0 ? ` after ${cold.refused} that failed` : ""}; ${Math.round(bytes / 1000)} kB`,
      "<= 3 x at p95",
    );
  }
}
