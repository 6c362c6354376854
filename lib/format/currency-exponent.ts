// ISO 4217 minor units. A fixed table: stored amounts must not change their meaning with the ICU of a
// Node release (Intl says 0 for HUF where the standard says 2).
const EXPONENTS: readonly (readonly [number, string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

const BY_CODE = new Map(
  EXPONENTS.flatMap(([exponent, codes]) =>
    codes.split(" ").map((code) => [code, exponent] as const),
  ),
);

const KNOWN = new Set(Intl.supportedValuesOf("currency"));

/** Decimals between a currency's unit and its minor unit. */
export function currencyExponent(currency: string): number {
  return BY_CODE.get(currency) ?? 2;
}

export function isCurrencyCode(text: string): boolean {
  return KNOWN.has(text);
}
