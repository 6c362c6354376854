// The binary form of COPY: a header, then of each row the number of its fields and each field's length
// with its bytes, and -1 at the end. Chunks end anywhere.

const SIGNATURE_BYTES = 11;
const HEADER_BYTES = SIGNATURE_BYTES + 8;
const NULL_LENGTH = -1;
const FIELDS_AT_MOST = 64;
const ROOM_BYTES = 262_144;

/** The fields of the row at hand; of NULL each reads null. */
export type CopyRow = {
  text(field: number): string | null;
  /** Of the type integer. */
  whole(field: number): number | null;
  /** Where they lie until the next row; nobody may keep them. */
  bytes(field: number): Buffer | null;
};

/** What was fed is not needed afterwards: whoever sends may use its memory again. */
export type CopyParser = { feed(chunk: Buffer): void; end(): void };

/** Calls `onRow` for each whole row of what it is fed. */
export function copyParser(onRow: (row: CopyRow) => void): CopyParser {
  let room: Buffer = Buffer.alloc(ROOM_BYTES);
  let rest = 0;
  // What is being read: what came in last, behind the part of a row that was left of what came before.
  let held = room.subarray(0, 0);
  let isBegun = false;
  let isEnded = false;
  const starts = new Int32Array(FIELDS_AT_MOST);
  const ends = new Int32Array(FIELDS_AT_MOST);

  const row: CopyRow = {
    text(field) {
      const start = starts[field] as number;
      return start < 0 ? null : held.toString("utf8", start, ends[field]);
    },
    whole(field) {
      const start = starts[field] as number;
      return start < 0 ? null : held.readInt32BE(start);
    },
    bytes(field) {
      const start = starts[field] as number;
      return start < 0 ? null : held.subarray(start, ends[field]);
    },
  };

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
    let at = start + 2;
    for (let field = 0; field < count; field += 1) {
      if (held.length < at + 4) return -1;
      const length = held.readInt32BE(at);
      at += 4;
      starts[field] = length === NULL_LENGTH ? -1 : at;
      if (length > 0) at += length;
      ends[field] = at;
    }
    if (held.length < at) return -1;
    onRow(row);
    return at;
  }

  /** Behind what is there. One room for all: a new one for each is more to collect than the rows themselves. */
  function keep(part: Buffer): void {
    const before = room;
    if (rest + part.length > room.length) {
      room = Buffer.alloc(2 * (rest + part.length));
      before.copy(room, 0, 0, rest);
    }
    part.copy(room, rest);
    rest += part.length;
  }

  function take(chunk: Buffer): Buffer {
    if (rest === 0) return chunk;
    keep(chunk);
    return room.subarray(0, rest);
  }

  /** The position up to which whole rows were read. */
  function read(): number {
    let at = isBegun ? 0 : header();
    if (at < 0) return 0;
    isBegun = true;
    while (!isEnded) {
      const next = rowAt(at);
      if (next < 0) break;
      at = next;
    }
    return at;
  }

  return {
    feed(chunk) {
      held = take(chunk);
      const unread = held.subarray(read());
      rest = 0;
      keep(unread);
    },
    end() {
      if (!isEnded) throw new RangeError("a copy ended in the middle of its rows");
    },
  };
}
