import { groupBy } from "@/lib/facts/group-by";
import { addDays, monthNumber } from "@/lib/format/calendar";

/** A term of a contract while it runs, as far as its invoices can be known by it. */
export type BilledTerm = {
  contractId: string;
  accountId: string;
  productTypeId: string | null;
  startsOn: string;
  /** First day after it; null: until further notice. */
  endsOn: string | null;
  yearlyMinor: bigint;
  currency: string;
};

export type Invoice = {
  rowNumber: number;
  accountId: string;
  productTypeId: string | null;
  orderedOn: string;
  amountMinor: bigint;
  currency: string;
};

/** Monthly, quarterly, half-yearly, yearly. */
const INSTALMENTS = [12, 4, 2, 1] as const;
const MONTHS = 12;
/** An instalment may differ by this part of a year's value: rounding, a fee. */
const TOLERANCE = 200n;
/** Invoices of a term that begins are often sent before it does. */
const DAYS_AHEAD = 31;

function isNear(amount: bigint, times: number, yearly: bigint): boolean {
  const gap = amount * BigInt(times) - yearly;
  return (gap < 0n ? -gap : gap) * TOLERANCE <= yearly;
}

function runsAt(term: BilledTerm, day: string): boolean {
  return addDays(term.startsOn, -DAYS_AHEAD) <= day && (term.endsOn === null || day < term.endsOn);
}

function fits(invoice: Invoice, term: BilledTerm): boolean {
  const isSameType =
    invoice.productTypeId === null ||
    term.productTypeId === null ||
    invoice.productTypeId === term.productTypeId;
  return isSameType && invoice.currency === term.currency && runsAt(term, invoice.orderedOn);
}

/** Which instalment of the term it would be; null where the amount is none. */
function instalmentOf(invoice: Invoice, term: BilledTerm): string | null {
  const { amountMinor } = invoice;
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  const times = INSTALMENTS.find((one) => isNear(size, one, term.yearlyMinor));
  if (times === undefined) return null;
  const months = monthNumber(invoice.orderedOn) - monthNumber(term.startsOn);
  const period = Math.floor((months * times) / MONTHS);
  return [term.contractId, term.startsOn, times, period].join(" ");
}

/**
 * Rows that look like invoices of a running contract: of its account, currency and product type, at a day
 * of its term, with the amount of a month, quarter, half or whole year. Of rows about the same instalment the
 * first is it: a second one is an order that costs as much. Credit notes of an instalment belong to it too.
 */
export function matchInvoices(
  invoices: readonly Invoice[],
  terms: readonly BilledTerm[],
): Map<number, string> {
  const ofAccount = groupBy(terms, ({ accountId }) => accountId);
  const billed = new Set<string>();
  const found = new Map<number, string>();
  for (const invoice of invoices) {
    for (const term of ofAccount.get(invoice.accountId) ?? []) {
      const instalment = fits(invoice, term) ? instalmentOf(invoice, term) : null;
      const isCredit = invoice.amountMinor < 0n;
      if (instalment === null || (!isCredit && billed.has(instalment))) continue;
      if (!isCredit) billed.add(instalment);
      found.set(invoice.rowNumber, term.contractId);
      break;
    }
  }
  return found;
}
