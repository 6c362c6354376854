const SIGNATURES: readonly { bytes: readonly number[]; says: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    says: "This is an Excel workbook or a zip archive. Open it and save it as CSV (UTF-8), then upload that.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    says: "This is an old Excel or Word file. Open it and save it as CSV (UTF-8), then upload that.",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], says: "This is a PDF. Export the table as CSV instead." },
  { bytes: [0x1f, 0x8b], says: "This file is compressed (gzip). Unpack it and upload the CSV." },
  { bytes: [0x41, 0x52, 0x52, 0x4f, 0x57], says: "This is an Arrow file. Export it as CSV." },
  { bytes: [0x50, 0x41, 0x52, 0x31], says: "This is a Parquet file. Export it as CSV." },
];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

function hasUtf16Mark(head: Uint8Array): boolean {
  return startsWith(head, [0xff, 0xfe]);
}

const NO_TABLES = {
  bigEndian: "This text is stored as UTF-16 big-endian. Save it as CSV (UTF-8), then upload that.",
  noText: "This is no text file. Export the table as CSV (UTF-8) and upload that.",
  json: "This is JSON, not a table. Export the table as CSV (UTF-8).",
  noMark:
    "This text is stored as UTF-16 without its mark. Save it as CSV (UTF-8), then upload that.",
  markup: "This is a web page or XML, not a table. Export the table as CSV (UTF-8).",
};

/** Every second byte of ordinary letters is zero. */
function isUtf16(head: Uint8Array): boolean {
  const begin = head.subarray(0, 200);
  return begin.length > 1 && begin.every((byte, i) => (byte === 0) === (i % 2 === 1));
}

/** Null for a text; else the sentence that says what the file is and what to do. */
export function notATable(head: Uint8Array): string | null {
  const known = SIGNATURES.find((signature) => startsWith(head, signature.bytes));
  if (known) return known.says;
  if (startsWith(head, [0xfe, 0xff])) return NO_TABLES.bigEndian;
  if (!hasUtf16Mark(head) && head.includes(0)) {
    return isUtf16(head) ? NO_TABLES.noMark : NO_TABLES.noText;
  }
  const begin = Buffer.from(head.subarray(0, 200)).toString("latin1");
  if (/^\s*<(!doctype|html|\?xml)/i.test(begin)) return NO_TABLES.markup;
  return /^\s*(\[\s*)?\{\s*"/.test(begin) ? NO_TABLES.json : null;
}

export const ENCODINGS = ["utf-8", "windows-1252", "utf-16le"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Fed with every piece of a file as it passes; at the end it knows how the text is stored. */
export function encodingWatcher(): { see: (piece: Uint8Array) => void; encoding: () => Encoding } {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  let found: Encoding = "utf-8";
  function check(work: () => void): void {
    if (found !== "utf-8") return;
    try {
      work();
    } catch {
      found = "windows-1252";
    }
  }
  return {
    see(piece) {
      if (isFirst && piece.length > 0) {
        isFirst = false;
        if (hasUtf16Mark(piece)) found = "utf-16le";
      }
      check(() => strict.decode(piece, { stream: true }));
    },
    encoding() {
      check(() => strict.decode());
      return found;
    },
  };
}
