import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkHeaders } from "@/lib/imports/file/check-headers";
import { csvRows } from "@/lib/imports/file/csv-rows";
import { detectDelimiter } from "@/lib/imports/file/detect-delimiter";
import { readFormUpload } from "@/lib/imports/file/multipart";
import { readHead } from "@/lib/imports/file/read-head";
import { encodingWatcher, notATable } from "@/lib/imports/file/sniff-file";
import { CHUNK_BYTES, inChunks } from "@/lib/imports/file/stored-file";

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function encodingOf(bytes: Uint8Array, size = 3): string {
  const watcher = encodingWatcher();
  for (let at = 0; at < bytes.length; at += size) watcher.see(bytes.subarray(at, at + size));
  return watcher.encoding();
}

const comma = { encoding: "utf-8", delimiter: "," } as const;

describe("the letters of a file", () => {
  it("are UTF-8 when every byte fits, also when a letter lies across two pieces", () => {
    expect(encodingOf(Buffer.from("Æblegård,Östlund,hyvä"), 1)).toBe("utf-8");
  });

  it("are Windows-1252 when they are no UTF-8, also when a letter is cut off at the end", () => {
    expect(encodingOf(Buffer.from("Östlund", "latin1"))).toBe("windows-1252");
    expect(encodingOf(Buffer.from("Ö").subarray(0, 1))).toBe("windows-1252");
  });

  it("are UTF-16 when the file says so", () => {
    expect(encodingOf(Buffer.from("\ufeffa,b", "utf16le"))).toBe("utf-16le");
  });

  it("come out the same in whatever pieces they arrive, without the mark at the beginning", async () => {
    const bytes = Buffer.from("\ufeffnavn,by\nÆble,Århus\n");
    for (const size of [1, 2, 3, 7, 100]) {
      const rows = await collect(csvRows(pieces(bytes, size), comma));
      expect(rows.map((row) => row.cells)).toEqual([
        ["navn", "by"],
        ["Æble", "Århus"],
      ]);
    }
  });
});

describe("a file that is no table", () => {
  it.each([
    ["a workbook", Buffer.from("504b0304", "hex"), /Excel workbook/],
    ["an old workbook", Buffer.from("d0cf11e0a1b1", "hex"), /old Excel/],
    ["a PDF", Buffer.from("%PDF-1.7"), /PDF/],
    ["compressed", Buffer.from("1f8b0800", "hex"), /compressed/],
    ["binary", Buffer.from([65, 44, 0, 1, 2]), /no text file/],
    ["a web page", Buffer.from("<!DOCTYPE html><html>"), /web page/],
    ["UTF-16 big-endian", Buffer.from("feff0041", "hex"), /big-endian/],
  ])("is named for what it is: %s", (_what, bytes, expected) => {
    expect(notATable(bytes)).toMatch(expected);
  });

  it("is not suspected in a plain text", () => {
    expect(notATable(Buffer.from("a;b\n1;2\n"))).toBeNull();
    expect(notATable(Buffer.from("\ufeffa\tb", "utf16le"))).toBeNull();
  });
});

describe("the delimiter", () => {
  it.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2,5\n", ";"],
    ["a\tb\n1,5\t2;5\n", "\t"],
    ['"a,1","b,2";c\n"x,y,z";d\n', ";"],
    ["sep=|\na|b\n", "|"],
    ["only one column\nvalue\n", ","],
    ["a,b", ","],
  ])("of %j is %j", (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });
});

describe("the header", () => {
  it("has no two columns of one name, and the message names both", () => {
    expect(() => checkHeaders(["Id", "Name", " Name "])).toThrow(/Columns 2 and 3 .* "Name"/);
  });

  it("has at most 200 columns and no damaged names", () => {
    expect(() => checkHeaders(Array.from({ length: 201 }, (_, i) => `c${i}`))).toThrow(
      /201 columns/,
    );
    expect(() => checkHeaders(["a\u0001"])).toThrow(/unreadable/);
    expect(() => checkHeaders(["", "  "])).toThrow(/first row is empty/);
  });

  it("may end in columns without a name", () => {
    expect(checkHeaders(["Id", "Name", "", ""])).toEqual(["Id", "Name"]);
  });
});

describe("rows", () => {
  it("carry the number a spreadsheet shows, empty lines included", async () => {
    const text = 'id,name\n1,"two\nlines"\n\n,\n2,b\n';
    const rows = await collect(csvRows(pieces(Buffer.from(text), 4), comma));
    expect(rows.map((row) => [row.rowNumber, row.cells[0]])).toEqual([
      [1, "id"],
      [2, "1"],
      [5, "2"],
    ]);
  });

  it("of a file with an open quote are refused with the line it ends in", async () => {
    const bytes = Buffer.from('id,name\n1,"open\n2,b\n');
    await expect(collect(csvRows(pieces(bytes, 100), comma))).rejects.toThrow(/never closed.*line/);
  });

  it("keep an inch mark in the middle of a text", async () => {
    const bytes = Buffer.from('id,name\n1,valve 2" brass\n');
    const rows = await collect(csvRows(pieces(bytes, 100), comma));
    expect(rows[1]?.cells).toEqual(["1", 'valve 2" brass']);
  });

  it("end where the file's own lines end, also when the first piece holds a lone CR", async () => {
    const bytes = Buffer.from('"x","\r"\n"x",""\n');
    for (const size of [1, 6, 7, 100]) {
      const rows = await collect(csvRows(pieces(bytes, size), comma));
      expect(rows.map((row) => row.cells)).toEqual([
        ["x", "\r"],
        ["x", ""],
      ]);
    }
  });

  it("begin below a line that only names the delimiter, in whatever pieces it arrives", async () => {
    for (const size of [1, 5, 100]) {
      const rows = await collect(csvRows(pieces(Buffer.from("sep=,\r\na,b\r\n"), size), comma));
      expect(rows.map((row) => row.cells)).toEqual([["a", "b"]]);
    }
  });

  it("come out as they were written, whatever the cells hold", async () => {
    const cell = fc.string({ unit: "binary", maxLength: 12 }).filter((t) => !/^sep=/i.test(t));
    const table = fc.array(fc.tuple(fc.constant("x"), cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const bytes = Buffer.from(stringify(rows, { quoted: true }));
        const wanted = rows.map(([a, b]) => [a, Buffer.from(b).toString()]);
        const read = await collect(csvRows(pieces(bytes, size), comma));
        expect(read.map((row) => row.cells)).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it("are needed: a header alone is no table", async () => {
    const form = { ...comma, isWhole: true };
    await expect(readHead(Buffer.from("id,name\n"), form, 5)).rejects.toThrow(/no rows below/);
    await expect(readHead(Buffer.from("\n\n"), form, 5)).rejects.toThrow(/empty/);
  });
});

describe("an upload", () => {
  it("is cut into pieces of 1 MB, whatever pieces it arrives in", async () => {
    const bytes = Buffer.alloc(CHUNK_BYTES * 2 + 17, 7);
    const chunks = await collect(inChunks(pieces(bytes, 60_000)));
    expect(chunks.map((chunk) => chunk.length)).toEqual([CHUNK_BYTES, CHUNK_BYTES, 17]);
  });

  it("sent as a form gives back fields and file byte for byte, in whatever pieces", async () => {
    const file = Buffer.from('id\r\n--not the boundary\r\n-\r\n"x"');
    const boundary = "----edge";
    const body = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\npurchases\r\n`,
      ),
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="o.csv"\r\nContent-Type: text/csv\r\n\r\n`,
      ),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    for (const size of [1, 2, 5, 13, 1000]) {
      const form = await readFormUpload(pieces(body, size), boundary);
      expect(form.fields).toEqual({ kind: "purchases" });
      expect(form.fileName).toBe("o.csv");
      expect(Buffer.concat(await collect(form.file)).equals(file)).toBe(true);
    }
  });

  it("that breaks off in the middle of a form says so", async () => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="o.csv"\r\n\r\nhalf a fi';
    const form = await readFormUpload(pieces(Buffer.from(head), 5), "b");
    await expect(collect(form.file)).rejects.toThrow(/broke off/);
  });
});
