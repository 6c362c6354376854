import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCount, joinWords } from "@/lib/format/count";
import { type Currency, majorOf } from "@/lib/format/currency";
import { formatClose, formatDay, formatDaysLeft, formatPeriod } from "@/lib/format/date";
import { plainCell } from "@/lib/format/figure-table";
import {
  formatAmount,
  formatInScale,
  formatMoney,
  formatMoneyInFull,
  moneyColumn,
  moneyTicks,
  onOneScale,
  onScaleOfDoubt,
} from "@/lib/format/money";
import {
  decimalsFor,
  formatChange,
  formatNumber,
  formatPart,
  formatPercent,
  formatRate,
  formatScore,
} from "@/lib/format/number";

const DKK = { locale: "en", currency: "DKK" };
const spaced = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

describe("numbers", () => {
  test("what is not known is n/a, never 0", () => {
    const said = [
      formatNumber(null, "en"),
      formatPercent(null, "en"),
      formatChange(null, "en"),
      formatScore(null, "en"),
      formatMoney(null, DKK),
      formatMoneyInFull(null, DKK),
      formatAmount(null, DKK),
    ];
    expect(new Set(said)).toEqual(new Set(["n/a"]));
  });

  test("a percentage stands apart from its sign by a thin space, in the reader's decimals", () => {
    expect(formatPercent(0.784, "en")).toBe("78\u202f%");
    expect(formatPercent(0.784, "da", 1)).toBe("78,4\u202f%");
  });

  test("a change carries its sign, and no change has none", () => {
    expect(spaced(formatChange(0.03, "en"))).toBe("+3 %");
    expect(spaced(formatChange(-0.2, "en"))).toBe("−20 %");
    expect(spaced(formatChange(0.001, "en"))).toBe("0 %");
    expect(spaced(formatChange(-0.001, "en"))).toBe("0 %");
  });

  test("a score reads as on the map", () => {
    expect([0, 0.79, 1].map((score) => formatScore(score, "en"))).toEqual([".00", ".79", "1.00"]);
  });

  test("an interval of one unit or wider allows no decimals", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (half) => decimalsFor(half) === 0),
    );
    expect(decimalsFor(0.4)).toBe(1);
    expect(decimalsFor(null)).toBe(0);
  });
});

describe("money", () => {
  test("large amounts are short and name their currency", () => {
    const said = [5_220_000_000, 61_000_000, 82_000_000, 1_234_500, 420_000, 0].map((minor) =>
      spaced(formatMoney(minor, DKK)),
    );
    expect(said).toEqual([
      "DKK 52.2 m",
      "DKK 610 k",
      "DKK 820 k",
      "DKK 12 k",
      "DKK 4,200",
      "DKK 0",
    ]);
  });

  test("just under a million is a million, not a thousand thousands", () => {
    expect(spaced(formatMoney(99_960_000, DKK))).toBe("DKK 1.0 m");
    expect(spaced(formatMoney(99_999_000_000, DKK))).toBe("DKK 1.0 bn");
  });

  test("a currency without minor units is not divided by a hundred", () => {
    expect(spaced(formatMoney(4_200, { locale: "en", currency: "JPY" }))).toBe("JPY 4,200");
  });

  test("a column shares one unit, and a small amount in it is never shown as 0", () => {
    const scale = moneyColumn([104_000_000, 92_000_000, 38_000_000], "DKK");
    const said = [104_000_000, 92_000_000, 38_000_000, 100_000].map((minor) =>
      spaced(formatInScale(minor, scale, DKK)),
    );
    expect(said).toEqual(["1.04 m", "0.92 m", "0.38 m", "1,000"]);
  });

  test("an amount other than 0 never reads as 0", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e14 }),
        fc.array(fc.integer({ min: 0, max: 1e14 }), { maxLength: 5 }),
        (minor, column) =>
          /[1-9]/.test(formatInScale(minor, moneyColumn([minor, ...column], "DKK"), DKK)),
      ),
    );
  });

  test("a single order is shown to the last unit, grouped as the locale groups", () => {
    expect(spaced(formatMoneyInFull(4_820_000, DKK))).toBe("DKK 48,200");
    expect(spaced(formatMoneyInFull(4_820_000, { ...DKK, locale: "da" }))).toBe("48.200 DKK");
  });
});

describe("dates", () => {
  test("the year is left out within the year of the figures", () => {
    expect(formatDay("2026-09-13", "en", "2026-10-02")).toBe("13 Sep");
    expect(formatDay("2027-01-31", "en", "2026-10-02")).toBe("31 Jan 2027");
  });

  test("a half-open period names its last day, not the day after", () => {
    expect(formatPeriod("2026-07-01", "2026-10-01", "en")).toBe("1 Jul to 30 Sep 2026");
  });

  test("the close of a quarter is called by the quarter", () => {
    expect(formatClose("2026-09-30", "en")).toBe("Q3 2026");
    expect(formatClose("2026-12-31", "en")).toBe("Q4 2026");
    expect(formatClose("2026-10-02", "en")).toBe("2 Oct 2026");
  });

  test("periods, quarters and days left read in the reader's language", () => {
    expect(formatPeriod("2026-07-01", "2026-10-01", "da")).toBe("1. jul. til 30. sep. 2026");
    expect(formatClose("2026-09-30", "sv")).toBe("kv 3 2026");
    expect(formatDaysLeft(-1, "nb")).toBe("1 dag over tiden");
    expect(formatDaysLeft(13, "fi")).toBe("13 päivää");
  });

  test("a day in the past is overdue", () => {
    expect([13, 1, 0, -1, -9].map((days) => formatDaysLeft(days, "en"))).toEqual([
      "13 days",
      "tomorrow",
      "today",
      "1 day overdue",
      "9 days overdue",
    ]);
  });
});

test("money and what is not known read in the reader's language", () => {
  const da = { locale: "da", currency: "DKK" };
  expect(spaced(formatMoney(5_220_000_000, da))).toBe("52,2 mio. DKK");
  expect(spaced(formatMoney(92_000_000, { ...da, locale: "fi" }))).toBe("920 t. DKK");
  expect(formatMoney(null, da)).toBe("i.t.");
  expect(formatNumber(null, "de")).toBe("n/a");
  expect(joinWords(["a", "b", "c"], "da")).toBe("a, b og c");
});

test("counts take the word that fits", () => {
  expect(formatCount(1, "account")).toBe("1 account");
  expect(formatCount(1234, "account")).toBe("1,234 accounts");
  expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
});

describe.each(["en", "da", "sv", "nb", "fi"])("a range of money in %s", (locale) => {
  const money = { locale, currency: "DKK" };
  const unitOf = (said: string) => said.replace(/[\d.,\s\u00a0\u202f\u2212-]/g, "");

  test("names one unit at both ends and at the value between them, and no end that is not 0 reads 0", () => {
    const amount = fc.integer({ min: -2_000_000_000_000, max: 2_000_000_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 3 }), (amounts) => {
        const range = onOneScale(money, amounts);
        const known = amounts.filter((minor) => Math.abs(minor) >= 50);
        const said = known.map((minor) => formatAmount(minor, range));
        expect(new Set(said.map(unitOf)).size).toBeLessThanOrEqual(1);
        for (const each of said) expect(each).toMatch(/[1-9]/);
      }),
    );
  });

  test("is said in thousands where one end alone would be said in whole units", () => {
    const range = onOneScale(money, [-9_800_000, -945_300]);
    const [low, high] = [formatAmount(-9_800_000, range), formatAmount(-945_300, range)];
    expect([unitOf(low), unitOf(high)]).toEqual([unitOf(low), unitOf(low)]);
    expect(unitOf(low)).not.toBe("");
    expect(high).toMatch(/9/);
  });
});

describe("money that is estimated", () => {
  const money = { locale: "en", currency: "DKK" };
  const said = (value: number, low: number, high: number) => {
    const range = onScaleOfDoubt(money, { value, low, high });
    return [value, low, high].map((minor) => formatMoney(minor, range).replaceAll("\u00a0", " "));
  };

  test("keeps no decimal inside an interval of four units and more on either side", () => {
    expect(said(41_200_000_000, 34_300_000_000, 47_450_000_000)).toEqual([
      "DKK 412 m",
      "DKK 343 m",
      "DKK 475 m",
    ]);
    expect(said(230_000_000, 180_000_000, 270_000_000)).toEqual([
      "DKK 2.3 m",
      "DKK 1.8 m",
      "DKK 2.7 m",
    ]);
  });
});

describe("money read in another currency", () => {
  const eur = { code: "EUR", of: "DKK", rate: 7.4563, on: "2026-11-30" };
  const yen = { code: "JPY", of: "DKK", rate: 0.0461, on: "2026-11-30" };

  test("is divided by the rate once, and names the currency it is read in", () => {
    expect(spaced(formatMoney(7_456_300_00, { locale: "en", currency: eur }))).toBe("EUR 1.0 m");
    expect(spaced(formatMoneyInFull(745_63, { locale: "da", currency: eur }))).toBe("100 EUR");
    expect(spaced(formatMoneyInFull(461_00, { locale: "en", currency: yen }))).toBe("JPY 10,000");
  });

  test("leaves as a file in its own minor units", () => {
    const column = (currency: Currency) => ({ header: "", kind: "money", currency }) as const;
    expect(plainCell(column(eur), 745_63)).toBe("100.00");
    expect(plainCell(column(yen), 461_00)).toBe("10000");
    expect(plainCell(column("DKK"), 745_63)).toBe("745.63");
  });

  test("has axes that are round in it, and ranges on one scale of it", () => {
    const ticks = moneyTicks([0, 70_000_00], eur).map((minor) => majorOf(minor, eur));
    for (const tick of ticks) expect(tick).toBeCloseTo(Math.round(tick / 500) * 500, 6);
    const range = onOneScale({ locale: "en", currency: eur }, [80_000_00, 9_000_000_00]);
    expect(spaced(formatAmount(80_000_00, range))).toBe("11 k");
  });

  test("is said at a rate of four decimals, or four digits of a small one", () => {
    expect([7.4563, 11.25, 0.6628, 0.0461].map((rate) => formatRate(rate, "en"))).toEqual([
      "7.4563",
      "11.2500",
      "0.6628",
      "0.04610",
    ]);
  });
});

test("no screen writes a currency into a sentence but by its code", () => {
  const app = fileURLToPath(new URL("../../../app", import.meta.url));
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const wrong = sources.filter((file) =>
    /\$\{[\w.]*[cC]urrency\}/.test(readFileSync(join(app, file), "utf8")),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("a part that exists never reads 0 %, and one that does not exist does", () => {
  expect(formatPart(0.0013, "en")).toBe("<\u202f1\u202f%");
  expect(formatPart(0, "en")).toBe(formatPercent(0, "en"));
  expect(formatPart(0.006, "da")).toBe(formatPercent(0.006, "da"));
});
