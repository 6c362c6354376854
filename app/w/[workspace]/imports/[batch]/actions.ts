"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { discardImport } from "@/lib/imports/discard-import";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";

export const startAction = defineAction(async ({ ctx, input }) => {
  const batchId = String(input.batchId ?? "");
  const acceptsChanges = input.acceptsChanges !== undefined;
  await startImport({ ctx, input: { batchId, acceptsChanges } });
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
