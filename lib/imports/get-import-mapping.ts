import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { saySentence } from "@/lib/i18n/say-sentence";
import { alreadyStarted, type Batch, kindOf, loadBatch, loadHead } from "./batch";
import type { Delimiter } from "./file/detect-delimiter";
import type { Encoding } from "./file/sniff-file";
import type { FieldDefinition, ImportKind, RejectedRow } from "./kinds/import-kind";
import { readRow, rowForm } from "./kinds/read-row";
import { sayKind } from "./kinds/say-kind";
import { guessMapping, withFittingFormats } from "./mapping/guess-mapping";
import { type ImportMapping, mappingErrors, mappingSchema } from "./mapping/mapping";
import { findPreset } from "./presets/all-presets";
import { sayFaults } from "./say-import";

const SAMPLE_ROWS = 1_000;
const PREVIEW_ROWS = 8;
const PROBLEMS_SHOWN = 5;
const BATCHES_REMEMBERED = 50;
const STARTED = ["queued", "running", "done", "undoing", "undone"] as const;

const getImportMappingSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
});

export type MappingOrigin =
  | { from: "chosen" }
  | { from: "remembered" }
  | { from: "preset"; name: string }
  | { from: "guess" };

export type ImportMappingDto = {
  batchId: string;
  kind: string;
  kindLabel: string;
  fileName: string;
  encoding: Encoding;
  delimiter: Delimiter;
  headers: string[];
  fields: FieldDefinition[];
  keepsAttributes: boolean;
  mapping: ImportMapping;
  origin: MappingOrigin;
  /** What still has to be chosen, by form field. */
  missing: Record<string, string>;
  preview: { rowNumber: number; cells: string[] }[];
  /** The first rows read for trial, nothing written; null while the mapping is not complete. */
  trial: { rows: number; readable: number; problems: Omit<RejectedRow, "cells">[] } | null;
};

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

/** The mapping of the last import of this kind whose file had the same columns. */
async function loadRemembered(tx: Tx, workspaceId: string, batch: Batch, headers: string[]) {
  const earlier = await tx.importBatch.findMany({
    where: { workspaceId, kind: batch.kind, state: { in: [...STARTED] } },
    orderBy: { createdAt: "desc" },
    take: BATCHES_REMEMBERED,
    select: { headers: true, mapping: true },
  });
  const same = earlier.find((row) => isSameSet(row.headers as string[], headers));
  const mapping = mappingSchema.safeParse(same?.mapping);
  return mapping.success ? mapping.data : null;
}

function trialOf(
  ctx: Ctx,
  kind: ImportKind,
  headers: string[],
  mapping: ImportMapping,
  rows: ImportMappingDto["preview"],
): ImportMappingDto["trial"] {
  const form = rowForm(kind, headers, mapping, dateIn(ctx.workspace.timeZone, ctx.now));
  const refused = rows.flatMap((row) => {
    const read = readRow(kind, form, headers.length, row);
    return read.ok ? [] : [read.row];
  });
  const problems = refused
    .slice(0, PROBLEMS_SHOWN)
    .map(({ rowNumber, field, message }) => ({ rowNumber, field, message }));
  return {
    rows: rows.length,
    readable: rows.length - refused.length,
    problems: sayFaults(ctx.locale, problems),
  };
}

/** The columns of an uploaded file, the mapping chosen or proposed, and its first rows read for trial. */
export async function getImportMapping({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof getImportMappingSchema>;
}): Promise<ImportMappingDto> {
  requirePermission(ctx, "import:read");
  const { batchId } = getImportMappingSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, workspaceId, batchId));
  if (batch.state !== "ready" && batch.state !== "checked") {
    throw alreadyStarted();
  }
  const { headers, rows } = await loadHead(ctx, batch, SAMPLE_ROWS);
  const remembered = batch.mapping
    ? null
    : await withWorkspace(ctx, (tx) => loadRemembered(tx, workspaceId, batch, headers));
  const kind = kindOf(batch);
  const preset = findPreset(batch.kind, headers);
  const sample = { headers, rows: rows.map((row) => row.cells) };
  const [mapping, origin] = ((): [ImportMapping, MappingOrigin] => {
    if (batch.mapping) return [batch.mapping, { from: "chosen" }];
    if (remembered) return [withFittingFormats(kind, remembered, sample), { from: "remembered" }];
    if (preset) return [preset.mapping, { from: "preset", name: preset.name }];
    return [guessMapping(kind, sample, ctx.workspace.currency), { from: "guess" }];
  })();
  const named = sayKind(ctx.locale, batch.kind);
  const missing = mappingErrors(kind, headers, mapping);
  const isComplete = Object.keys(missing).length === 0;
  const said = Object.entries(missing).map(([field, text]) => [
    field,
    saySentence(ctx.locale, text),
  ]);
  return {
    batchId,
    kind: batch.kind,
    kindLabel: named.label,
    fileName: batch.fileName,
    encoding: batch.encoding,
    delimiter: batch.delimiter,
    headers,
    fields: named.fields,
    keepsAttributes: kind.keepsAttributes,
    mapping,
    origin,
    missing: Object.fromEntries(said),
    preview: rows.slice(0, PREVIEW_ROWS),
    trial: isComplete ? trialOf(ctx, kind, headers, mapping, rows) : null,
  };
}
