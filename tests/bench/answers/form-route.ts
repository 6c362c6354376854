// Copied into the measured app as well: what a form costs before any database is asked.

export async function POST(request: Request): Promise<Response> {
  const fields = await request.formData();
  const isGiven = fields.has("score");
  return new Response(null, { status: 303, headers: { Location: isGiven ? "/" : "/none" } });
}
