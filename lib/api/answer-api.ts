import { ctxForApiKey } from "@/lib/auth/api-key";
import type { Ctx } from "@/lib/auth/ctx";
import { countTry, type Quota, useQuota } from "@/lib/auth/rate-limit";
import { AppError, isAppError } from "@/lib/errors";
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

/** Key, limit and body of a call, then one verb; its answer, or an RFC 9457 problem, as JSON. */
export async function answerApi(
  request: Request,
  verb: (call: Call) => Promise<unknown>,
): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  try {
    const ctx = await authenticate(request, new Date());
    const of = ctx.actor.type === "apiKey" ? ctx.actor.apiKeyId : "";
    const quota = await useQuota({ rule: "api:key", of });
    for (const [name, value] of Object.entries(quotaHeaders(quota))) headers.set(name, value);
    if (quota.isSpent) throw new AppError("RATE_LIMITED", "Wait, then go on more slowly.");
    const input = request.method === "GET" ? {} : await readJson(request);
    return Response.json(await verb({ ctx, input }), { headers });
  } catch (error) {
    const problem = toProblem(error);
    headers.set("Content-Type", "application/problem+json");
    if (problem.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="holdfast"');
    return new Response(JSON.stringify(problem), { status: problem.status, headers });
  }
}
