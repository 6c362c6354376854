import { encode } from "next-auth/jwt";
import type { BenchWorkspace } from "./make-world";
import { at, ms, note } from "./table";

const REQUESTS = 40;

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

async function warm(url: string, cookie: string) {
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < REQUESTS; turn += 1) {
    const one = await visit(url, cookie);
    times.push(one.ms);
    bytes = one.bytes;
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), bytes };
}

/** Pages of the built app, one request at a time, against a page of an empty workspace of the same server. */
export async function benchPages(
  { origin, secret }: { origin: string; secret: string },
  empty: BenchWorkspace,
  full: BenchWorkspace,
) {
  const emptyCookie = await cookieOf(empty, secret);
  const cookie = await cookieOf(full, secret);
  await visit(`${origin}/w/${empty.slug}/accounts`, emptyCookie);
  const bare = await warm(`${origin}/w/${empty.slug}/accounts`, emptyCookie);
  note("an empty signed-in page", `p50 ${ms(bare.p50)}, p95 ${ms(bare.p95)}`);
  for (const page of ["overview", "accounts", "portfolio"]) {
    const url = `${origin}/w/${full.slug}/${page}`;
    const cold = await visit(url, cookie);
    await visit(url, cookie);
    const { p50, p95, bytes } = await warm(url, cookie);
    note(
      `${page}, ${full.slug.slice(6)} accounts`,
      `p50 ${ms(p50)}, p95 ${ms(p95)} = ${(p95 / bare.p95).toFixed(1)} x; first ${ms(cold.ms)}; ${Math.round(bytes / 1000)} kB`,
      "<= 3 x at p95",
    );
  }
}
