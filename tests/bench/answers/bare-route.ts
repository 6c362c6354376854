import { pool } from "@/lib/db/client";

// Copied into the measured app beside the answer's own handler. The least a route can do with a form:
// read it, insert one row, lead on. No tenant, no link, no rule, no history.

export async function POST(request: Request): Promise<Response> {
  const fields = await request.formData();
  await pool().query("INSERT INTO bench_row (id, score, at) VALUES ($1, $2, $3)", [
    crypto.randomUUID(),
    Number(fields.get("score")),
    new Date(),
  ]);
  return new Response(null, { status: 303, headers: { Location: "/" } });
}
