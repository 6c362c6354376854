import type { OrderLines } from "./order-lines";
import { columnBytes, readColumn, smallestType, writeColumn } from "./typed-columns";

const COLUMNS = ["days", "amountsMinor", "types", "isSameOrder", "isAutomatic"] as const;

/** What is to be known of lines to read their columns, which follow each other in the order of the heads. */
export type PackedLines = [
  accountId: string,
  currency: string,
  typeIds: readonly (string | null)[],
  length: number,
  columnTypes: number[],
];

export function packLines(lines: readonly OrderLines[]): {
  heads: PackedLines[];
  bytes: Uint8Array;
} {
  const heads = lines.map(
    (own): PackedLines => [
      own.accountId,
      own.currency,
      own.typeIds,
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
export function unpackLines(heads: readonly PackedLines[], bytes: Uint8Array): OrderLines[] {
  let at = 0;
  return heads.map(([accountId, currency, typeIds, length, columnTypes]) => {
    const [days, amountsMinor, types, isSameOrder, isAutomatic] = columnTypes.map((type) => {
      const column = readColumn(type, bytes, at, length);
      at += columnBytes(type, length);
      return column;
    });
    if (!days || !amountsMinor || !types || !isSameOrder || !isAutomatic)
      throw new RangeError("stored order lines lack a column");
    return { accountId, currency, typeIds, days, amountsMinor, types, isSameOrder, isAutomatic };
  });
}
