import { cache } from "react";
import { getImport } from "@/lib/imports/get-import";
import { pageCtx } from "../../page-ctx";
import { orNotFound } from "../or-not-found";

/** One read for the page and its title. */
export const loadImportPage = cache(
  async (workspace: string, batchId: string, page: string | undefined) => {
    const ctx = await pageCtx(workspace);
    return { ctx, view: await orNotFound(getImport({ ctx, input: { batchId, page } })) };
  },
);
