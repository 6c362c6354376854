import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readEcbFile, readEcbRates } from "@/lib/facts/rates/read-ecb-rates";

const CSV = "Date,USD,DKK,ISK,\n2026-01-30,1.0411,7.4605,N/A,\n2026-01-29,1.0400,7.46,141.2,\n";
const XML = `<?xml version="1.0"?><gesmes:Envelope><Cube><Cube time="2026-01-30">
  <Cube currency="USD" rate="1.0411"/><Cube currency='DKK' rate='7.4605'/></Cube>
  <Cube time="2026-01-29"><Cube currency="ISK" rate="141.2"/></Cube></Cube></gesmes:Envelope>`;

describe("rates of the European Central Bank", () => {
  it("CSV: a currency that was not quoted has no rate that day, never 0", () => {
    expect(readEcbRates(`\ufeff${CSV}`)).toEqual([
      { date: "2026-01-30", code: "USD", perEur: 1.0411 },
      { date: "2026-01-30", code: "DKK", perEur: 7.4605 },
      { date: "2026-01-29", code: "USD", perEur: 1.04 },
      { date: "2026-01-29", code: "DKK", perEur: 7.46 },
      { date: "2026-01-29", code: "ISK", perEur: 141.2 },
    ]);
  });

  it("the zip in which the bank offers the CSV is read as the CSV", () => {
    const zip = zipSync({ "eurofxref-hist.csv": strToU8(CSV) });
    expect(readEcbFile(zip)).toEqual(readEcbRates(CSV));
    expect(readEcbFile(strToU8(CSV))).toEqual(readEcbRates(CSV));
    const two = zipSync({ "a.csv": strToU8(CSV), "b.csv": strToU8(CSV) });
    expect(() => readEcbFile(two)).toThrow("exactly one file");
  });

  it("XML: every rate stands on the day it is written under", () => {
    expect(readEcbRates(XML)).toEqual([
      { date: "2026-01-30", code: "USD", perEur: 1.0411 },
      { date: "2026-01-30", code: "DKK", perEur: 7.4605 },
      { date: "2026-01-29", code: "ISK", perEur: 141.2 },
    ]);
  });

  it.each([
    ["another first column", "Day,USD\n2026-01-30,1"],
    ["a day that is none", "Date,USD\n30.01.2026,1"],
    ["a rate of 0", "Date,USD\n2026-01-30,0"],
    ["a comma for the decimals", 'Date,USD\n2026-01-30,"1'],
    ["a word", "Date,USD\n2026-01-30,about one"],
    ["a code that is none", "Date,Dollar\n2026-01-30,1"],
    ["no rate at all", "Date,USD\n"],
    ["a negative rate in XML", '<Cube time="2026-01-30"><Cube currency="USD" rate="-1"/></Cube>'],
  ])("refuses %s and takes nothing of the file", (_what, text) => {
    expect(() => readEcbRates(text)).toThrow(RangeError);
  });

  it("reads the small file that comes with the demo", () => {
    const file = fileURLToPath(new URL("../../../prisma/seed/data/rates.csv", import.meta.url));
    const rates = readEcbRates(readFileSync(file, "utf8"));
    expect(new Set(rates.map(({ code }) => code))).toContain("DKK");
  });
});
