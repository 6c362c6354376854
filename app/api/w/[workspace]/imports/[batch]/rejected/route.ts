import { Readable } from "node:stream";
import { ZodError } from "zod";
import { readerLanguage } from "@/lib/auth/reader-language";
import { ctxForWorkspace } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";
import { saySentence } from "@/lib/i18n/say-sentence";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string; batch: string }> };

function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function isFaultOfOurs(error: unknown): boolean {
  if (isAppError(error)) return error.code === "INTERNAL" || error.code === "UNAVAILABLE";
  return !(error instanceof ZodError);
}

/** The refused rows of an import as a CSV, streamed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { workspace, batch } = await params;
  try {
    const ctx = await ctxForWorkspace(workspace);
    const file = await exportRejectedRows({ ctx, input: { batchId: batch } });
    const body = Readable.toWeb(Readable.from(file.text)) as ReadableStream<string>;
    return new Response(body.pipeThrough(new TextEncoderStream()), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": attachment(file.fileName),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (isFaultOfOurs(error)) throw error;
    const isSignedOut = isAppError(error) && error.code === "UNAUTHENTICATED";
    const sentence = isSignedOut
      ? "You are signed out. Sign in and try again."
      : "There is no such import.";
    return new Response(saySentence(await readerLanguage(), sentence), {
      status: isSignedOut ? 401 : 404,
    });
  }
}
