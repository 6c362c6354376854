/** An exact decimal: digits / 10^scale. No float ever holds an amount. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

export const NUMBER_FORMATS = ["point", "comma"] as const;
/** Which mark stands before the decimals; the other one, spaces and apostrophes may group thousands. */
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

const SPACE = " \u00a0\u2009\u202f";
const PATTERNS: Record<NumberFormat, RegExp> = {
  point: new RegExp(`^(\\d+|\\d{1,3}(?:[,'’${SPACE}]\\d{3})+)?(?:\\.(\\d+))?$`),
  comma: new RegExp(`^(\\d+|\\d{1,3}(?:[.'’${SPACE}]\\d{3})+)?(?:,(\\d+))?$`),
};
const MAX_LENGTH = 40;

/** Takes off a sign written before, behind, or as brackets of an accountant. */
function splitSign(text: string): { isNegative: boolean; body: string } {
  if (/^\(.*\)$/.test(text)) return { isNegative: true, body: text.slice(1, -1).trim() };
  if (/^[-−]/.test(text)) return { isNegative: true, body: text.slice(1).trim() };
  if (/[-−]$/.test(text)) return { isNegative: true, body: text.slice(0, -1).trim() };
  if (text.startsWith("+")) return { isNegative: false, body: text.slice(1).trim() };
  return { isNegative: false, body: text };
}

/** Null where the text is no number in that form. */
export function parseDecimal(text: string, format: NumberFormat): Decimal | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_LENGTH) return null;
  const { isNegative, body } = splitSign(trimmed);
  const match = PATTERNS[format].exec(body);
  const grouped = match?.[1] ?? "";
  const whole = grouped.length > 3 ? grouped.replace(/\D/g, "") : grouped;
  const fraction = (match?.[2] ?? "").replace(/0+$/, "");
  if (!match || (whole === "" && match[2] === undefined)) return null;
  const size = BigInt(`${whole}${fraction}` || "0");
  return { digits: isNegative ? -size : size, scale: fraction.length };
}

/** Whole-number division, a tie going to the even neighbour. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const floor = top / bottom;
  const twice = (top % bottom) * 2n;
  const rounds = twice > bottom || (twice === bottom && floor % 2n === 1n);
  const size = rounds ? floor + 1n : floor;
  return isNegative ? -size : size;
}

export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
