import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { alreadyStarted, kindOf, loadBatch, loadHead } from "./batch";
import { DELIMITERS } from "./file/detect-delimiter";
import { ENCODINGS } from "./file/sniff-file";
import { CHUNK_BYTES } from "./file/stored-file";
import { formatContradictions } from "./mapping/guess-mapping";
import { type MappingInput, mappingSchema, requireMapping } from "./mapping/mapping";
import { checkBatch } from "./run/check-batch";

const SAMPLE_ROWS = 1_000;
/** Who runs it in its own process leaves the worker this much time to find it abandoned. */
const OWN_RUN_MS = 10 * 60_000;

const checkImportSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** The caller calls `runCheck` next. */
  runsHere: z.boolean().default(false),
});

export type CheckImportInput = z.input<typeof checkImportSchema> & { mapping: MappingInput };

/**
 * Fixes how a file is read and has the whole of it tried, so that what it would do is seen before it
 * does it. A small file is tried at once, a large one by the worker.
 */
export async function checkImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: CheckImportInput;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId, runsHere, ...form } = checkImportSchema.parse(input);
  const mapping = mappingSchema.parse(input.mapping);
  const workspaceId = ctx.workspace.id;
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, workspaceId, batchId));
  const encoding = form.encoding ?? batch.encoding;
  const delimiter = form.delimiter ?? batch.delimiter;
  const head = await loadHead(ctx, batch, SAMPLE_ROWS, { encoding, delimiter });
  requireMapping(kindOf(batch), head.headers, mapping);
  const rows = head.rows.map((row) => row.cells);
  const fieldErrors = formatContradictions(kindOf(batch), mapping, { headers: head.headers, rows });
  if (Object.keys(fieldErrors).length > 0) {
    throw new AppError("INVALID_INPUT", "Please check the marked fields.", { fieldErrors });
  }
  const isSmall = batch.bytes <= CHUNK_BYTES;
  const fixed = { encoding, delimiter, headers: head.headers, mapping };
  await withWorkspace(ctx, async (tx) => {
    const taken = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: { in: ["ready", "checked"] } },
      data: { state: "checking", trial: {}, notes: {}, cursorRow: 0, rowsTotal: null, ...fixed },
    });
    if (taken.count === 0) throw alreadyStarted();
    const due = isSmall || runsHere ? new Date(ctx.now.getTime() + OWN_RUN_MS) : ctx.now;
    await signalWork(tx, workspaceId, "import", due);
    await writeAudit(tx, ctx, {
      verb: "checkImport",
      subjectType: "import",
      subjectId: batchId,
      fields: Object.keys(mapping.columns),
    });
  });
  if (isSmall && !runsHere) await checkBatch(ctx, { ...batch, ...fixed });
  return { batchId };
}
