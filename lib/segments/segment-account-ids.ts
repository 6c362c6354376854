import type { Tx } from "@/lib/db/with-workspace";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { loadSegment } from "./load-segments";
import { selectUnits } from "./select-units";

/**
 * Ids of every account of a segment, sites of a deciding parent included; for other domains, inside
 * `withFacts`. @throws AppError NOT_FOUND
 */
export async function segmentAccountIds(
  tx: Tx,
  facts: WorkspaceFacts,
  segmentId: string,
  asOfDay: number,
): Promise<string[]> {
  const { rules } = await loadSegment(tx, facts.workspaceId, segmentId);
  return selectUnits(facts, rules, asOfDay).flatMap((unit) => unit.members.map(({ id }) => id));
}
