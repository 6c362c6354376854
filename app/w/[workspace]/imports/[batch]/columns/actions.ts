"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { checkImport } from "@/lib/imports/check-import";
import { chooseMapping } from "@/lib/imports/choose-mapping";
import { mappingFromForm } from "@/lib/imports/mapping/mapping-from-form";

/** Has the whole file tried, or keeps the columns as chosen and reads the first rows with them again. */
export const columnsAction = defineAction(async ({ ctx, input }) => {
  const home = `/w/${ctx.workspace.slug}/imports`;
  if (input.intent === "try") {
    const { batchId } = await chooseMapping({ ctx, input: mappingFromForm(input) });
    redirect(`${home}/${batchId}/columns`);
  }
  const { batchId } = await checkImport({ ctx, input: mappingFromForm(input) });
  return redirect(`${home}/${batchId}`);
});
