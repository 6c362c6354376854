import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { type BothWaysDto, buildBothWays } from "./build-both-ways";
import { type BothWaysScope, countVisitedOnly, loadLastWords } from "./load-both-ways";

/** The figure of a survey, or of a question in a time, both ways; for the verbs that show it. */
export async function bothWaysOf(
  tx: Tx,
  ctx: Ctx,
  scope: Omit<BothWaysScope, "workspaceId">,
): Promise<BothWaysDto> {
  const { id: workspaceId, timeZone } = ctx.workspace;
  const all = { ...scope, workspaceId };
  const words = await loadLastWords(tx, all);
  return buildBothWays(scope.question, words, await countVisitedOnly(tx, all, timeZone));
}
