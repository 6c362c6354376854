import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BilledTerm, type Invoice, matchInvoices } from "@/lib/imports/kinds/match-invoices";

const TERM: BilledTerm = {
  contractId: "k",
  accountId: "a",
  productTypeId: null,
  startsOn: "2026-01-01",
  endsOn: "2027-01-01",
  yearlyMinor: 1_200_000n,
  currency: "DKK",
};

function invoice(rowNumber: number, more: Partial<Invoice> = {}): Invoice {
  return {
    rowNumber,
    accountId: "a",
    productTypeId: null,
    orderedOn: "2026-03-15",
    amountMinor: 100_000n,
    currency: "DKK",
    ...more,
  };
}

const matches = (more: Partial<Invoice>, term: Partial<BilledTerm> = {}) =>
  matchInvoices([invoice(2, more)], [{ ...TERM, ...term }]).size === 1;

describe("a row looks like an invoice of a contract", () => {
  it.each([1_200_000n, 600_000n, 300_000n, 100_000n])(
    "with the amount of an instalment, %d",
    (amount) => {
      expect(matches({ amountMinor: amount })).toBe(true);
    },
  );

  it.each([1_100_000n, 50_000n, 101_000n, 99_000n, 0n, 400_000n])(
    "not with another, %d",
    (amount) => {
      expect(matches({ amountMinor: amount })).toBe(false);
    },
  );

  it("with an amount that rounding explains, and not with more", () => {
    expect(matches({ amountMinor: 100_500n })).toBe(true);
    expect(matches({ amountMinor: 100_501n })).toBe(false);
    expect(matches({ amountMinor: 33_333n }, { yearlyMinor: 400_000n })).toBe(true);
  });

  it.each([
    ["2026-01-01", true],
    ["2025-12-01", true],
    ["2025-11-30", false],
    ["2026-12-31", true],
    ["2027-01-01", false],
  ])("on a day of its term or the month before, %s: %s", (orderedOn, expected) => {
    expect(matches({ orderedOn })).toBe(expected);
  });

  it("without an end for as long as it runs", () => {
    expect(matches({ orderedOn: "2031-05-01" }, { endsOn: null })).toBe(true);
  });

  it("only of its account, its currency and its product type where both have one", () => {
    expect(matches({ accountId: "b" })).toBe(false);
    expect(matches({ currency: "EUR" })).toBe(false);
    expect(matches({ productTypeId: "t" })).toBe(true);
    expect(matches({ productTypeId: "t" }, { productTypeId: "t" })).toBe(true);
    expect(matches({ productTypeId: "t" }, { productTypeId: "u" })).toBe(false);
  });
});

describe("an instalment", () => {
  const rows = (...days: string[]) => days.map((orderedOn, i) => invoice(i + 2, { orderedOn }));

  it("is billed once: a second row of the month is an order that costs as much", () => {
    const found = matchInvoices(rows("2026-03-01", "2026-03-20", "2026-04-01"), [TERM]);
    expect([...found.keys()]).toEqual([2, 4]);
  });

  it("of a quarter covers its three months from the term's first one", () => {
    const quarter = { amountMinor: 300_000n };
    const days = ["2026-01-05", "2026-03-31", "2026-04-01"];
    const invoices = days.map((orderedOn, i) => invoice(i + 2, { ...quarter, orderedOn }));
    expect([...matchInvoices(invoices, [TERM]).keys()]).toEqual([2, 4]);
  });

  it("and its credit note both belong to the contract", () => {
    const credit = invoice(3, { amountMinor: -100_000n });
    expect([...matchInvoices([invoice(2), credit, invoice(4)], [TERM]).keys()]).toEqual([2, 3]);
  });

  it("goes to the next contract of the account where the first has been billed", () => {
    const other = { ...TERM, contractId: "k2" };
    const found = matchInvoices([invoice(2), invoice(3), invoice(4)], [TERM, other]);
    expect([...found]).toEqual([
      [2, "k"],
      [3, "k2"],
    ]);
  });
});

it("twelve monthly invoices of any yearly value are twelve instalments", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2_400n, max: 10n ** 12n }), (yearlyMinor) => {
      const monthly = Array.from({ length: 12 }, (_, i) =>
        invoice(i + 2, {
          orderedOn: `2026-${String(i + 1).padStart(2, "0")}-01`,
          amountMinor: yearlyMinor / 12n,
        }),
      );
      expect(matchInvoices(monthly, [{ ...TERM, yearlyMinor }]).size).toBe(12);
    }),
  );
});
