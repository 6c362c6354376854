import { type ErrorCode, isAppError } from "@/lib/errors";
import { readMetrics } from "@/lib/surveys/mail/read-metrics";

export const dynamic = "force-dynamic";

const HEADERS = {
  "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
  "Cache-Control": "no-store",
};

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, UNAVAILABLE: 503 };

/** For Prometheus, with the token of METRICS_TOKEN as bearer. */
export async function GET(request: Request): Promise<Response> {
  const authorization = request.headers.get("authorization");
  try {
    return new Response(await readMetrics({ authorization, now: new Date() }), {
      headers: HEADERS,
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const status = STATUS[error.code] ?? 404;
    return new Response(`${error.message}\n`, { status, headers: HEADERS });
  }
}
