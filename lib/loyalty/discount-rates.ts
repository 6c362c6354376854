/** Yearly discount rates a page offers, by their name in its address. */
export const DISCOUNT_RATES = { "6": 0.06, "8": 0.08, "10": 0.1, "12": 0.12 } as const;
export const USUAL_RATE = "10";
