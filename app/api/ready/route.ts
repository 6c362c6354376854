import { readiness } from "@/lib/auth/readiness";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { isReady, ...parts } = await readiness();
  return Response.json(
    { status: isReady ? "ready" : "not ready", ...parts },
    { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
