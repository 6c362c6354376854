import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField, isAppError } from "@/lib/errors";
import { detectDelimiter } from "./file/detect-delimiter";
import { readHead } from "./file/read-head";
import { encodingWatcher, notATable } from "./file/sniff-file";
import { CHUNK_BYTES, inChunks, storeChunk } from "./file/stored-file";
import { IMPORT_KINDS } from "./kinds/import-kind";
import { removeFile, removeStaleUploads } from "./remove-files";

export const MAX_FILE_BYTES = 2 ** 31;

const receiveUploadSchema = z.object({
  kind: z.enum(IMPORT_KINDS, { error: "Choose what the file holds." }),
  fileName: z
    .string()
    .trim()
    .min(1, "Choose a file.")
    .transform((name) => (name.split(/[\\/]/).at(-1) ?? name).replace(/\p{Cc}/gu, "").slice(-200)),
  source: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9 _.-]{0,39}$/, "Name the source in up to 40 letters or digits.")
    .default("csv"),
  /** What the sender said it would send. */
  expectedBytes: z.number().int().nonnegative().nullable(),
});

export type ReceiveUploadInput = z.input<typeof receiveUploadSchema> & {
  body: AsyncIterable<Uint8Array>;
};

/** A file that cannot be read is kept as a failed import with the reason, without its bytes. */
export type UploadResult =
  | { batchId: string; state: "ready" }
  | { batchId: string; state: "failed"; message: string };

type Received = { bytes: number; first: Uint8Array; encoding: ReturnType<typeof encodingWatcher> };

async function store(
  ctx: Ctx,
  batchId: string,
  body: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const encoding = encodingWatcher();
  let first: Uint8Array = new Uint8Array();
  let bytes = 0;
  let position = 0;
  for await (const chunk of inChunks(body)) {
    if (position === 0) {
      first = chunk;
      const refusal = notATable(chunk.subarray(0, 65_536));
      if (refusal) throw new AppError("INVALID_INPUT", refusal);
    }
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) {
      throw new AppError(
        "TOO_LARGE",
        "The file is larger than 2 GB. Split it and upload the parts.",
      );
    }
    encoding.see(chunk);
    await storeChunk(ctx, { batchId, position, bytes: chunk });
    position += 1;
  }
  return { bytes, first, encoding };
}

async function look(received: Received, expectedBytes: number | null) {
  const { bytes, first } = received;
  if (expectedBytes !== null && bytes !== expectedBytes) {
    throw new AppError(
      "INVALID_INPUT",
      `Only ${bytes} of ${expectedBytes} bytes arrived. Upload the file again.`,
    );
  }
  if (bytes === 0) throw new AppError("INVALID_INPUT", "The file is empty (0 bytes).");
  const encoding = received.encoding.encoding();
  const sample = new TextDecoder(encoding).decode(first.subarray(0, 65_536));
  const delimiter = detectDelimiter(sample);
  const isWhole = bytes <= CHUNK_BYTES;
  const { headers } = await readHead(first, { encoding, delimiter, isWhole }, 1);
  return { encoding, delimiter, headers };
}

/**
 * Takes a file in while it arrives, 1 MB at a time, and looks at its beginning. The tenant
 * transactions are short ones: a slow sender holds nothing open.
 */
export async function receiveUpload({
  ctx,
  input: { body, ...fields },
}: {
  ctx: Ctx;
  input: ReceiveUploadInput;
}): Promise<UploadResult> {
  requirePermission(ctx, "import:write");
  const input = receiveUploadSchema.parse(fields);
  if (input.expectedBytes === 0) throw invalidField("file", "The file is empty (0 bytes).");
  const id = newId();
  const key = { workspaceId_id: { workspaceId: ctx.workspace.id, id } };
  await withWorkspace(ctx, async (tx) => {
    await removeStaleUploads(tx, ctx);
    await tx.importBatch.create({
      data: {
        workspaceId: ctx.workspace.id,
        id,
        kind: input.kind,
        fileName: input.fileName,
        source: input.source,
        state: "uploading",
        expectedBytes: input.expectedBytes,
        createdById: ctx.actor.type === "user" ? ctx.actor.userId : null,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, { verb: "receiveUpload", subjectType: "import", subjectId: id });
  });
  try {
    const received = await store(ctx, id, body);
    const found = await look(received, input.expectedBytes);
    await withWorkspace(ctx, (tx) =>
      tx.importBatch.update({
        where: key,
        data: { state: "ready", receivedBytes: received.bytes, ...found },
        select: { id: true },
      }),
    );
    return { batchId: id, state: "ready" };
  } catch (error) {
    const message = isAppError(error)
      ? error.message
      : "The upload broke off. Upload the file again.";
    await withWorkspace(ctx, async (tx) => {
      await removeFile(tx, ctx.workspace.id, id);
      const data = { state: "failed", message, finishedAt: ctx.now };
      await tx.importBatch.update({ where: key, data, select: { id: true } });
    });
    if (!isAppError(error)) throw error;
    return { batchId: id, state: "failed", message };
  }
}
