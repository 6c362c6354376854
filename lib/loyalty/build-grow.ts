import { roundHalfEven } from "@/lib/facts/currency";
import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type GrowLine, growList, type RoomToGrow, roomToGrow, whiteSpace } from "@/lib/metrics";
import { LINES_SHOWN } from "./build-worklist";
import type { GrowDto, GrowLineDto } from "./grow.types";
import { perEpoch, perSelection } from "./per-epoch";
import { typeSpend } from "./type-spend";

/** The whole workspace's list: what is typical does not depend on a filter. */
function findRoom(facts: WorkspaceFacts, asOfDay: number): GrowLine[] {
  const spendOf = typeSpend(facts, asOfDay);
  const assessed = assessAt(facts, asOfDay);
  const active = facts.units.filter(({ id }) => assessed.get(id)?.standing);
  const gaps = whiteSpace(
    active.map((unit) => ({
      sizeBand: unit.account.sizeBand,
      spend: [...spendOf(unit)]
        .filter(([typeId]) => facts.productTypes.has(typeId))
        .map(([type, yearlyMinor]) => ({ type, yearlyMinor: Math.max(0, yearlyMinor) })),
    })),
  );
  const rooms = new Map<string, RoomToGrow>(
    active.map(({ id, history }, index) => [
      id,
      roomToGrow(history.wallets, gaps[index] ?? [], asOfDay),
    ]),
  );
  const nothing = roomToGrow([], [], asOfDay);
  return growList({
    assessments: [...assessed.values()],
    roomOf: (id) => rooms.get(id) ?? nothing,
    nameOf: (id) => facts.accounts.get(id)?.name ?? "",
    line: settingsAt(facts, asOfDay).line,
  });
}

function lineDto(line: GrowLine, facts: WorkspaceFacts, asOfDay: number): GrowLineDto {
  const ownerId = facts.accounts.get(line.accountId)?.ownerId ?? null;
  const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
  const typeName = (id: string) => facts.productTypes.get(id)?.name ?? null;
  const { known, typical, knownMinor, roomMinor } = line.room;
  return {
    account: { id: line.accountId, name: line.name },
    state: assessAt(facts, asOfDay).get(line.accountId)?.standing ?? null,
    isConvinced: line.isConvinced,
    roomMinor: roundHalfEven(roomMinor),
    knownMinor: roundHalfEven(knownMinor),
    known: known.map(({ category, lowMinor, highMinor, provenance, day }) => ({
      ...{ productType: typeName(category), lowMinor, highMinor, provenance },
      on: isoOfDay(day),
    })),
    typical: typical.map(({ type, typicalMinor, owners }) => ({
      productType: typeName(type) ?? "",
      typicalMinor: roundHalfEven(typicalMinor),
      owners,
    })),
    owner: owner ? { id: owner.id, name: owner.name } : null,
  };
}

/** What of the list is about a selection of accounts. */
export type OwnRoom = { lines: GrowLine[]; knownMinor: number; typicalMinor: number };

function ownRoom(all: readonly GrowLine[], units: readonly UnitFacts[]): OwnRoom {
  const ids = new Set(units.map(({ id }) => id));
  const lines = all.filter(({ accountId }) => ids.has(accountId));
  const sum = (field: "knownMinor" | "typicalMinor") =>
    roundHalfEven(lines.reduce((total, { room }) => total + room[field], 0));
  return { lines, knownMinor: sum("knownMinor"), typicalMinor: sum("typicalMinor") };
}

/** All room there is to grow with these accounts. */
export function roomWith(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): OwnRoom {
  const all = perEpoch(facts, `grow ${asOfDay}`, () => findRoom(facts, asOfDay));
  return perSelection(units, `room ${asOfDay}`, () => ownRoom(all, units));
}

/** Room to grow with these accounts: the first lines, or all of them. */
export function buildGrow(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  { asOfDay, allRoom = false }: { asOfDay: number; allRoom?: boolean | undefined },
): GrowDto {
  const { lines, knownMinor, typicalMinor } = roomWith(facts, units, asOfDay);
  const shown = allRoom ? lines : lines.slice(0, LINES_SHOWN);
  return {
    lines: shown.map((line) => lineDto(line, facts, asOfDay)),
    total: lines.length,
    knownMinor,
    typicalMinor,
  };
}
