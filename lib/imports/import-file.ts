import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/errors";
import { checkImport } from "./check-import";
import { getImportMapping } from "./get-import-mapping";
import type { ImportKindName } from "./kinds/import-kind";
import type { ImportDto } from "./load-import";
import type { ImportMapping } from "./mapping/mapping";
import { receiveUpload } from "./receive-upload";
import { changesTooMuch } from "./run/trial";
import { runCheck } from "./run-check";
import { type OnProgress, runImport } from "./run-import";
import { startImport } from "./start-import";

export type ImportFileInput = {
  kind: ImportKindName;
  path: string;
  /** Parts that stand against the guess; columns replace the guessed ones. */
  mapping?: Partial<ImportMapping>;
  source?: string;
  /** Goes on although unusually many stored rows change. */
  acceptsChanges?: boolean;
};

const WAIT_MS = 1_000;

function tooMuch(changed: number, stored: number): string {
  return `${changed} of ${stored} rows that are in would change. Nothing was written. Look at the import in the app, or say that this is meant.`;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("NOT_FOUND", "There is no such file.");
  return found.size;
}

/**
 * A file on this machine through the same verbs as the pages, one after the other, each with a
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
  await checkImport({
    ctx,
    input: { batchId, mapping: { ...mapping, ...input.mapping }, runsHere: true },
  });
  let result = await runCheck({ ctx, input: { batchId } });
  while (result.state === "checking") {
    await wait(WAIT_MS);
    result = await runCheck({ ctx, input: { batchId } });
  }
  if (result.state === "failed") return result;
  const { acceptsChanges = false } = input;
  if (result.trial && changesTooMuch(result.trial) && !acceptsChanges) {
    const { rowsChanged, rowsStored } = result.trial;
    throw new AppError("CONFLICT", tooMuch(rowsChanged, rowsStored));
  }
  await startImport({ ctx, input: { batchId, acceptsChanges, runsHere: true } });
  const call = { ctx, input: { batchId }, ...(onProgress ? { onProgress } : {}) };
  result = await runImport(call);
  while (result.state === "running") {
    await wait(WAIT_MS);
    result = await runImport(call);
  }
  return result;
}
