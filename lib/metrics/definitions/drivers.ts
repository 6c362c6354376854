import type { MeasureDefinition } from "./measure-definition";

export const driversDefinitions: readonly MeasureDefinition[] = [
  {
    key: "shapleyImportance",
    name: "Shapley importance",
    question: "how much of the outcome does each driver explain, when drivers move together?",
    formula:
      "a driver's share is the mean, over all orders in which drivers can be added, of the R squared it adds; the shares sum to the R squared of all.",
    example:
      "Two unrelated drivers that explain .30 and .10 of the outcome have exactly these shares.",
    liesWhen:
      "Association, not effect: what happy customers praise need not be what made them happy. A driver nobody rates differently explains nothing.",
    source: "Lindeman, Merenda & Gold (1980); Groemping (2006), Journal of Statistical Software 17",
  },
  {
    key: "relativeWeights",
    name: "Relative weights",
    question: "how much does each of many drivers explain, where trying all orders takes too long?",
    formula:
      "the drivers are replaced by their closest uncorrelated counterparts; each counterpart's explained variance is handed back to the drivers by their squared loadings on it.",
    example: "For two drivers the shares equal the Shapley shares.",
    liesWhen:
      "The counterparts are a device; with strongly related drivers the shares even out too much.",
    source:
      "Johnson (2000), Multivariate Behavioral Research 35; criticised by Thomas et al. (2014)",
  },
];
