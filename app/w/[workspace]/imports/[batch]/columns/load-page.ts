import { redirect } from "next/navigation";
import { cache } from "react";
import { isAppError } from "@/lib/errors";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { orNotFound } from "../../../or-not-found";
import { pageCtx } from "../../../page-ctx";

/** One read for the page and its title; what was started already is on the import's own page. */
export const loadColumnsPage = cache(async (workspace: string, batchId: string, as?: string) => {
  const ctx = await pageCtx(workspace);
  try {
    return { ctx, view: await orNotFound(getImportMapping({ ctx, input: { batchId, as } })) };
  } catch (error) {
    if (!isAppError(error) || error.code !== "CONFLICT") throw error;
    return redirect(`/w/${workspace}/imports/${batchId}`);
  }
});
