import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import type { InvoiceAnswer } from "./kinds/contract-invoices";
import { type ImportDto, loadImport } from "./load-import";
import { type KeptRow, loadKept } from "./load-kept";
import { mappingSchema } from "./mapping/mapping";
import { changesTooMuch } from "./run/trial";
import { sayFaults, sayImport } from "./say-import";
import { hasRecords } from "./undo/has-records";

export const REJECTED_PAGE = 25;

const getImportSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  page: z.coerce.number().int().min(1).catch(1),
});

export type RejectedRowDto = {
  rowNumber: number;
  field: string | null;
  message: string;
  cells: string[];
};

export type ImportPageDto = {
  import: ImportDto;
  headers: string[];
  rejected: { rows: RejectedRowDto[]; page: number; pageSize: number };
  /** Rows that stayed when it was undone. */
  kept: KeptRow[];
  canUndo: boolean;
  /** So much would change that an admin must say so. */
  needsAccepting: boolean;
  /** Rows that look like invoices of a contract, and what was said of such rows before; null without any. */
  contractInvoices: { rows: number; before: InvoiceAnswer | null } | null;
  canImport: boolean;
};

function invoicesOf(dto: ImportDto, mapping: unknown): ImportPageDto["contractInvoices"] {
  const note = dto.notes.find(({ code }) => code === "contractInvoices");
  if (!note) return null;
  const known = mappingSchema.safeParse(mapping);
  return { rows: note.count, before: known.success ? known.data.contractInvoices : null };
}

/** One import: how far it is or what came of it, with a page of the refused rows. */
export async function getImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { batchId: string; page?: string | number | undefined };
}): Promise<ImportPageDto> {
  requirePermission(ctx, "import:read");
  const { batchId, page } = getImportSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const dto = await loadImport(tx, workspaceId, batchId);
    const { headers, mapping } = await tx.importBatch.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: batchId } },
      select: { headers: true, mapping: true },
    });
    const isOver = dto.state === "done" || dto.state === "failed";
    const rows = await tx.importRejection.findMany({
      where: { workspaceId, batchId },
      orderBy: [{ rowNumber: "asc" }, { id: "asc" }],
      skip: (page - 1) * REJECTED_PAGE,
      take: REJECTED_PAGE,
      select: { rowNumber: true, field: true, message: true, raw: true },
    });
    return {
      import: sayImport(ctx.locale, dto),
      headers: headers as string[],
      rejected: {
        rows: sayFaults(ctx.locale, rows).map(({ raw, ...row }) => ({
          ...row,
          cells: raw as string[],
        })),
        page,
        pageSize: REJECTED_PAGE,
      },
      kept: dto.state === "undone" ? await loadKept(tx, workspaceId, batchId) : [],
      canUndo: isOver && (await hasRecords(tx, workspaceId, batchId)),
      needsAccepting: dto.trial !== null && changesTooMuch(dto.trial),
      contractInvoices: invoicesOf(dto, mapping),
      canImport: can(ctx.actor, "import:write"),
    };
  });
}
