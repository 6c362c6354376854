import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isIsoDate } from "@/lib/format/calendar";
import { guessDateFormat, parseDate } from "@/lib/imports/values/calendar-date";
import { parseCountry } from "@/lib/imports/values/country";
import { guessNumberFormat } from "@/lib/imports/values/guess-number-format";
import { parseLanguage } from "@/lib/imports/values/language";
import { guessTermEnd } from "@/lib/imports/values/term-end";

describe("the form of dates", () => {
  it("is asked when day and month could change places", () => {
    expect(guessDateFormat(["01/02/2024", "03/04/2024"])).toEqual({
      value: null,
      why: "ambiguous",
    });
  });

  it("is settled by one day above twelve", () => {
    expect(guessDateFormat(["01/02/2024", "13/02/2024"]).value).toBe("dmy");
    expect(guessDateFormat(["01/02/2024", "02/13/2024"]).value).toBe("mdy");
  });

  it("is asked when some rows speak for one form and some for the other", () => {
    expect(guessDateFormat(["13/02/2024", "02/13/2024"])).toEqual({ value: null, why: "mixed" });
  });

  it("is day first where dots are written, and year first where the year is", () => {
    expect(guessDateFormat(["01.02.2024"]).value).toBe("dmy");
    expect(guessDateFormat(["2024-01-02", "20240103", "2024/1/4"]).value).toBe("ymd");
    expect(guessDateFormat([]).value).toBe("ymd");
  });

  it("is no question where the month has a name, in any of the languages", () => {
    const named = ["31 Jan 2024", "31-Jan-24", "January 31, 2024", "31. januar 2024"];
    for (const text of [...named, "31 januari 2024", "31. tammikuuta 2024", "31-JAN-2024"]) {
      expect(parseDate(text, "ymd")).toBe("2024-01-31");
      expect(guessDateFormat([text, "01/13/2024"]).value).toBe("mdy");
    }
    expect(parseDate("31 Foo 2024", "dmy")).toBeNull();
    expect(parseDate("31 Feb 2024", "dmy")).toBeNull();
  });

  it("may leave the century out, and is asked where the year could stand on either side", () => {
    expect(guessDateFormat(["31.01.24"]).value).toBe("dmy");
    expect(guessDateFormat(["01/31/24"]).value).toBe("mdy");
    expect(guessDateFormat(["24-01-31"])).toEqual({ value: null, why: "ambiguous" });
    expect(parseDate("31.01.24", "dmy")).toBe("2024-01-31");
    expect(parseDate("31.12.98", "dmy")).toBe("1998-12-31");
    expect(parseDate("1.2.3", "dmy")).toBeNull();
  });

  it("that has the year first has all four digits of it, so that no day is taken for a year", () => {
    for (const text of ["05.03.24", "31-12-24", "99-01-31", "24/03/05", "24 03 05"]) {
      expect(parseDate(text, "ymd")).toBeNull();
    }
  });

  it("is seconds where all are, and asked where a number could name a day and an hour", () => {
    expect(guessDateFormat(["1706659200", "1711843200000"]).value).toBe("unix");
    expect(guessDateFormat(["1706659200", "2024-01-31"]).value).toBe("unix");
    expect(guessDateFormat(["20240131"]).value).toBe("ymd");
    expect(guessDateFormat(["2034013112"])).toEqual({ value: null, why: "ambiguous" });
    expect(guessDateFormat(["1706659200", "2034013112"])).toEqual({ value: null, why: "mixed" });
    expect(guessDateFormat(["1706659200", "31.01.2024"])).toEqual({ value: null, why: "mixed" });
  });

  it("does not matter where day and month are the same number", () => {
    expect(guessDateFormat(["02/02/2024", "2024-05-06"]).value).toBe("ymd");
  });
});

describe("a date", () => {
  it.each([
    ["2024-02-29", "ymd", "2024-02-29"],
    ["2023-02-29", "ymd", null],
    ["29.2.2024", "dmy", "2024-02-29"],
    ["2/29/2024", "mdy", "2024-02-29"],
    ["29/2/2024", "mdy", null],
    ["2024-03-01T10:15:00Z", "dmy", "2024-03-01"],
    ["01.03.2024 10:15", "dmy", "2024-03-01"],
    ["01.03.24", "dmy", "2024-03-01"],
    ["0024-03-01", "ymd", null],
    ["31.04.2024", "dmy", null],
    ["45292", "dmy", null],
    ["1706659200", "unix", "2024-01-31"],
    ["1706659200000", "unix", "2024-01-31"],
    ["1706659200.5", "unix", "2024-01-31"],
    ["1706659200", "ymd", null],
    ["2024-01-31T10:15:00Z", "unix", "2024-01-31"],
    ["31.01.2024", "unix", null],
    ["12345678", "unix", null],
    ["4200000000", "unix", null],
    ["yesterday", "dmy", null],
  ] as const)("%s read as %s is %s", (text, format, expected) => {
    expect(parseDate(text, format)).toBe(expected);
  });

  it("of an instant is the day on the wall of the workspace", () => {
    expect(parseDate("1706741999", "unix", "Europe/Copenhagen")).toBe("2024-01-31");
    expect(parseDate("1706742000", "unix", "Europe/Copenhagen")).toBe("2024-02-01");
    expect(parseDate("1706742000", "unix", "UTC")).toBe("2024-01-31");
    const written = (text: string) => parseDate(text, "ymd", "Europe/Copenhagen");
    expect(written("2024-01-31T22:59:59Z")).toBe("2024-01-31");
    expect(written("2024-01-31T23:00:00.000Z")).toBe("2024-02-01");
    expect(written("2024-01-31T20:00:00-0500")).toBe("2024-02-01");
    expect(written("2024-01-31T23:30")).toBe("2024-01-31");
    expect(written("2024-02-30T23:30:00Z")).toBeNull();
  });

  it("that a program wrote as a midnight is that day wherever it is read", () => {
    for (const zone of ["UTC", "America/New_York", "Pacific/Auckland"]) {
      expect(parseDate("2024-01-31T00:00:00.000Z", "ymd", zone)).toBe("2024-01-31");
      expect(parseDate("2024-01-31T00:00:00+01:00", "ymd", zone)).toBe("2024-01-31");
    }
  });

  it("comes back the same whatever form it was written in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (days) => {
        const iso = addDays("1905-01-01", days);
        const [year, month, day] = iso.split("-");
        expect(isIsoDate(iso)).toBe(true);
        expect(parseDate(`${day}.${month}.${year}`, "dmy")).toBe(iso);
        expect(parseDate(`${month}/${day}/${year}`, "mdy")).toBe(iso);
        expect(parseDate(`${year}${month}${day}`, "dmy")).toBe(iso);
      }),
    );
  });
});

describe("the form of numbers", () => {
  it("is asked when a mark could split thousands or decimals", () => {
    expect(guessNumberFormat(["1.234", "12"])).toEqual({ value: null, why: "ambiguous" });
    expect(guessNumberFormat(["1,234"])).toEqual({ value: null, why: "ambiguous" });
  });

  it("is settled by one number that can be read in one way only", () => {
    expect(guessNumberFormat(["1.234", "1.234,5"]).value).toBe("comma");
    expect(guessNumberFormat(["957.578", "261.96"]).value).toBe("point");
    expect(guessNumberFormat(["1 234,50"]).value).toBe("comma");
  });

  it("does not matter for whole numbers, and words do not count", () => {
    expect(guessNumberFormat(["1", "22", "n/a"]).value).toBe("point");
  });

  it("is asked when rows contradict each other", () => {
    expect(guessNumberFormat(["1,5", "1.5"])).toEqual({ value: null, why: "mixed" });
  });
});

describe("words", () => {
  it("for countries are known in the Nordic languages, English and German", () => {
    expect(["DK", "dk", "Danmark", "Tanska", "Denmark", "Dänemark"].map(parseCountry)).toEqual(
      Array(6).fill("DK"),
    );
    expect(["Sverige", "Ruotsi", "UK", "USA", "United States"].map(parseCountry)).toEqual([
      "SE",
      "SE",
      "GB",
      "US",
      "US",
    ]);
    expect(["Nordlys", "XX", "EU", ""].map(parseCountry)).toEqual([null, null, null, null]);
  });

  it("for languages take codes, names and regional tags", () => {
    expect(
      ["da", "Dansk", "da-DK", "no", "nb_NO", "Svenska", "FI", "English"].map(parseLanguage),
    ).toEqual(["da", "da", "da", "nb", "nb", "sv", "fi", "en"]);
    expect(parseLanguage("Klingon")).toBeNull();
  });
});

describe("the end of a term", () => {
  const guess = (...terms: [string, string, string][]) =>
    guessTermEnd(terms.map(([contract, startsOn, endsOn]) => ({ contract, startsOn, endsOn })));

  it("is its last day where whole years end the day before they began", () => {
    expect(guess(["a", "2024-01-01", "2024-12-31"]).value).toBe("lastDay");
    expect(guess(["a", "2023-03-01", "2024-02-29"]).value).toBe("lastDay");
  });

  it("is the first day after it where they end on the day they began", () => {
    expect(guess(["a", "2024-01-01", "2025-01-01"]).value).toBe("dayAfter");
  });

  it("is told by the next term where the terms themselves are odd", () => {
    const odd: [string, string, string] = ["a", "2024-01-15", "2024-06-30"];
    expect(guess(odd, ["a", "2024-07-01", "2024-12-10"]).value).toBe("lastDay");
    expect(guess(odd, ["a", "2024-06-30", "2024-12-10"]).value).toBe("dayAfter");
    expect(guess(odd, ["b", "2024-07-01", "2024-12-10"]).value).toBeNull();
  });

  it("is not settled by one term that may be whole months by chance, nor where none ends", () => {
    const odd: [string, string, string] = ["b", "2024-01-31", "2024-12-20"];
    expect(guess(["a", "2024-01-15", "2024-06-15"], odd, odd).value).toBeNull();
    expect(guess()).toEqual({ value: null, why: "ambiguous" });
  });

  it("is asked where no term settles it, or terms speak against each other", () => {
    expect(guess(["a", "2024-01-31", "2024-12-31"])).toEqual({ value: null, why: "ambiguous" });
    const both = guess(["a", "2024-01-01", "2024-12-31"], ["b", "2024-01-01", "2025-01-01"]);
    expect(both).toEqual({ value: null, why: "mixed" });
  });
});
