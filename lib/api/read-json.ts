import { AppError, invalidField } from "@/lib/errors";

const MAX_BYTES = 10_000_000;

async function readBytes(request: Request): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MAX_BYTES) throw new AppError("TOO_LARGE", "Send at most 10 MB in one call.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The database takes no zero bytes, and nobody's name has one. */
function withoutZeros(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
}

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text, withoutZeros);
  } catch {
    return null;
  }
}

/** @throws AppError INVALID_INPUT for a body that is no JSON object in UTF-8. */
export async function readJson(request: Request): Promise<object> {
  if ((request.headers.get("content-encoding") ?? "identity") !== "identity") {
    throw invalidField("Content-Encoding", "Send the body as it is, not compressed.");
  }
  const bytes = await readBytes(request);
  const value = parse(bytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw invalidField("body", "Send a JSON object in UTF-8.");
}
