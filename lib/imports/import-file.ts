import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/errors";
import { getImportMapping } from "./get-import-mapping";
import type { ImportKindName } from "./kinds/import-kind";
import type { ImportDto } from "./load-import";
import type { ImportMapping } from "./mapping/mapping";
import { receiveUpload } from "./receive-upload";
import { type OnProgress, runImport } from "./run-import";
import { startImport } from "./start-import";

export type ImportFileInput = {
  kind: ImportKindName;
  path: string;
  /** Parts that stand against the guess; columns replace the guessed ones. */
  mapping?: Partial<ImportMapping>;
  source?: string;
};

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("NOT_FOUND", "There is no such file.");
  return found.size;
}

/**
 * A file on this machine through the same four verbs as the pages, one after the other, each with a
 * transaction of its own; for the command and the demo. The file is run here, not by the worker.
 */
export async function importFile({
  ctx,
  input,
  onProgress,
}: {
  ctx: Ctx;
  input: ImportFileInput;
  onProgress?: OnProgress;
}): Promise<ImportDto> {
  const uploaded = await receiveUpload({
    ctx,
    input: {
      kind: input.kind,
      fileName: basename(input.path),
      ...(input.source === undefined ? {} : { source: input.source }),
      expectedBytes: await sizeOf(input.path),
      body: createReadStream(input.path),
    },
  });
  if (uploaded.state === "failed") throw new AppError("INVALID_INPUT", uploaded.message);
  const { batchId } = uploaded;
  const { mapping } = await getImportMapping({ ctx, input: { batchId } });
  await startImport({
    ctx,
    input: { batchId, mapping: { ...mapping, ...input.mapping }, runsHere: true },
  });
  const call = { ctx, input: { batchId }, ...(onProgress ? { onProgress } : {}) };
  let result = await runImport(call);
  while (result.state === "running") {
    await wait(1_000);
    result = await runImport(call);
  }
  return result;
}
