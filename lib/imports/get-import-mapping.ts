import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { saySentence } from "@/lib/i18n/say-sentence";
import { alreadyStarted, type Batch, kindOf, loadBatch, loadHead } from "./batch";
import type { Delimiter } from "./file/detect-delimiter";
import { withoutReasons } from "./file/reason-columns";
import type { Encoding } from "./file/sniff-file";
import type { FieldDefinition, ImportKind, RejectedRow } from "./kinds/import-kind";
import { readRow, rowForm } from "./kinds/read-row";
import { sayKind } from "./kinds/say-kind";
import { guessMapping, withFittingFormats } from "./mapping/guess-mapping";
import { type ImportMapping, mappingErrors, mappingSchema } from "./mapping/mapping";
import { fittingPresets, presetOfOtherKind } from "./presets/all-presets";
import { PRESET_KEYS, type PresetKey, presetMapping } from "./presets/preset";
import { sayFaults } from "./say-import";

const SAMPLE_ROWS = 1_000;
const PREVIEW_ROWS = 8;
const PROBLEMS_SHOWN = 5;
const BATCHES_REMEMBERED = 50;
const STARTED = ["queued", "running", "done", "undoing", "undone"] as const;

const getImportMappingSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  /** As which of `readAs` the file is read, whatever was chosen before. */
  as: z
    .enum([...PRESET_KEYS, "guess"])
    .optional()
    .catch(undefined),
});

export type MappingOrigin =
  | { from: "chosen" }
  | { from: "remembered" }
  | { from: "preset"; key: PresetKey }
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
  /** Known files it looks like, best first; besides, its columns can be guessed from their names. */
  readAs: PresetKey[];
  /** It looks like a known file of another kind. */
  otherKind: { key: PresetKey; kindLabel: string } | null;
  /** What still has to be chosen, by form field. */
  missing: Record<string, string>;
  preview: { rowNumber: number; cells: string[] }[];
  /** The first rows read for trial, nothing written; null while the mapping is not complete. */
  trial: { rows: number; readable: number; problems: Omit<RejectedRow, "cells">[] } | null;
};

/** A mended file of rejected rows has the columns of the file they were in. */
function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [withoutReasons(a), withoutReasons(b)];
  return own.length === other.length && own.every((name) => other.includes(name));
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
  const { timeZone } = ctx.workspace;
  const today = dateIn(timeZone, ctx.now);
  const form = rowForm(kind, headers, mapping, { today, timeZone });
  const refused = rows.flatMap((row) => {
    const read = readRow(kind, form, headers.length, row);
    return read.ok === false ? [read.row] : [];
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

/** The mapping asked for, chosen, kept from an earlier file, known or guessed, in this order. */
async function proposeMapping(
  ctx: Ctx,
  batch: Batch,
  sample: { headers: string[]; rows: string[][] },
  as: PresetKey | "guess" | undefined,
): Promise<[ImportMapping, MappingOrigin]> {
  const kind = kindOf(batch);
  const { currency } = ctx.workspace;
  const presets = fittingPresets(batch.kind, sample.headers);
  const asked = presets.find((preset) => preset.key === as);
  if (as === undefined && batch.mapping) return [batch.mapping, { from: "chosen" }];
  if (as === undefined) {
    const { headers } = sample;
    const earlier = await withWorkspace(ctx, (tx) =>
      loadRemembered(tx, ctx.workspace.id, batch, headers),
    );
    if (earlier) return [withFittingFormats(kind, earlier, sample), { from: "remembered" }];
  }
  const preset = asked ?? (as === "guess" ? undefined : presets[0]);
  return preset
    ? [presetMapping(preset, kind, sample, currency), { from: "preset", key: preset.key }]
    : [guessMapping(kind, sample, currency), { from: "guess" }];
}

function otherKindOf(ctx: Ctx, batch: Batch, headers: string[]): ImportMappingDto["otherKind"] {
  if (fittingPresets(batch.kind, headers).length > 0) return null;
  const other = presetOfOtherKind(batch.kind, headers);
  return other ? { key: other.key, kindLabel: sayKind(ctx.locale, other.kind).label } : null;
}

/** The columns of an uploaded file, the mapping chosen or proposed, and its first rows read for trial. */
export async function getImportMapping({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { batchId: string; as?: string | undefined };
}): Promise<ImportMappingDto> {
  requirePermission(ctx, "import:read");
  const { batchId, as } = getImportMappingSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, workspaceId, batchId));
  if (batch.state !== "ready" && batch.state !== "checked") {
    throw alreadyStarted();
  }
  const { headers, rows } = await loadHead(ctx, batch, SAMPLE_ROWS);
  const kind = kindOf(batch);
  const sample = { headers, rows: rows.map((row) => row.cells) };
  const [mapping, origin] = await proposeMapping(ctx, batch, sample, as);
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
    readAs: fittingPresets(batch.kind, headers).map((preset) => preset.key),
    otherKind: otherKindOf(ctx, batch, headers),
    missing: Object.fromEntries(said),
    preview: rows.slice(0, PREVIEW_ROWS),
    trial: isComplete ? trialOf(ctx, kind, headers, mapping, rows) : null,
  };
}
