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
import { formatContradictions } from "./mapping/guess-mapping";
import { type MappingInput, mappingSchema, requireMapping } from "./mapping/mapping";

const SAMPLE_ROWS = 1_000;
/** A caller that runs the import itself leaves the worker this much time to find it abandoned. */
const OWN_RUN_MS = 10 * 60_000;

const startImportSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** The caller calls `runImport` next. */
  runsHere: z.boolean().default(false),
});

export type StartImportInput = z.input<typeof startImportSchema> & { mapping: MappingInput };

/** Fixes how a file is read and hands it to the worker. */
export async function startImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: StartImportInput;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId, runsHere, ...form } = startImportSchema.parse(input);
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
  await withWorkspace(ctx, async (tx) => {
    const queued = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "ready" },
      data: { state: "queued", mapping, encoding, delimiter, headers: head.headers },
    });
    if (queued.count === 0) {
      throw alreadyStarted();
    }
    const due = runsHere ? new Date(ctx.now.getTime() + OWN_RUN_MS) : ctx.now;
    await signalWork(tx, workspaceId, "import", due);
    await writeAudit(tx, ctx, {
      verb: "startImport",
      subjectType: "import",
      subjectId: batchId,
      fields: Object.keys(mapping.columns),
    });
  });
  return { batchId };
}
