import { roundHalfEven } from "@/lib/facts/currency";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { GrowLine } from "@/lib/metrics";
import type { OwnRoom } from "../build-grow";
import type { GapDto, GapsDto } from "../buying.types";

function linesOf(line: GrowLine, facts: WorkspaceFacts, asOfDay: number): GapDto[] {
  const { accountId, name, isConvinced, room } = line;
  const ownerId = facts.accounts.get(accountId)?.ownerId ?? null;
  const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
  const typeName = (id: string) => facts.productTypes.get(id)?.name ?? null;
  const shared = {
    account: { id: accountId, name },
    state: assessAt(facts, asOfDay).get(accountId)?.standing ?? null,
    isConvinced,
    owner: owner ? { id: owner.id, name: owner.name } : null,
  };
  return [
    ...room.known
      .filter(({ middleMinor }) => middleMinor > 0)
      .map((one) => ({
        ...shared,
        productType: typeName(one.category),
        amountMinor: roundHalfEven(one.middleMinor),
        low: roundHalfEven(one.lowMinor),
        high: roundHalfEven(one.highMinor),
        source: one.provenance,
        owners: null,
        on: isoOfDay(one.day),
      })),
    ...room.typical.map((one) => ({
      ...shared,
      productType: typeName(one.type),
      amountMinor: roundHalfEven(one.typicalMinor),
      low: null,
      high: null,
      source: "typical" as const,
      owners: one.owners,
      on: null,
    })),
  ];
}

function byType(lines: readonly GapDto[]): GapsDto["byType"] {
  const sums = new Map<string | null, GapsDto["byType"][number]>();
  for (const { productType, amountMinor } of lines) {
    const sum = sums.get(productType) ?? { productType, amountMinor: 0, accounts: 0 };
    sums.set(productType, sum);
    sum.amountMinor += amountMinor;
    sum.accounts += 1;
  }
  return [...sums.values()].sort((a, b) => b.amountMinor - a.amountMinor);
}

/** Accounts by what they do not buy from us, the largest first, each with where the amount comes from. */
export function buildGaps(room: OwnRoom, facts: WorkspaceFacts, asOfDay: number): GapsDto {
  const lines = room.lines
    .flatMap((line) => linesOf(line, facts, asOfDay))
    .sort((a, b) => b.amountMinor - a.amountMinor);
  return {
    lines,
    total: lines.length,
    accounts: room.lines.length,
    knownMinor: room.knownMinor,
    typicalMinor: room.typicalMinor,
    byType: byType(lines),
  };
}
