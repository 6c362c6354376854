const SIGNS = /[.,]/g;

/** Digits, alone or in groups of three. */
function isWhole(text: string, group: string): boolean {
  if (/^\d+$/.test(text)) return true;
  return group === "." ? /^\d{1,3}(?:\.\d{3})+$/.test(text) : /^\d{1,3}(?:,\d{3})+$/.test(text);
}

/**
 * A number as people of any country type it: 1000000, 1 000 000,50, 1.000.000,50 or 1,000,000.50. One sign
 * before three digits groups them where so many decimals make no sense: 500.000 is half a million.
 * @param decimals the most digits that can follow the decimal sign
 * @returns NaN for anything else
 */
export function typedNumber(text: string, decimals: number): number {
  const plain = text.replace(/[\s'’]/g, "");
  const isNegative = /^[-−]/.test(plain);
  const digits = isNegative ? plain.slice(1) : plain;
  const signs = digits.match(SIGNS) ?? [];
  const last = signs.at(-1) ?? ".";
  const at = digits.lastIndexOf(last);
  const isMixed = new Set(signs).size === 2;
  const tail = digits.length - at - 1;
  const groups = signs.length > 1 || (signs.length === 1 && tail === 3 && decimals < 3);
  const whole = signs.length > 0 && (isMixed || !groups) ? digits.slice(0, at) : digits;
  const fraction = whole === digits ? "" : digits.slice(at + 1);
  const other = last === "." ? "," : ".";
  const group = isMixed ? other : last;
  if (!isWhole(whole, group) || !/^\d*$/.test(fraction)) return Number.NaN;
  const value = Number(`${whole.replace(SIGNS, "")}.${fraction || "0"}`);
  return isNegative ? -value : value;
}
