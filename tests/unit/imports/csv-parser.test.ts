import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvFault, type CsvForm, csvParser } from "@/lib/imports/file/csv-parser";

/** The records of a text that comes in pieces of so many letters; null where a quote is never closed. */
function records(text: string, form: CsvForm, size: number): string[][] | null {
  const parser = csvParser(form);
  try {
    const all: string[][] = [];
    for (let at = 0; at < text.length; at += size)
      all.push(...parser.feed(text.slice(at, at + size)));
    return [...all, ...parser.finish()];
  } catch (error) {
    if (error instanceof CsvFault && error.problem === "openQuote") return null;
    throw error;
  }
}

/** The same by a parser that others wrote. */
function expected(text: string, { delimiter, lineEnd }: CsvForm): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: lineEnd === "\r" ? ["\r"] : ["\r\n", "\n"],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return null;
    throw error;
  }
}

const part = fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\r", "a", " ", "ø", "Big");
const form = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r"),
}) as fc.Arbitrary<CsvForm>;

describe("records", () => {
  it("are what another parser makes of any text with quotes, in whatever pieces it comes", () => {
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join("")),
        form,
        fc.integer({ min: 1, max: 9 }),
        (text, of, size) => {
          expect(records(text, of, size)).toEqual(expected(text, of));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("too long to be one are refused with the line they begin in", () => {
    const parser = csvParser({ delimiter: ",", lineEnd: "\n" });
    parser.feed('a,"two\nlines"\nb,c\n');
    const feed = () => {
      for (;;) parser.feed(`"${"x".repeat(1_000_000)}`);
    };
    expect(feed).toThrow(new CsvFault("tooLong", 4));
  });

  it("that end inside a quote name the line where the text ends", () => {
    const parser = csvParser({ delimiter: ",", lineEnd: "\n" });
    parser.feed('a,b\n1,"open\n2,b\n');
    expect(() => parser.finish()).toThrow(new CsvFault("openQuote", 4));
  });
});
