import { roundHalfEven } from "@/lib/facts/currency";
import { joined, perBlock } from "@/lib/facts/per-block";
import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  byWelcome,
  type GrowLine,
  gapsOf,
  growList,
  roomToGrow,
  typicalSpend,
} from "@/lib/metrics";
import { LINES_SHOWN, linesOf } from "./build-worklist";
import type { GrowDto, GrowLineDto } from "./grow.types";
import { perEpoch, perSelection, perUnit, rowsOf } from "./per-epoch";
import { customersOf } from "./scene";
import { typeSpend } from "./type-spend";

/** What an account spends on the product types that are sold. */
function spendRow(facts: WorkspaceFacts, asOfDay: number, sold: string) {
  const spendOf = typeSpend(facts, asOfDay);
  return perUnit(facts, `white space ${asOfDay} ${sold}`, (unit) => ({
    sizeBand: unit.account.sizeBand,
    spend: [...spendOf(unit)]
      .filter(([typeId]) => facts.productTypes.has(typeId))
      .map(([type, yearlyMinor]) => ({ type, yearlyMinor: Math.max(0, yearlyMinor) })),
  }));
}

/** Of a thousand accounts, by the table of what is typical that it was made with; in their order on the list. */
type Room = { block: readonly UnitFacts[]; table: string; lines: readonly GrowLine[] };

/** The whole workspace's: what is typical does not depend on a filter. */
function findRoom(facts: WorkspaceFacts, asOfDay: number): (readonly GrowLine[])[] {
  const sold = [...facts.productTypes.keys()].join();
  const spendOf = spendRow(facts, asOfDay, sold);
  const assessed = assessAt(facts, asOfDay);
  const { line } = settingsAt(facts, asOfDay);
  const active = customersOf(facts.units, asOfDay, assessed);
  const typical = typicalSpend(rowsOf(active, `white space ${asOfDay} ${sold}`, spendOf));
  const roomOf = (id: string) => {
    const unit = facts.unitById.get(id) as UnitFacts;
    return roomToGrow(unit.history.wallets, gapsOf(spendOf(unit), typical), asOfDay);
  };
  const nameOf = (id: string) => facts.accounts.get(id)?.name ?? "";
  const listOf = (block: readonly UnitFacts[]) => {
    const assessments = block.flatMap(({ id }) => assessed.get(id) ?? []);
    return growList({ assessments, roomOf, nameOf, line });
  };
  // Typical spend is a table of medians: most events leave it as it is, and with it every other account's room.
  const table = JSON.stringify([sold, ...typical]);
  const rooms = perBlock(
    active,
    `room ${asOfDay}`,
    (block): Room => ({ block, table: "", lines: [] }),
  );
  return rooms.map((room) => {
    if (room.table !== table) Object.assign(room, { table, lines: listOf(room.block) });
    return room.lines;
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
export type OwnRoom = {
  total: number;
  knownMinor: number;
  typicalMinor: number;
  /** The first so many lines: no page needs all of a hundred thousand in order. */
  first: (most: number) => readonly GrowLine[];
  all: () => readonly GrowLine[];
};

type Lines = readonly GrowLine[];

/**
 * @param parts of the list, each in its order
 * @param lines the same in the order of the accounts, in which they are added up whoever is selected
 */
function ownRoom(parts: readonly Lines[], lines: readonly Lines[] = parts): OwnRoom {
  const sum = (field: "knownMinor" | "typicalMinor") => {
    let minor = 0;
    for (const part of lines) for (const { room } of part) minor += room[field];
    return roundHalfEven(minor);
  };
  const first = (most: number) =>
    joined(parts.map((part) => part.slice(0, most)))
      .sort(byWelcome)
      .slice(0, most);
  const total = parts.reduce((count, part) => count + part.length, 0);
  const sums = { knownMinor: sum("knownMinor"), typicalMinor: sum("typicalMinor") };
  return { total, ...sums, first, all: () => first(total) };
}

/** All room there is to grow with these accounts. */
export function roomWith(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): OwnRoom {
  const all = perEpoch(facts, `grow ${asOfDay}`, () => findRoom(facts, asOfDay));
  return perSelection(units, `room ${asOfDay}`, () => {
    if (units === facts.units) return ownRoom(all);
    const own = linesOf(facts, units, joined(all));
    return ownRoom([[...own].sort(byWelcome)], [own]);
  });
}

/** Room to grow with these accounts: the first lines, or all of them. */
export function buildGrow(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  { asOfDay, allRoom = false }: { asOfDay: number; allRoom?: boolean | undefined },
): GrowDto {
  const { total, knownMinor, typicalMinor, ...room } = roomWith(facts, units, asOfDay);
  const shown = allRoom ? room.all() : room.first(LINES_SHOWN);
  return {
    lines: shown.map((line) => lineDto(line, facts, asOfDay)),
    total,
    knownMinor,
    typicalMinor,
  };
}
