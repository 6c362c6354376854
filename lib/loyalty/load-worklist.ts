import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { seesNames } from "@/lib/workspaces/sees-names";
import {
  accountsOfLines,
  type FoundWorklist,
  findWorklist,
  LINES_SHOWN,
  ownWorklist,
  worklistDto,
} from "./build-worklist";
import { loadWorklistDetails } from "./load-worklist-details";
import { learnedLossShares } from "./loss-shares";
import { perEpoch } from "./per-epoch";
import type { WorklistDto } from "./worklist.types";

export function foundWorklist(facts: WorkspaceFacts, asOfDay: number): FoundWorklist {
  return perEpoch(facts, `worklist ${asOfDay}`, () =>
    findWorklist(facts, asOfDay, learnedLossShares(facts, asOfDay)),
  );
}

/** The worklist of these accounts, with the words of the lines that are shown. */
export async function loadWorklist(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  allLines = false,
): Promise<WorklistDto> {
  const found = foundWorklist(facts, asOfDay);
  const own = ownWorklist(found, units);
  const { lines } = own;
  const shown = allLines ? lines.length : LINES_SHOWN;
  const accountIds = accountsOfLines(found, lines.slice(0, shown));
  const showsNames = await seesNames(tx, ctx);
  const details = await loadWorklistDetails(tx, ctx, accountIds, showsNames);
  return worklistDto(found, own, details, shown);
}
