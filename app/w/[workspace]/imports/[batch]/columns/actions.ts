"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { chooseMapping } from "@/lib/imports/choose-mapping";
import { discardImport } from "@/lib/imports/discard-import";
import { mappingFromForm } from "@/lib/imports/mapping/mapping-from-form";
import { startImport } from "@/lib/imports/start-import";

/** Starts the import, or keeps the columns as chosen and reads the first rows with them again. */
export const columnsAction = defineAction(async ({ ctx, input }) => {
  const home = `/w/${ctx.workspace.slug}/imports`;
  if (input.intent === "try") {
    const { batchId } = await chooseMapping({ ctx, input: mappingFromForm(input) });
    redirect(`${home}/${batchId}/columns`);
  }
  const { batchId } = await startImport({ ctx, input: mappingFromForm(input) });
  return redirect(`${home}/${batchId}`);
});

export const discardAction = defineAction(async ({ ctx, input }) => {
  await discardImport({ ctx, input: { batchId: String(input.batchId ?? "") } });
  return redirect(`/w/${ctx.workspace.slug}/imports`);
});
