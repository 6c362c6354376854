import fc from "fast-check";
import { expect, test } from "vitest";
import { copyParser } from "@/lib/db/copy-parser";

type Row = [text: string | null, whole: number | null, bytes: Uint8Array | null];

function field(bytes: Buffer | null): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes === null ? -1 : bytes.length);
  return bytes === null ? length : Buffer.concat([length, bytes]);
}

function wholeBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** As the database sends it: signature, flags, an extension, rows of three fields, and -1. */
function copied(rows: readonly Row[]): Buffer {
  const extension = Buffer.from("more");
  const header = [
    Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"),
    wholeBytes(0),
    wholeBytes(4),
    extension,
  ];
  const body = rows.flatMap(([text, whole, bytes]) => [
    Buffer.from([0, 3]),
    field(text === null ? null : Buffer.from(text)),
    field(whole === null ? null : wholeBytes(whole)),
    field(bytes && Buffer.from(bytes)),
  ]);
  return Buffer.concat([...header, ...body, Buffer.from([0xff, 0xff])]);
}

function read(sent: Buffer, cuts: readonly number[]): Row[] {
  const rows: Row[] = [];
  const parser = copyParser((row) => {
    const bytes = row.bytes(2);
    rows.push([row.text(0), row.whole(1), bytes && Uint8Array.from(bytes)]);
  });
  const places = [...cuts.map((cut) => cut % (sent.length + 1)), sent.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of places) {
    // What the socket reads into is used again.
    const chunk = Buffer.from(sent.subarray(from, to));
    parser.feed(chunk);
    chunk.fill(0);
    from = to;
  }
  parser.end();
  return rows;
}

const bytes = fc.uint8Array({ maxLength: 40 });
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.option(fc.string({ unit: "grapheme", maxLength: 12 })),
  fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.option(bytes),
);

test("rows come out as they were sent, wherever what comes in is cut", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (rows, cuts) => {
        expect(read(copied(rows), cuts)).toEqual(rows);
      },
    ),
  );
});

test("a row larger than any room comes out whole, with its neighbours", () => {
  const large = new Uint8Array(700_001).map((_, at) => at % 251);
  const rows: Row[] = [
    ["a", 1, null],
    ["b", 2, large],
    ["c", 3, new Uint8Array([9])],
  ];
  const [first, whole, last] = read(copied(rows), [100, 65_536, 131_072, 600_000, 700_100]);
  expect([first, last]).toEqual([rows[0], rows[2]]);
  expect(Buffer.compare(whole?.[2] ?? new Uint8Array(), large)).toBe(0);
});

test("a copy that breaks off is no end", () => {
  const sent = copied([["a", 1, null]]);
  expect(() => read(sent.subarray(0, sent.length - 2), [])).toThrow(/in the middle/);
});
