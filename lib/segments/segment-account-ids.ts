import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { loadSegment } from "./load-segments";
import { selectUnits } from "./select-units";

/** Sites of a deciding parent included. */
export function accountIdsOf(units: readonly UnitFacts[]): string[] {
  return units.flatMap(({ members }) => members.map(({ id }) => id));
}

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
  return accountIdsOf(selectUnits(facts, rules, asOfDay));
}
