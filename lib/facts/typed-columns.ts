// Each column in the smallest type that holds it, at a multiple of 8 bytes so that it can be read in place.

let zeros = new Uint8Array(256);

/** So many zeros, shared by all who need them. */
export function zeroColumn(length: number): ArrayLike<number> {
  if (length > zeros.length) zeros = new Uint8Array(2 * length);
  return zeros.subarray(0, length);
}

type Typed = Uint8Array | Int16Array | Int32Array | Float32Array | Float64Array;

export const ZERO = 0;
const UINT8 = 1;
export const INT16 = 2;
const INT32 = 3;
const FLOAT64 = 4;
const FLOAT32 = 6;

const BYTES: Record<number, number> = {
  [UINT8]: 1,
  [INT16]: 2,
  [INT32]: 4,
  [FLOAT32]: 4,
  [FLOAT64]: 8,
};

export function aligned(bytes: number): number {
  return (bytes + 7) & ~7;
}

/** What a column of so many values takes; one of zeros takes nothing. */
export function columnBytes(type: number, length: number): number {
  return aligned((BYTES[type] ?? 0) * length);
}

function smallestFloat(values: ArrayLike<number>): number {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!Object.is(Math.fround(value), value)) return FLOAT64;
  }
  return FLOAT32;
}

export function smallestType(values: ArrayLike<number>): number {
  let low = 0;
  let high = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!Number.isInteger(value) || Object.is(value, -0)) return smallestFloat(values);
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
  if (type === FLOAT32) return new Float32Array(buffer, offset, length);
  return new Float64Array(buffer, offset, length);
}

export function writeColumn(
  type: number,
  values: ArrayLike<number>,
  bytes: Uint8Array,
  at: number,
): void {
  if (BYTES[type] === undefined) return;
  typedAt(type, bytes.buffer, bytes.byteOffset + at, values.length).set(values);
}

/** A column as it lies in its bytes. */
export function readColumn(
  type: number,
  bytes: Uint8Array,
  at: number,
  length: number,
): ArrayLike<number> {
  if (type === ZERO) return zeroColumn(length);
  return typedAt(type, bytes.buffer, bytes.byteOffset + at, length);
}
