import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideHalfEven, parseDecimal, powerOfTen } from "@/lib/imports/values/decimal";
import { listAmount, toMinorUnits } from "@/lib/imports/values/money";

function minor(text: string, format: "point" | "comma", currency: string): string {
  const amount = parseDecimal(text, format);
  if (!amount) return "no number";
  const result = toMinorUnits(amount, currency);
  return result.ok ? String(result.minor) : result.problem;
}

describe("a written number", () => {
  it.each([
    ["1,234.56", "point", "123456"],
    ["1 234.56", "point", "123456"],
    ["1'234.56", "point", "123456"],
    ["1.234,56", "comma", "123456"],
    ["1 234,56", "comma", "123456"],
    ["1\u00a0234,56", "comma", "123456"],
    ["1\u202f234\u202f567,5", "comma", "123456750"],
    ["0,5", "comma", "50"],
    [".5", "point", "50"],
    ["-12.30", "point", "-1230"],
    ["12.30-", "point", "-1230"],
    ["\u221212,30", "comma", "-1230"],
    ["(12.30)", "point", "-1230"],
    ["+7", "point", "700"],
    ["0", "comma", "0"],
    ["1e3", "point", "no number"],
    ["1,23.4", "point", "no number"],
    ["12,34", "point", "no number"],
    ["kr 12", "point", "no number"],
    ["", "point", "no number"],
    [".", "point", "no number"],
    ["--5", "point", "no number"],
    ["1.2.3", "point", "no number"],
  ] as const)("%s read with %s is %s minor units", (text, format, expected) => {
    expect(minor(text, format, "EUR")).toBe(expected);
  });

  it("keeps every digit however it is grouped", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        fc.constantFrom("point" as const, "comma" as const),
        (cents, format) => {
          const [group, mark] = format === "point" ? [",", "."] : [".", ","];
          const size = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
          const whole = size.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
          const text = `${cents < 0n ? "-" : ""}${whole}${mark}${size.slice(-2)}`;
          expect(minor(text, format, "EUR")).toBe(String(cents));
        },
      ),
    );
  });
});

describe("minor units", () => {
  it("follow the currency's own decimals", () => {
    expect(minor("1234", "point", "JPY")).toBe("1234");
    expect(minor("1.234", "point", "KWD")).toBe("1234");
    expect(minor("12.5", "point", "HUF")).toBe("1250");
  });

  it("round a fraction of the smallest coin half to even", () => {
    expect(
      ["0.005", "0.015", "0.025", "0.0251", "-0.005", "-0.015"].map((t) =>
        minor(t, "point", "EUR"),
      ),
    ).toEqual(["0", "2", "2", "3", "0", "-2"]);
    expect(minor("0.5", "point", "JPY")).toBe("0");
    expect(minor("1.5", "point", "JPY")).toBe("2");
  });

  it("refuse more than four decimals and amounts no safe integer holds", () => {
    expect(minor("1.00001", "point", "EUR")).toBe("too_many_decimals");
    expect(minor("1.00000", "point", "EUR")).toBe("100");
    expect(minor("90071992547409.92", "point", "EUR")).toBe("too_large");
    expect(minor("90071992547409.91", "point", "EUR")).toBe("9007199254740991");
  });

  it("of the list amount come from the unrounded amount paid", () => {
    const list = (paid: string, discount: string) => {
      const a = parseDecimal(paid, "point");
      const d = parseDecimal(discount, "point");
      const result = a && d ? listAmount(a, d, "USD") : null;
      return result?.ok ? String(result.minor) : null;
    };
    expect(list("957.5775", "0.45")).toBe("174105");
    expect(list("22.368", "0.2")).toBe("2796");
    expect(list("10", "0")).toBe("1000");
    expect(list("0", "1")).toBeNull();
  });
});

describe("half-even division", () => {
  it("is never further than half from the exact quotient, and a tie ends even", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: powerOfTen(12) }), (top, bottom) => {
        const result = divideHalfEven(top, bottom);
        const twice = 2n * (top - result * bottom);
        const size = twice < 0n ? -twice : twice;
        expect(size <= bottom).toBe(true);
        if (size === bottom) expect(result % 2n).toBe(0n);
      }),
    );
  });
});
