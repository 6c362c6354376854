import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/errors";
import { boundaryOf, readFormUpload } from "@/lib/imports/file/multipart";
import { receiveUpload, type UploadResult } from "@/lib/imports/receive-upload";

type Parts = { kind: string; source: string; fileName: string };

/** Bytes as they come; at the end they must be as many as were announced. */
async function* counted(body: AsyncIterable<Uint8Array>, expected: number | null) {
  let received = 0;
  for await (const piece of body) {
    received += piece.length;
    yield piece;
  }
  if (expected === null || received === expected) return;
  throw new AppError("INVALID_INPUT", "The upload broke off. Upload the file again.");
}

function announced(request: Request): number | null {
  const length = request.headers.get("content-length");
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

function receive(ctx: Ctx, parts: Parts, bytes: number | null, body: AsyncIterable<Uint8Array>) {
  const { fileName, source } = parts;
  return receiveUpload({
    ctx,
    input: {
      // The verb's schema refuses what is no kind.
      kind: parts.kind as "accounts",
      fileName,
      ...(source === "" ? {} : { source }),
      expectedBytes: bytes,
      body,
    },
  });
}

/** The body of an upload, raw or as a form, straight into the store: never whole in memory. */
export async function takeUpload({
  ctx,
  request,
}: {
  ctx: Ctx;
  request: Request;
}): Promise<UploadResult> {
  const body = request.body as AsyncIterable<Uint8Array> | null;
  if (body === null) {
    throw new AppError("INVALID_INPUT", "Choose a file.", {
      fieldErrors: { file: "Choose a file." },
    });
  }
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  if (boundary === null) {
    const query = new URL(request.url).searchParams;
    const parts = {
      kind: query.get("kind") ?? "",
      source: query.get("source") ?? "",
      fileName: query.get("name") ?? "",
    };
    return receive(ctx, parts, announced(request), body);
  }
  const form = await readFormUpload(counted(body, announced(request)), boundary);
  const parts = {
    kind: form.fields.kind ?? "",
    source: form.fields.source ?? "",
    fileName: form.fileName,
  };
  return receive(ctx, parts, null, form.file);
}
