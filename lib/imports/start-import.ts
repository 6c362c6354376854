import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { alreadyStarted, type Batch, loadBatch } from "./batch";
import { INVOICE_ANSWERS, type InvoiceAnswer } from "./kinds/contract-invoices";
import type { ImportMapping } from "./mapping/mapping";
import { changesTooMuch, type Trial } from "./run/trial";

/** A caller that runs the import itself leaves the worker this much time to find it abandoned. */
const OWN_RUN_MS = 10 * 60_000;

const CHOOSE_INVOICES = "Say whether they are the contract's or their own.";

const startImportSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  /** An admin has seen that unusually many stored rows change. */
  acceptsChanges: z.boolean().default(false),
  /** What rows are that look like invoices of a contract; without it what the mapping says. */
  contractInvoices: z.enum(INVOICE_ANSWERS, { error: CHOOSE_INVOICES }).optional(),
  /** The caller calls `runImport` next. */
  runsHere: z.boolean().default(false),
});

/** What the check found no longer holds once other rows of the kind came in or were taken out. */
async function refuseStale(tx: Tx, workspaceId: string, batch: Batch, trial: Trial) {
  const later = await tx.importBatch.findFirst({
    where: {
      workspaceId,
      kind: batch.kind,
      source: batch.source,
      id: { not: batch.id },
      OR: [
        { finishedAt: { gt: new Date(trial.checkedAt) }, cursorRow: { gt: 0 } },
        { undoneAt: { gt: new Date(trial.checkedAt) } },
        { state: { in: ["queued", "running", "undoing"] } },
      ],
    },
    select: { id: true },
  });
  if (!later) return;
  throw new AppError(
    "CONFLICT",
    "Another import of the same kind and source was started since this file was checked. Check it again.",
  );
}

/** The mapping to run with. @throws AppError INVALID_INPUT where rows look like a contract's and nobody said */
function answered(batch: Batch, answer: InvoiceAnswer | undefined): ImportMapping | null {
  const { mapping, notes } = batch;
  if (mapping === null || (notes.contractInvoices?.count ?? 0) === 0) return mapping;
  const contractInvoices = answer ?? mapping.contractInvoices;
  if (contractInvoices !== null) return { ...mapping, contractInvoices };
  const message =
    "Some rows look like invoices of a contract. Say whether they are the contract's or purchases of their own.";
  throw new AppError("INVALID_INPUT", message, {
    fieldErrors: { contractInvoices: CHOOSE_INVOICES },
  });
}

/** Hands a checked file to the worker. */
export async function startImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof startImportSchema>;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId, acceptsChanges, contractInvoices, runsHere } = startImportSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  await withWorkspace(ctx, async (tx) => {
    const batch = await loadBatch(tx, workspaceId, batchId);
    const { trial } = batch;
    if (batch.state === "ready" || batch.state === "checking" || trial === null) {
      throw new AppError("CONFLICT", "Check the file first.");
    }
    if (batch.state !== "checked") throw alreadyStarted();
    if (changesTooMuch(trial) && !acceptsChanges) {
      const message = "Look at what changes, then tick the box to go on.";
      throw new AppError("INVALID_INPUT", message, { fieldErrors: { acceptsChanges: message } });
    }
    const mapping = answered(batch, contractInvoices);
    await refuseStale(tx, workspaceId, batch, trial);
    const queued = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "checked" },
      data: {
        state: "queued",
        notes: {},
        cursorRow: 0,
        startedAt: null,
        ...(mapping ? { mapping } : {}),
        // Values of rows are shown until somebody has decided, not kept.
        trial: { ...trial, examples: [] },
      },
    });
    if (queued.count === 0) throw alreadyStarted();
    await tx.importRejection.deleteMany({ where: { workspaceId, batchId } });
    const due = runsHere ? new Date(ctx.now.getTime() + OWN_RUN_MS) : ctx.now;
    await signalWork(tx, workspaceId, "import", due);
    await writeAudit(tx, ctx, {
      verb: "startImport",
      subjectType: "import",
      subjectId: batchId,
      fields: [
        ...(acceptsChanges ? ["acceptsChanges"] : []),
        ...(contractInvoices ? [`contractInvoices:${contractInvoices}`] : []),
      ],
    });
  });
  return { batchId };
}
