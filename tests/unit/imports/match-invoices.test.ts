import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BilledTerm, type Invoice, matchInvoices } from "@/lib/imports/kinds/match-invoices";

const TERM: BilledTerm = {
  contractId: "k",
  accountId: "a",
  productTypeId: null,
  startsOn: "2026-01-01",
  endsOn: "2027-01-01",
  yearlyMinor: 1_200_000,
  currency: "DKK",
};

function invoice(rowNumber: number, more: Partial<Invoice> = {}): Invoice {
  return {
    rowNumber,
    accountId: "a",
    productTypeId: null,
    orderedOn: "2026-03-15",
    amountMinor: 100_000,
    currency: "DKK",
    ...more,
  };
}

const matches = (more: Partial<Invoice>, term: Partial<BilledTerm> = {}) =>
  matchInvoices([invoice(2, more)], [{ ...TERM, ...term }]).size === 1;

describe("a row looks like an invoice of a contract", () => {
  it.each([1_200_000, 600_000, 300_000, 100_000])(
    "with the amount of an instalment, %d",
    (amount) => {
      expect(matches({ amountMinor: amount })).toBe(true);
    },
  );

  it.each([1_100_000, 50_000, 101_000, 99_000, 0, 400_000])("not with another, %d", (amount) => {
    expect(matches({ amountMinor: amount })).toBe(false);
  });

  it("with an amount that rounding explains, and not with more", () => {
    expect(matches({ amountMinor: 100_100 })).toBe(true);
    expect(matches({ amountMinor: 100_101 })).toBe(false);
    expect(matches({ amountMinor: 1_005 }, { yearlyMinor: 12_000 })).toBe(true);
    expect(matches({ amountMinor: 1_006 }, { yearlyMinor: 12_000 })).toBe(false);
    expect(
      matches({ amountMinor: 1_001, currency: "JPY" }, { yearlyMinor: 12_000, currency: "JPY" }),
    ).toBe(true);
    expect(
      matches({ amountMinor: 1_002, currency: "JPY" }, { yearlyMinor: 12_000, currency: "JPY" }),
    ).toBe(false);
    expect(matches({ amountMinor: 33_333 }, { yearlyMinor: 400_000 })).toBe(true);
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
    const quarter = { amountMinor: 300_000 };
    const days = ["2026-01-05", "2026-03-31", "2026-04-01"];
    const invoices = days.map((orderedOn, i) => invoice(i + 2, { ...quarter, orderedOn }));
    expect([...matchInvoices(invoices, [TERM]).keys()]).toEqual([2, 4]);
  });

  it("and its credit note both belong to the contract", () => {
    const credit = invoice(3, { amountMinor: -100_000 });
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
    fc.property(fc.integer({ min: 2_400, max: 1_000_000_000 }), (yearlyMinor) => {
      const monthly = Array.from({ length: 12 }, (_, i) =>
        invoice(i + 2, {
          orderedOn: `2026-${String(i + 1).padStart(2, "0")}-01`,
          amountMinor: Math.floor(yearlyMinor / 12),
        }),
      );
      expect(matchInvoices(monthly, [{ ...TERM, yearlyMinor }]).size).toBe(12);
    }),
  );
});
