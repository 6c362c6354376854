import { cache } from "react";
import { getImport } from "@/lib/imports/get-import";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";

/** One read for the page and its title. */
export const loadImportPage = cache(
  async (workspace: string, batchId: string, page: string | undefined) => {
    const ctx = await pageCtx(workspace);
    return { ctx, view: await orNotFound(getImport({ ctx, input: { batchId, page } })) };
  },
);
