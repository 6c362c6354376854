import { MONTH_COLUMNS, type MonthColumn, type MonthSeries } from "./month-columns";
import { columnBytes, INT16, readColumn, smallestType, writeColumn, ZERO } from "./typed-columns";

/** The column is the total's own, which stands there already. */
const AS_TOTAL = 5;
export const TAG_BYTES = 40;

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let index = 0; index < a.length; index += 1)
    if (!Object.is(a[index], b[index])) return false;
  return true;
}

type Part = { tag: number; values: ArrayLike<number> };

function partsOf(series: MonthSeries): Part[] {
  const total = series.column("totalMinor");
  return MONTH_COLUMNS.map((name) => {
    const values = series.column(name);
    const tag = smallestType(values);
    const isTotal = tag > INT16 && name !== "totalMinor" && isSame(values, total);
    return { tag: isTotal ? AS_TOTAL : tag, values };
  });
}

/** The tags of all columns, then those that hold anything. */
export function packColumns(series: MonthSeries): Uint8Array {
  const parts = partsOf(series);
  const sizes = parts.map(({ tag }) => columnBytes(tag, series.months));
  const packed = new Uint8Array(sizes.reduce((sum, size) => sum + size, TAG_BYTES));
  packed.set(parts.map(({ tag }) => tag));
  let at = TAG_BYTES;
  parts.forEach(({ tag, values }, index) => {
    writeColumn(tag, values, packed, at);
    at += sizes[index] ?? 0;
  });
  return packed;
}

/** Columns as they lie in bytes that begin at a multiple of 8. */
export class PackedColumns implements MonthSeries {
  readonly firstMonth: number;
  readonly months: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, firstMonth: number, months: number) {
    this.#bytes = bytes;
    this.firstMonth = firstMonth;
    this.months = months;
  }

  #sizeOf(index: number): number {
    return columnBytes(this.#bytes[index] ?? ZERO, this.months);
  }

  get byteLength(): number {
    let total = TAG_BYTES;
    for (let index = 0; index < MONTH_COLUMNS.length; index += 1) total += this.#sizeOf(index);
    return total;
  }

  column(name: MonthColumn): ArrayLike<number> {
    const wanted = MONTH_COLUMNS.indexOf(name);
    const tag = this.#bytes[wanted] ?? ZERO;
    if (tag === AS_TOTAL) return this.column("totalMinor");
    let at = TAG_BYTES;
    for (let index = 0; index < wanted; index += 1) at += this.#sizeOf(index);
    return readColumn(tag, this.#bytes, at, this.months);
  }
}
