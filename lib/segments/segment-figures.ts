// What conditions say about figures. No package here: the rule editor reads it in the browser.

/** Where an account stands on the map; the two parts of "passive" can be named alone. */
export const LOYALTY_WORDS = [
  "loyal",
  "passive",
  "unhappy",
  "lukewarm",
  "latent",
  "leaving",
  "notKnown",
] as const;
export type LoyaltyWord = (typeof LOYALTY_WORDS)[number];

export const HEARING_WORDS = ["silent", "notAsked"] as const;
export type HearingWord = (typeof HEARING_WORDS)[number];

/** Figures compared with a smallest and a largest value, each with the values it can take. */
export const FIGURE_RANGES = {
  behaviour: { min: 0, max: 1 },
  attitude: { min: 0, max: 1 },
  nps: { min: -100, max: 100 },
  lastScore: { min: 0, max: 10 },
  monthsSinceOrder: { min: 0, max: 1_200 },
  shareOfWallet: { min: 0, max: 1 },
  daysToDecision: { min: 0, max: 36_500 },
} as const;
export type PlainFigure = keyof typeof FIGURE_RANGES;
/** Running revenue is an amount, so a condition on it names its currency. */
export type FigureName = PlainFigure | "runningRevenue";
export const PLAIN_FIGURES = Object.keys(FIGURE_RANGES) as [PlainFigure, ...PlainFigure[]];
export const FIGURES: readonly [FigureName, ...FigureName[]] = [...PLAIN_FIGURES, "runningRevenue"];
