import { roundHalfEven } from "@/lib/facts/currency";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { Gap, GrowLine, KnownRoom } from "@/lib/metrics";
import type { OwnRoom } from "../build-grow";
import type { GapDto, GapsDto } from "../buying.types";

/** What is shown of either kind; a list of all of ten thousand accounts takes twenty megabytes. */
const LINES_KEPT = 50;

type Line = { grow: GrowLine; typeId: string; amountMinor: number } & (
  | { known: KnownRoom; typical: null }
  | { known: null; typical: Gap }
);

/** Every line there is, account by account; none of them is kept. */
function eachLine(room: OwnRoom, use: (line: Line) => void): void {
  for (const grow of room.all()) {
    for (const known of grow.room.known)
      if (known.middleMinor > 0) {
        const amountMinor = roundHalfEven(known.middleMinor);
        use({ grow, typeId: known.category, amountMinor, known, typical: null });
      }
    for (const typical of grow.room.typical) {
      const amountMinor = roundHalfEven(typical.typicalMinor);
      use({ grow, typeId: typical.type, amountMinor, known: null, typical });
    }
  }
}

/** The largest so far, the largest first; of equal ones the one that came first. */
function keepLargest(kept: Line[], line: Line, most: number): void {
  const last = kept.at(-1);
  if (kept.length === most && last && last.amountMinor >= line.amountMinor) return;
  const at = kept.findLastIndex(({ amountMinor }) => amountMinor >= line.amountMinor) + 1;
  kept.splice(at, 0, line);
  if (kept.length > most) kept.pop();
}

function lineDto(
  { grow, typeId, amountMinor, known, typical }: Line,
  facts: WorkspaceFacts,
  asOfDay: number,
): GapDto {
  const { accountId, name, isConvinced } = grow;
  const ownerId = facts.accounts.get(accountId)?.ownerId ?? null;
  const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
  return {
    account: { id: accountId, name },
    state: assessAt(facts, asOfDay).get(accountId)?.standing ?? null,
    isConvinced,
    owner: owner ? { id: owner.id, name: owner.name } : null,
    productType: facts.productTypes.get(typeId)?.name ?? null,
    amountMinor,
    ...(known
      ? {
          low: roundHalfEven(known.lowMinor),
          high: roundHalfEven(known.highMinor),
          source: known.provenance,
          owners: null,
          on: isoOfDay(known.day),
        }
      : { low: null, high: null, source: "typical", owners: typical.owners, on: null }),
  };
}

type TypeSums = Map<string, { amountMinor: number; accounts: number }>;

function addTo(sums: TypeSums, { typeId, amountMinor }: Line): void {
  const sum = sums.get(typeId) ?? { amountMinor: 0, accounts: 0 };
  sums.set(typeId, sum);
  sum.amountMinor += amountMinor;
  sum.accounts += 1;
}

/** What has no type of its own, as a wallet for all of them, is one. */
function byType(sums: TypeSums, { productTypes }: WorkspaceFacts): GapsDto["byType"] {
  const named = new Map<string | null, GapsDto["byType"][number]>();
  for (const [typeId, { amountMinor, accounts }] of sums) {
    const productType = productTypes.get(typeId)?.name ?? null;
    const sum = named.get(productType) ?? { productType, amountMinor: 0, accounts: 0 };
    named.set(productType, sum);
    sum.amountMinor += amountMinor;
    sum.accounts += accounts;
  }
  return [...named.values()].sort((a, b) => b.amountMinor - a.amountMinor);
}

/** The largest of either kind; `all` of them for a file. */
function linesOf(room: OwnRoom, all: boolean) {
  const kept = { known: [] as Line[], typical: [] as Line[] };
  const every: Line[] = [];
  const count = { known: 0, typical: 0 };
  const sums: TypeSums = new Map();
  eachLine(room, (line) => {
    const kind = line.known ? "known" : "typical";
    count[kind] += 1;
    addTo(sums, line);
    if (all) every.push(line);
    else keepLargest(kept[kind], line, LINES_KEPT);
  });
  const lines = all ? every : [...kept.known, ...kept.typical];
  return { lines: lines.sort((a, b) => b.amountMinor - a.amountMinor), count, sums };
}

/** Accounts by what they do not buy from us, the largest first, each with where the amount comes from. */
export function buildGaps(
  room: OwnRoom,
  facts: WorkspaceFacts,
  asOfDay: number,
  { all = false }: { all?: boolean } = {},
): GapsDto {
  const { lines, count, sums } = linesOf(room, all);
  return {
    lines: lines.map((line) => lineDto(line, facts, asOfDay)),
    known: count.known,
    typical: count.typical,
    accounts: room.total,
    knownMinor: room.knownMinor,
    typicalMinor: room.typicalMinor,
    byType: byType(sums, facts),
  };
}
