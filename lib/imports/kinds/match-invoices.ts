import { groupBy } from "@/lib/facts/group-by";
import { addDays, monthNumber } from "@/lib/format/calendar";
import { currencyExponent } from "@/lib/format/currency-exponent";

/** A term of a contract while it runs, as far as its invoices can be known by it. */
export type BilledTerm = {
  contractId: string;
  accountId: string;
  productTypeId: string | null;
  startsOn: string;
  /** First day after it; null: until further notice. */
  endsOn: string | null;
  yearlyMinor: number;
  currency: string;
};

export type Invoice = {
  rowNumber: number;
  accountId: string;
  productTypeId: string | null;
  orderedOn: string;
  amountMinor: number;
  currency: string;
};

/** Monthly, quarterly, half-yearly, yearly. */
const INSTALMENTS = [12, 4, 2, 1] as const;
const MONTHS = 12;
/** Invoices are rounded to whole units of the currency; of small ones half a per cent is the limit. */
const SMALLEST_PART = 200;
/** Invoices of a term that begins are often sent before it does. */
const DAYS_AHEAD = 31;

function isNear(amount: number, times: number, { yearlyMinor, currency }: BilledTerm): boolean {
  const gap = Math.abs(amount * times - yearlyMinor);
  if (gap * SMALLEST_PART > yearlyMinor) return false;
  return gap <= 10 ** currencyExponent(currency) * times;
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
  const size = Math.abs(amountMinor);
  const times = INSTALMENTS.find((one) => isNear(size, one, term));
  if (times === undefined || !fits(invoice, term)) return null;
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
      const instalment = instalmentOf(invoice, term);
      const isCredit = invoice.amountMinor < 0;
      if (instalment === null || (!isCredit && billed.has(instalment))) continue;
      if (!isCredit) billed.add(instalment);
      found.set(invoice.rowNumber, term.contractId);
      break;
    }
  }
  return found;
}
