export const dynamic = "force-dynamic";

/** The process answers; whether it can work is what /api/ready says. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
