import type { Ctx } from "@/lib/auth/ctx";
import { checkImport } from "@/lib/imports/check-import";
import { getImport } from "@/lib/imports/get-import";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";
import type { ImportMapping } from "@/lib/imports/mapping/mapping";
import { receiveUpload } from "@/lib/imports/receive-upload";
import { runCheck } from "@/lib/imports/run-check";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";

export async function* bytesOf(text: string | Uint8Array, size = 100_000) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Given = { kind: ImportKindName; text: string | Uint8Array; source?: string };

export function upload(ctx: Ctx, { kind, text, source }: Given) {
  return receiveUpload({
    ctx,
    input: {
      kind,
      fileName: `${kind}.csv`,
      expectedBytes: Buffer.byteLength(text),
      body: bytesOf(text),
      ...(source === undefined ? {} : { source }),
    },
  });
}

type Checked = Given & { mapping?: Partial<ImportMapping> };

/** Uploaded and checked; nothing is written. */
export async function check(ctx: Ctx, given: Checked): Promise<string> {
  const uploaded = await upload(ctx, given);
  if (uploaded.state === "failed") throw new Error(uploaded.message);
  const { batchId } = uploaded;
  const { mapping } = await getImportMapping({ ctx, input: { batchId } });
  await checkImport({ ctx, input: { batchId, mapping: { ...mapping, ...given.mapping } } });
  await runCheck({ ctx, input: { batchId } });
  return batchId;
}

/** Uploaded, checked and started, not run. */
export async function queue(ctx: Ctx, given: Checked): Promise<string> {
  const batchId = await check(ctx, given);
  const { import: checked } = await getImport({ ctx, input: { batchId } });
  // A file that cannot be read ends with its check.
  if (checked.state === "failed") return batchId;
  await startImport({ ctx, input: { batchId, acceptsChanges: true } });
  return batchId;
}

export async function importText(
  ctx: Ctx,
  kind: ImportKindName,
  text: string,
  more: { mapping?: Partial<ImportMapping>; source?: string } = {},
) {
  const batchId = await queue(ctx, { kind, text, ...more });
  return runImport({ ctx, input: { batchId } });
}

/** What a result says in four numbers: new, changed, unchanged, rejected. */
export function counts(result: {
  rowsNew: number;
  rowsChanged: number;
  rowsUnchanged: number;
  rowsRejected: number;
}): number[] {
  return [result.rowsNew, result.rowsChanged, result.rowsUnchanged, result.rowsRejected];
}

export const ACCOUNTS = "Customer No,Name\nK1,Aarhus Vand\nK2,Bergen Pumpe\n";
