import { ctxForApiKey } from "@/lib/auth/api-key";
import type { Ctx } from "@/lib/auth/ctx";
import { countTry, type Quota, useQuota } from "@/lib/auth/rate-limit";
import { AppError, isAppError } from "@/lib/errors";
import type { Endpoint, Found } from "./endpoint";
import { type Answer, answeredBefore, keepAnswer, nameOf } from "./named-calls";
import { toProblem } from "./problem";
import { readJson } from "./read-json";

type Call = { ctx: Ctx; input: unknown };

function addressOf(request: Request): string {
  return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** Whoever guesses keys is stopped by where they come from. */
async function authenticate(request: Request, now: Date): Promise<Ctx> {
  try {
    return await ctxForApiKey(request.headers.get("authorization"), now);
  } catch (error) {
    if (isAppError(error) && error.code === "UNAUTHENTICATED") {
      await countTry([{ rule: "api:address", of: addressOf(request) }]);
    }
    throw error;
  }
}

function quotaHeaders({ limit, remaining, resetSeconds, isSpent }: Quota): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
    ...(isSpent ? { "Retry-After": String(resetSeconds) } : {}),
  };
}

async function allowOne(ctx: Ctx, headers: Headers): Promise<void> {
  const of = ctx.actor.type === "apiKey" ? ctx.actor.apiKeyId : "";
  const quota = await useQuota({ rule: "api:key", of });
  for (const [name, value] of Object.entries(quotaHeaders(quota))) headers.set(name, value);
  if (quota.isSpent) throw new AppError("RATE_LIMITED", "Wait, then go on more slowly.");
}

/** @throws AppError NOT_FOUND where there is no such path, INVALID_INPUT where it takes another method. */
function choose(found: readonly Found[], method: string): Found {
  const chosen = found.find(({ endpoint }) => endpoint.method === method);
  if (chosen) return chosen;
  if (found.length === 0) throw new AppError("NOT_FOUND", "There is no such address in the API.");
  const methods = found.map(({ endpoint }) => endpoint.method).join(" or ");
  throw new AppError("INVALID_INPUT", `This address takes ${methods}.`);
}

function refusal(error: unknown): Answer {
  const problem = toProblem(error);
  return { status: problem.status, body: JSON.stringify(problem) };
}

async function made(endpoint: Endpoint, call: Call): Promise<Answer> {
  try {
    return { status: 200, body: JSON.stringify(await endpoint.verb(call)) };
  } catch (error) {
    return refusal(error);
  }
}

/** A call that names itself is made once; asked again it is answered as before. */
async function madeOnce(request: Request, endpoint: Endpoint, call: Call): Promise<Answer> {
  const named = endpoint.method === "POST" ? nameOf(call.ctx, request, call.input) : null;
  if (named === null) return made(endpoint, call);
  const before = await answeredBefore(call.ctx, named);
  if (before) return before;
  const answer = await made(endpoint, call);
  await keepAnswer(call.ctx, named, answer);
  return answer;
}

function toResponse({ status, body }: Answer, headers: Headers): Response {
  const isProblem = status >= 400;
  headers.set("Content-Type", isProblem ? "application/problem+json" : "application/json");
  if (status === 503) headers.set("Retry-After", "30");
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="holdfast"');
  return new Response(body, { status, headers });
}

/** Key, limit, address and body of a call, then one verb; its answer, or an RFC 9457 problem, as JSON. */
export async function answerApi(request: Request, found: readonly Found[]): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  try {
    const ctx = await authenticate(request, new Date());
    await allowOne(ctx, headers);
    const { endpoint, parts } = choose(found, request.method);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const body = endpoint.method === "POST" ? await readJson(request) : query;
    const input = { ...(body as object), ...parts };
    return toResponse(await madeOnce(request, endpoint, { ctx, input }), headers);
  } catch (error) {
    return toResponse(refusal(error), headers);
  }
}
