/** Why there is no figure, in one place: what is not known is null with one of these, never 0. */
export type NoFigureReason =
  | "noData"
  | "zeroDenominator"
  | "tooFewAnswers"
  | "partialPeriod"
  | "notReached"
  | "beforeData"
  | "notIdentified"
  | "notConverged"
  | "noSingleTypeCustomer"
  | "nothingComparable"
  | "nothingDiffers"
  | "noVariation"
  | "oneBandOnly"
  | "tooFewRenewals"
  | "tooFewLoyal"
  | "noneLessLoyal";
