import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { NO_ID } from "@/lib/format/id-bytes";
import { ALL_RECORDS } from "./records/all-records";
import { loadRecords } from "./records/load-records";
import { RECORD_KINDS, type RecordRow } from "./records/record-kind";

export const recordPageSchema = z.strictObject({
  cursor: z
    .uuid({ error: "Send back the cursor of the page before." })
    .optional()
    .describe("Where the page before ended; left out for the first page."),
  limit: z.coerce
    .number({ error: "Ask for 1 to 1000 rows." })
    .int("Ask for 1 to 1000 rows.")
    .min(1, "Ask for 1 to 1000 rows.")
    .max(1000, "Ask for 1 to 1000 rows.")
    .default(100)
    .describe("Rows of a page."),
  accountId: z
    .uuid({ error: "Give the account's id here, not the one of your system." })
    .optional()
    .describe("Only rows of this account."),
});

const listRecordsSchema = recordPageSchema.extend({ kind: z.enum(RECORD_KINDS) });

export type RecordsDto = {
  rows: RecordRow[];
  /** For the next page; null where this was the last. */
  nextCursor: string | null;
};

/** One page of a kind of rows, oldest first. */
export async function listRecords({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RecordsDto> {
  requirePermission(ctx, "data:export");
  const { kind, cursor, limit, accountId } = listRecordsSchema.parse(input);
  const page = {
    workspaceId: ctx.workspace.id,
    afterId: cursor ?? NO_ID,
    // One more than asked for tells whether there is a next page.
    limit: limit + 1,
    accountId: accountId ?? null,
  };
  const rows = await withWorkspace(ctx, (tx) => loadRecords(tx, ALL_RECORDS[kind], page));
  const shown = rows.slice(0, limit);
  return { rows: shown, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
