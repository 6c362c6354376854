import { z } from "zod";
import { holdMerges } from "@/lib/accounts/merge/merge-lock";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { type ApiCounts, findApiBatch, storeApiBatch } from "./api-batch";
import { ALL_KINDS } from "./kinds/all-kinds";
import { IMPORT_KINDS, type ImportKind, type Outcome, type ParsedRow } from "./kinds/import-kind";
import { noRecords, type Records } from "./rows/records";
import { type GivenRow, readGivenRows } from "./run/given-rows";

const TIMEOUT_MS = 60_000;
const MAX_ROWS = 10_000;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: "Send a text, a number, true, false or null.",
});

export const upsertRecordsBody = z.strictObject({
  source: z
    .string({ error: "Name the system the ids come from, in at most 50 characters." })
    .trim()
    .min(1, "Name the system the ids come from, in at most 50 characters.")
    .max(50, "Name the system the ids come from, in at most 50 characters.")
    .default("api")
    .describe("The system the ids come from: two systems may use the same ones."),
  createAccounts: z
    .boolean({ error: "Send true or false." })
    .default(false)
    .describe("Whether a row that names an unknown account makes it."),
  atomic: z
    .boolean({ error: "Send true or false." })
    .default(false)
    .describe("Whether one refused row refuses all; otherwise the good ones come in."),
  rows: z
    .array(z.record(z.string(), cell), { error: `Send 1 to ${MAX_ROWS} rows.` })
    .min(1, `Send 1 to ${MAX_ROWS} rows.`)
    .max(MAX_ROWS, `Send 1 to ${MAX_ROWS} rows.`)
    .describe("A field that is left out keeps what is stored; null empties it."),
});

const upsertRecordsSchema = upsertRecordsBody.extend({ kind: z.enum(IMPORT_KINDS) });

export type RefusedRow = { row: number; field: string; message: string };
export type UpsertDto = {
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** By the row's place in the call, from 0. */
  rejectedRows: RefusedRow[];
  /** The import under which an admin finds and undoes what was written; null: nothing was. */
  importId: string | null;
};

type Written = Pick<Outcome, "created" | "changed" | "rejected"> & {
  batchId: string;
  records: Records;
};
type Input = z.infer<typeof upsertRecordsSchema>;

/** Rows that name the same fields are written together: what a row does not name, it keeps. */
async function writeGroups(tx: Tx, ctx: Ctx, input: Input, groups: readonly GivenRow[][]) {
  const kind: ImportKind = ALL_KINDS[input.kind];
  const batchId = await findApiBatch(tx, ctx, input);
  const records = noRecords();
  const total: Written = { created: 0, changed: 0, rejected: [], batchId, records };
  const touched: string[] = [];
  for (const group of groups) {
    const fields = group[0]?.fields ?? new Set();
    const outcome = await kind.apply({
      tx,
      ctx,
      batchId,
      source: input.source,
      records,
      trial: null,
      currency: ctx.workspace.currency,
      createsAccounts: input.createAccounts,
      invoices: "off",
      has: (field) => fields.has(field),
      notes: {},
      rows: group.map(({ row }): ParsedRow<unknown> => row),
    });
    total.created += outcome.created;
    total.changed += outcome.changed;
    total.rejected.push(...outcome.rejected);
    touched.push(...outcome.touchedAccountIds);
  }
  await markFactsChanged(tx, ctx.workspace.id, touched, ctx.now);
  return total;
}

/** @returns whether there is anything to undo. */
async function recordWritten(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  { batchId, records }: Written,
  counts: ApiCounts,
): Promise<boolean> {
  if (records.created.length + records.changed.length === 0) return false;
  const fields = [`kind:${input.kind}`, `created:${counts.created}`, `changed:${counts.changed}`];
  const subject = { subjectType: "import", subjectId: batchId };
  await writeAudit(tx, ctx, { verb: "upsertRecords", ...subject, fields });
  const rows = input.rows.length;
  await storeApiBatch(tx, ctx, { calls: input, batchId, rows, counts, records });
  return true;
}

/** Rows say their field as a person reads it; a client reads its key. */
function toRefused(kind: ImportKind, rejected: Outcome["rejected"]): RefusedRow[] {
  const keyOf = new Map(kind.fields.map(({ key, label }) => [label, key]));
  return rejected
    .map(({ rowNumber: row, field, message }) => ({
      row,
      field: keyOf.get(field) ?? field,
      message,
    }))
    .sort((a, b) => a.row - b.row);
}

class Refused extends Error {
  constructor(readonly rows: RefusedRow[]) {
    super("refused");
  }
}

function refuseAll(rows: readonly RefusedRow[]): AppError {
  const fieldErrors = rows.map(({ row, field, message }) => [
    field === "" ? `rows.${row}` : `rows.${row}.${field}`,
    message,
  ]);
  return new AppError("INVALID_INPUT", "Nothing was stored. Correct the rows named.", {
    fieldErrors: Object.fromEntries(fieldErrors),
  });
}

/**
 * Adds and changes rows by the id they have in their own system; the same call again changes nothing.
 * @throws AppError INVALID_INPUT naming each row and field where the call is atomic and one is refused.
 */
export async function upsertRecords({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<UpsertDto> {
  requirePermission(ctx, "import:write");
  const given = upsertRecordsSchema.parse(input);
  const kind: ImportKind = ALL_KINDS[given.kind];
  const read = readGivenRows(kind, given.rows, ctx);
  const refusedAtOnce = toRefused(kind, read.rejected);
  if (given.atomic && refusedAtOnce.length > 0) throw refuseAll(refusedAtOnce);
  try {
    return await withWorkspace(
      ctx,
      async (tx) => {
        await holdMerges(tx, ctx.workspace.id);
        const written = await writeGroups(tx, ctx, given, read.groups);
        const refused = toRefused(kind, [...read.rejected, ...written.rejected]);
        if (given.atomic && refused.length > 0) throw new Refused(refused);
        const { created, changed } = written;
        const unchanged = given.rows.length - refused.length - created - changed;
        const counts = { created, changed, unchanged, rejected: refused.length };
        const isUndoable = await recordWritten(tx, ctx, given, written, counts);
        const importId = isUndoable ? written.batchId : null;
        return { ...counts, rejectedRows: refused, importId };
      },
      { timeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    throw error instanceof Refused ? refuseAll(error.rows) : error;
  }
}
