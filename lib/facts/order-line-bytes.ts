import type { OrderLines } from "./order-lines";
import { columnBytes, readColumn, smallestType, writeColumn } from "./typed-columns";

const COLUMNS = ["days", "amountsMinor", "types", "flags"] as const;

/**
 * What is to be known of lines to read their columns, which follow each other in the order of the heads. A
 * product type that the history names elsewhere is its place there.
 */
export type PackedLines = [
  accountId: string,
  currency: string,
  typeIds: readonly (string | number | null)[],
  length: number,
  columnTypes: number[],
];

/** @param named product types in the order in which the history names them */
export function packLines(
  lines: readonly OrderLines[],
  named: readonly string[],
): {
  heads: PackedLines[];
  bytes: Uint8Array;
} {
  const places = new Map<string | null, number>(named.map((id, place) => [id, place]));
  const heads = lines.map(
    (own): PackedLines => [
      own.accountId,
      own.currency,
      own.typeIds.map((id) => places.get(id) ?? id),
      own.days.length,
      COLUMNS.map((name) => smallestType(own[name])),
    ],
  );
  const sizes = heads.flatMap(([, , , length, types]) =>
    types.map((type) => columnBytes(type, length)),
  );
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const [index, own] of lines.entries())
    for (const [column, name] of COLUMNS.entries()) {
      writeColumn(heads[index]?.[4][column] ?? 0, own[name], bytes, at);
      at += sizes[index * COLUMNS.length + column] ?? 0;
    }
  return { heads, bytes };
}

/** @param bytes that begin at a multiple of 8 */
export function unpackLines(
  heads: readonly PackedLines[],
  named: readonly string[],
  bytes: Uint8Array,
): OrderLines[] {
  let at = 0;
  return heads.map(([accountId, currency, places, length, columnTypes]) => {
    const [days, amountsMinor, types, flags] = columnTypes.map((type) => {
      const column = readColumn(type, bytes, at, length);
      at += columnBytes(type, length);
      return column;
    });
    if (!days || !amountsMinor || !types || !flags)
      throw new RangeError("stored order lines lack a column");
    const typeIds = places.map((id) => (typeof id === "number" ? (named[id] ?? null) : id));
    return { accountId, currency, typeIds, days, amountsMinor, types, flags };
  });
}
