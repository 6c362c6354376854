import { ctxForApiKey } from "@/lib/auth/api-key";
import type { Ctx } from "@/lib/auth/ctx";
import { can } from "@/lib/auth/permissions";
import { type Quota, useQuota } from "@/lib/auth/rate-limit";
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
async function authenticate(request: Request, now: Date, headers: Headers): Promise<Ctx> {
  try {
    return await ctxForApiKey(request.headers.get("authorization"), now);
  } catch (error) {
    if (isAppError(error) && error.code === "UNAUTHENTICATED") {
      const quota = await useQuota({ rule: "api:address", of: addressOf(request) });
      if (quota.isSpent) {
        headers.set("Retry-After", String(quota.resetSeconds));
        throw new AppError(
          "RATE_LIMITED",
          "Too many calls with no valid key. Wait, then try again.",
        );
      }
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

/** @throws AppError NOT_FOUND where there is no such path, METHOD_NOT_ALLOWED where it takes another method. */
function choose(found: readonly Found[], method: string, headers: Headers): Found {
  // An answer without its body: what carries it leaves the body out.
  const wanted = method === "HEAD" ? "GET" : method;
  const chosen = found.find(({ endpoint }) => endpoint.method === wanted);
  if (chosen) return chosen;
  if (found.length === 0) throw new AppError("NOT_FOUND", "There is no such address in the API.");
  const methods = found.map(({ endpoint }) => endpoint.method);
  headers.set("Allow", methods.join(", "));
  throw new AppError("METHOD_NOT_ALLOWED", `This address takes ${methods.join(" or ")}.`);
}

/** @throws AppError FORBIDDEN naming what the key would need; the verb asks again. */
function requireScope({ actor }: Ctx, { scope }: Endpoint): void {
  if (can(actor, scope)) return;
  throw new AppError("FORBIDDEN", `This key was not made for it: the call needs ${scope}.`);
}

/**
 * @throws AppError INVALID_INPUT naming every parameter or field that is none, so that a typing error is told,
 *   and at once what else is wrong
 */
function refuseUnknown({ query, body, method }: Endpoint, given: object): void {
  const schema = method === "POST" ? body : query;
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(schema?.shape ?? {}, name));
  if (unknown.length === 0) return;
  const message = method === "POST" ? "There is no such field." : "There is no such parameter.";
  const others = (schema?.safeParse(given).error?.issues ?? []).filter(
    ({ code }) => code !== "unrecognized_keys",
  );
  const fieldErrors = [
    ...unknown.map((name) => [name.slice(0, 100), message]),
    ...others.map((issue) => [issue.path.join("."), issue.message]),
  ];
  throw new AppError("INVALID_INPUT", message, {
    fieldErrors: Object.fromEntries(fieldErrors.slice(0, 100)),
  });
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
    const ctx = await authenticate(request, new Date(), headers);
    await allowOne(ctx, headers);
    const { endpoint, parts } = choose(found, request.method, headers);
    requireScope(ctx, endpoint);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const given = endpoint.method === "POST" ? await readJson(request) : query;
    refuseUnknown(endpoint, given);
    const input = { ...given, ...parts };
    return toResponse(await madeOnce(request, endpoint, { ctx, input }), headers);
  } catch (error) {
    return toResponse(refusal(error), headers);
  }
}
