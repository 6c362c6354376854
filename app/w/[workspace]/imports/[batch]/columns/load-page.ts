import { cache } from "react";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { pageCtx } from "../../../page-ctx";
import { orNotFound } from "../../or-not-found";

/** One read for the page and its title. */
export const loadColumnsPage = cache(async (workspace: string, batchId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, view: await orNotFound(getImportMapping({ ctx, input: { batchId } })) };
});
