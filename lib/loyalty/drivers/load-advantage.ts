import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { settingsAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { loadSegments } from "@/lib/segments/load-segments";
import type { AdvantageDto } from "../drivers.types";
import { unitsOfSegment } from "../load-filter";
import { perSelection } from "../per-epoch";
import { advantageOf, buildAdvantage } from "./build-advantage";

/** Relative advantage of a selection of accounts and of every segment. */
export async function loadAdvantage(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): Promise<AdvantageDto[]> {
  const segments = await loadSegments(tx, ctx.workspace.id);
  const key = `advantage ${asOfDay} ${JSON.stringify(segments)}`;
  return perSelection(units, key, () =>
    buildAdvantage(
      [
        { segment: null, said: advantageOf(facts, units, asOfDay) },
        ...segments.map(({ id, name, rules }) => ({
          segment: { id, name },
          said: advantageOf(facts, unitsOfSegment(facts, rules, asOfDay), asOfDay),
        })),
      ],
      settingsAt(facts, asOfDay).fewestForStatistic,
    ),
  );
}
