import { Readable } from "node:stream";
import { ZodError } from "zod";
import { readerLanguage } from "@/lib/auth/reader-language";
import { isAppError, notFound } from "@/lib/errors";
import { saySentence } from "@/lib/i18n/say-sentence";

function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** A file to keep, streamed as it is made. */
export function fileAnswer(fileName: string, contentType: string, body: Readable): Response {
  return new Response(Readable.toWeb(body.map(toBytes)) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": attachment(fileName),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function toBytes(piece: string | Uint8Array): Uint8Array {
  return typeof piece === "string" ? Buffer.from(piece) : piece;
}

/** What cannot be had, in the reader's language; a fault of ours is not hidden. */
export async function fileRefusal(error: unknown): Promise<Response> {
  const [sentence, status] = refusalOf(error);
  return new Response(saySentence(await readerLanguage(), sentence), { status });
}

function refusalOf(error: unknown): [sentence: string, status: number] {
  if (error instanceof ZodError) return [notFound("file").message, 404];
  if (!isAppError(error) || error.code === "INTERNAL" || error.code === "UNAVAILABLE") throw error;
  if (error.code === "UNAUTHENTICATED") return [error.message, 401];
  if (error.code === "TOO_LARGE") return [error.message, 413];
  return [notFound("file").message, 404];
}
