import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { segmentAccountIds } from "./segment-account-ids";

const LIMIT_ERROR = "Ask for 1 to 10000 accounts.";

export const segmentPageSchema = z.strictObject({
  cursor: z
    .uuid({ error: "Send back the cursor of the page before." })
    .optional()
    .describe("Where the page before ended; left out for the first page."),
  limit: z.coerce
    .number({ error: LIMIT_ERROR })
    .int(LIMIT_ERROR)
    .min(1, LIMIT_ERROR)
    .max(10_000, LIMIT_ERROR)
    .default(1000)
    .describe("Accounts of a page."),
});

const listSegmentAccountsSchema = segmentPageSchema.extend({
  segmentId: z.uuid({ error: "There is no such segment." }),
});

export type SegmentAccountsDto = {
  asOf: string;
  accounts: { id: string; source: string; externalId: string | null; name: string }[];
  nextCursor: string | null;
};

/** One page of the accounts of a segment, sites of a deciding parent included. */
export async function listSegmentAccounts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentAccountsDto> {
  requirePermission(ctx, "segment:read");
  const { segmentId, cursor = "", limit } = listSegmentAccountsSchema.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const ids = await segmentAccountIds(tx, facts, segmentId, dayNumber(ctx.asOf));
    const rest = ids.filter((id) => id > cursor).sort();
    const page = rest.slice(0, limit);
    const accounts = await tx.account.findMany({
      where: { workspaceId: ctx.workspace.id, id: { in: page } },
      orderBy: { id: "asc" },
      select: { id: true, source: true, externalId: true, name: true },
    });
    const nextCursor = rest.length > limit ? (page.at(-1) ?? null) : null;
    return { asOf: ctx.asOf, accounts, nextCursor };
  });
}
