import { strFromU8, unzipSync } from "fflate";
import { isIsoDate } from "@/lib/format/calendar";

/** Units of `code` for one euro on a day. */
export type DayRate = { date: string; code: string; perEur: number };

const CODE = /^[A-Z]{3}$/;
const NUMBER = /^\d+(\.\d+)?$/;
/** How the European Central Bank writes a currency that had no rate on a day. */
const NOT_QUOTED = new Set(["", "N/A"]);

/** For the operator's terminal. */
function refuse(where: string, what: string): never {
  throw new RangeError(`${where}: ${what}`);
}

function rateOf(date: string, code: string, text: string, where: string): DayRate {
  const perEur = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!(perEur > 0)) refuse(where, `the rate of ${code} must be a number above 0.`);
  return { date, code, perEur };
}

function fromCsv(text: string): DayRate[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [head = "", ...rows] = lines;
  const [first = "", ...codes] = head.split(",").map((cell) => cell.trim());
  if (first.toLowerCase() !== "date") refuse("Line 1", "the first column must be Date.");
  // Their lines end with a comma.
  codes.forEach((code) => {
    if (code !== "" && !CODE.test(code)) refuse("Line 1", `${code} is no currency code.`);
  });
  return rows.flatMap((line, index) => {
    const where = `Line ${index + 2}`;
    const [date = "", ...cells] = line.split(",").map((cell) => cell.trim());
    if (!isIsoDate(date)) refuse(where, "the date must be given as year-month-day.");
    return codes.flatMap((code, column) => {
      const cell = cells[column] ?? "";
      return code === "" || NOT_QUOTED.has(cell) ? [] : [rateOf(date, code, cell, where)];
    });
  });
}

function fromXml(text: string): DayRate[] {
  const rates: DayRate[] = [];
  let date = "";
  for (const [, attributes = ""] of text.matchAll(/<Cube\s([^>]*?)\/?>/g)) {
    const of = (name: string) => new RegExp(`${name}=['"]([^'"]*)['"]`).exec(attributes)?.[1];
    const time = of("time");
    if (time !== undefined) date = time;
    const code = of("currency");
    if (code === undefined) continue;
    if (!isIsoDate(date)) refuse("Cube", "a day must be given as year-month-day.");
    if (!CODE.test(code)) refuse(date, `${code} is no currency code.`);
    rates.push(rateOf(date, code, of("rate") ?? "", date));
  }
  return rates;
}

/**
 * Reference rates as the European Central Bank publishes them, as CSV or XML. A currency that was not
 * quoted on a day has no rate on that day; anything else that is no rate is refused.
 */
export function readEcbRates(text: string): DayRate[] {
  const plain = text.replace(/^\ufeff/, "");
  const rates = plain.trimStart().startsWith("<") ? fromXml(plain) : fromCsv(plain);
  if (rates.length === 0) refuse("The file", "there is no rate in it.");
  return rates;
}

/** The bytes of such a file, or of the zip in which the bank offers it. */
export function readEcbFile(bytes: Uint8Array): DayRate[] {
  if (strFromU8(bytes.subarray(0, 4), true) !== "PK\u0003\u0004")
    return readEcbRates(strFromU8(bytes));
  const [file, ...more] = Object.values(unzipSync(bytes));
  if (!file || more.length > 0) refuse("The zip", "there must be exactly one file in it.");
  return readEcbRates(strFromU8(file));
}
