import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildReview } from "./build-review";
import { findAccount, loadAccountDto } from "./load-account-dto";
import { loadReview } from "./load-review";
import type { AccountReviewDto } from "./review.types";

const reviewInput = z.object({
  accountId: z.uuid({ error: "Choose the account." }),
  for: z.enum(["us", "share"], { error: "Choose whom the review is for." }).default("us"),
});

/** Two pages about one account: for us, or to share with the customer. */
export async function getAccountReview({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AccountReviewDto> {
  requirePermission(ctx, "account:read");
  const wanted = reviewInput.parse(input);
  const read = async (tx: Tx, facts: WorkspaceFacts) => {
    const found = findAccount(facts, wanted.accountId);
    const account = await loadAccountDto(tx, ctx, facts, found, { kind: null, page: 1 });
    const rows = await loadReview(tx, ctx.workspace.id, found.accountIds, ctx.asOf);
    const asOfDay = dayNumber(ctx.asOf);
    return buildReview(wanted.for, account, rows, { company: ctx.workspace.name, asOfDay });
  };
  return withFacts(ctx, read);
}
