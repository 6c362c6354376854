import { toFailure } from "@/lib/actions/to-failure";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { SignedPost } from "@/lib/surveys/mail/require-signed";

/** A mail of ours comes back whole at times; more than this is no report. */
const MAX_BYTES = 2_000_000;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

async function readBody(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MAX_BYTES) throw new AppError("TOO_LARGE", "The body is larger than 2 MB.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Answers a machine's signed post in JSON. What failed on our side may be sent again. */
export async function answerPost(
  request: Request,
  receive: (post: SignedPost) => Promise<unknown>,
): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    const body = await readBody(request);
    const signature = request.headers.get("x-holdfast-signature");
    return Response.json(await receive({ body, signature, now: new Date() }), { headers });
  } catch (error) {
    const { code, message } = await toFailure(error, {}, "en");
    return Response.json({ code, message }, { status: STATUS[code] ?? 400, headers });
  }
}
