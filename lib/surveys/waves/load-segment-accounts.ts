import type { Ctx } from "@/lib/auth/ctx";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { segmentAccountIds } from "@/lib/segments/segment-account-ids";

/**
 * Ids of a segment's accounts; null where no segment narrows the selection. A transaction of its
 * own, because segments read the facts.
 */
export async function loadSegmentAccounts(
  ctx: Ctx,
  segmentId: string | undefined,
): Promise<string[] | null> {
  if (segmentId === undefined) return null;
  const asOfDay = dayNumber(ctx.asOf);
  return withFacts(ctx, (tx, facts) => segmentAccountIds(tx, facts, segmentId, asOfDay));
}
