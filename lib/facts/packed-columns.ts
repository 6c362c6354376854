import { MONTH_COLUMNS, type MonthColumn, type MonthSeries, zeroColumn } from "./month-columns";

// Each column in the smallest type that holds it, at a multiple of 8 bytes so that it can be read in place.

type Typed = Uint8Array | Int16Array | Int32Array | Float64Array;

const ZERO = 0;
const UINT8 = 1;
const INT16 = 2;
const INT32 = 3;
const FLOAT64 = 4;
const AS_TOTAL = 5;

const BYTES: Record<number, number> = { [UINT8]: 1, [INT16]: 2, [INT32]: 4, [FLOAT64]: 8 };
export const TAG_BYTES = 40;

export function aligned(bytes: number): number {
  return (bytes + 7) & ~7;
}

function smallestType(values: ArrayLike<number>): number {
  let low = 0;
  let high = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!Number.isInteger(value) || Object.is(value, -0)) return FLOAT64;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === 0 && high === 0) return ZERO;
  if (low >= 0 && high <= 0xff) return UINT8;
  if (low >= -0x8000 && high <= 0x7fff) return INT16;
  return low >= -0x8000_0000 && high <= 0x7fff_ffff ? INT32 : FLOAT64;
}

function typedAt(type: number, buffer: ArrayBufferLike, offset: number, length: number): Typed {
  if (type === UINT8) return new Uint8Array(buffer, offset, length);
  if (type === INT16) return new Int16Array(buffer, offset, length);
  if (type === INT32) return new Int32Array(buffer, offset, length);
  return new Float64Array(buffer, offset, length);
}

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
  const sizes = parts.map(({ tag }) => aligned((BYTES[tag] ?? 0) * series.months));
  const packed = new Uint8Array(sizes.reduce((sum, size) => sum + size, TAG_BYTES));
  packed.set(parts.map(({ tag }) => tag));
  let at = TAG_BYTES;
  parts.forEach(({ tag, values }, index) => {
    if (BYTES[tag]) typedAt(tag, packed.buffer, at, series.months).set(values);
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
    return aligned((BYTES[this.#bytes[index] ?? ZERO] ?? 0) * this.months);
  }

  get byteLength(): number {
    let total = TAG_BYTES;
    for (let index = 0; index < MONTH_COLUMNS.length; index += 1) total += this.#sizeOf(index);
    return total;
  }

  column(name: MonthColumn): ArrayLike<number> {
    const wanted = MONTH_COLUMNS.indexOf(name);
    const tag = this.#bytes[wanted] ?? ZERO;
    if (tag === ZERO) return zeroColumn(this.months);
    if (tag === AS_TOTAL) return this.column("totalMinor");
    let at = TAG_BYTES;
    for (let index = 0; index < wanted; index += 1) at += this.#sizeOf(index);
    return typedAt(tag, this.#bytes.buffer, this.#bytes.byteOffset + at, this.months);
  }
}
