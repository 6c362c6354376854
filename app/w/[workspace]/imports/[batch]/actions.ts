"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { discardImport } from "@/lib/imports/discard-import";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";

type Answer = Pick<Parameters<typeof startImport>[0]["input"], "contractInvoices">;

export const startAction = defineAction(async ({ ctx, input }) => {
  const batchId = String(input.batchId ?? "");
  const acceptsChanges = input.acceptsChanges !== undefined;
  const { contractInvoices } = input;
  // What is no answer is refused by the verb.
  const said = contractInvoices === undefined ? {} : { contractInvoices };
  await startImport({ ctx, input: { batchId, acceptsChanges, ...(said as Answer) } });
  return redirect(`/w/${ctx.workspace.slug}/imports/${batchId}`);
});

export const undoAction = defineAction(async ({ ctx, input }) => {
  const { batchId } = await undoImport({ ctx, input: { batchId: String(input.batchId ?? "") } });
  return redirect(`/w/${ctx.workspace.slug}/imports/${batchId}`);
});

export const discardAction = defineAction(async ({ ctx, input }) => {
  await discardImport({ ctx, input: { batchId: String(input.batchId ?? "") } });
  return redirect(`/w/${ctx.workspace.slug}/imports`);
});
