import { currencyExponent } from "@/lib/format/currency-exponent";
import { type Decimal, divideHalfEven, powerOfTen } from "./decimal";

/** Sources that keep fractions of a cent have up to four decimals; more is a fault of the file. */
export const MAX_DECIMALS = 4;

export type MinorUnits =
  | { ok: true; minor: bigint; isRounded: boolean }
  | { ok: false; problem: "too_many_decimals" | "too_large" };

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

function within(minor: bigint, isRounded: boolean): MinorUnits {
  if (minor > LARGEST || minor < -LARGEST) return { ok: false, problem: "too_large" };
  return { ok: true, minor, isRounded };
}

/** Exact where the currency has the decimals; else rounded half-even, once, here. */
export function toMinorUnits(amount: Decimal, currency: string): MinorUnits {
  if (amount.scale > MAX_DECIMALS) return { ok: false, problem: "too_many_decimals" };
  const exponent = currencyExponent(currency);
  if (amount.scale <= exponent) {
    return within(amount.digits * powerOfTen(exponent - amount.scale), false);
  }
  return within(divideHalfEven(amount.digits, powerOfTen(amount.scale - exponent)), true);
}

/**
 * What was paid and the share taken off (0..1) give the list amount: paid / (1 - share), from the
 * unrounded amount. Null where all was taken off: then the list amount is not known.
 */
export function listAmount(paid: Decimal, discount: Decimal, currency: string): MinorUnits | null {
  const one = powerOfTen(discount.scale);
  const left = one - discount.digits;
  if (left <= 0n) return null;
  const top = paid.digits * one * powerOfTen(currencyExponent(currency));
  const bottom = powerOfTen(paid.scale) * left;
  return within(divideHalfEven(top, bottom), top % bottom !== 0n);
}
