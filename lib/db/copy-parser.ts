// The binary form of COPY: a header, then of each row the number of its fields and each field's length
// with its bytes, and -1 at the end. Chunks end anywhere.

const SIGNATURE_BYTES = 11;
const HEADER_BYTES = SIGNATURE_BYTES + 8;
const NULL_LENGTH = -1;

/** A row's fields as they came, null for NULL; valid until the call returns. */
export type CopyRow = readonly (Buffer | null)[];

export type CopyParser = { feed(chunk: Buffer): void; end(): void };

/** Calls `onRow` for each whole row of what it is fed. */
export function copyParser(onRow: (row: CopyRow) => void): CopyParser {
  let held: Buffer = Buffer.alloc(0);
  let isBegun = false;
  let isEnded = false;

  function header(): number {
    if (held.length < HEADER_BYTES) return -1;
    const end = HEADER_BYTES + held.readInt32BE(SIGNATURE_BYTES + 4);
    return held.length < end ? -1 : end;
  }

  /** The position behind the row at `start`; -1 where it has not come in whole. */
  function rowAt(start: number): number {
    if (held.length < start + 2) return -1;
    const count = held.readInt16BE(start);
    if (count < 0) {
      isEnded = true;
      return start + 2;
    }
    const row: (Buffer | null)[] = new Array(count);
    let at = start + 2;
    for (let field = 0; field < count; field += 1) {
      if (held.length < at + 4) return -1;
      const length = held.readInt32BE(at);
      at += 4;
      if (length === NULL_LENGTH) {
        row[field] = null;
        continue;
      }
      if (held.length < at + length) return -1;
      row[field] = held.subarray(at, at + length);
      at += length;
    }
    onRow(row);
    return at;
  }

  return {
    feed(chunk) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      let at = 0;
      if (!isBegun) {
        at = header();
        if (at < 0) return;
        isBegun = true;
      }
      while (!isEnded) {
        const next = rowAt(at);
        if (next < 0) break;
        at = next;
      }
      held = held.subarray(at);
    },
    end() {
      if (!isEnded) throw new RangeError("a copy ended in the middle of its rows");
    },
  };
}
