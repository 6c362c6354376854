import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { findRoom, growDto, type OwnRoom, ownRoom } from "./build-grow";
import { LINES_SHOWN } from "./build-worklist";
import type { GrowDto } from "./grow.types";
import { loadTypeSpend } from "./load-type-spend";
import { perEpochLoaded, perSelection } from "./per-epoch";

/** All room there is to grow with these accounts. */
export async function loadRoom(
  tx: Tx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): Promise<OwnRoom> {
  const all = await perEpochLoaded(facts, `grow ${asOfDay}`, async () =>
    findRoom(facts, asOfDay, await loadTypeSpend(tx, facts, asOfDay)),
  );
  return perSelection(units, `room ${asOfDay}`, () => ownRoom(all, units));
}

/** Room to grow with these accounts. */
export async function loadGrow(
  tx: Tx,
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  view: { asOfDay: number; allRoom?: boolean | undefined },
): Promise<GrowDto> {
  const { asOfDay } = view;
  const room = await loadRoom(tx, facts, units, asOfDay);
  return growDto(room, facts, asOfDay, view.allRoom ? room.lines.length : LINES_SHOWN);
}
