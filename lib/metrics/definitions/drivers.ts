import type { MeasureDefinition } from "./measure-definition";

export const driversDefinitions: readonly MeasureDefinition[] = [
  {
    key: "driverImportance",
    name: "Driver importance",
    question: "What moves loyalty, how surely, and how do customers rate us on it?",
    formula:
      "Share of the outcome's variance per item by Shapley's value with the items' blocks kept together (Owen's value), above 12 items by relative weights; a block has the sum of its items. Interval and ranks from samples of accounts drawn with replacement. A share is never negative, so an item matters where its share is more than drivers of pure chance reach beside it, a random value per account, at a 5 % rate of false findings. Performance: mean answer, accounts as clusters.",
    example:
      "240 answers of 120 accounts: service explains .36 of the outcome, between .28 and .44, and is first in every draw, where chance reaches .01; its mean answer is 3.5, between 3.4 and 3.6.",
    liesWhen:
      "Association, not effect: what happy customers praise need not be what made them happy. Answers with an item left out do not count, so an item few can rate makes the rest poor: leave it out. R squared flatters small samples.",
    source:
      "Groemping (2006), Journal of Statistical Software 17; Owen (1977); Johnson (2000); Tonidandel, LeBreton & Johnson (2009), Psychological Methods 14, on a driver of chance as the yardstick",
  },
  {
    key: "ladderAdvice",
    name: "Ladder advice",
    question:
      "Which rung of value, service, communication and incentives should be worked on first?",
    formula:
      "The lowest rung that both is weak (its mean answer below 4 by its whole interval) and matters (explains more than chance, in the right direction). Where most customers surely call us better than their alternatives and added value is not weak, value carries and that rung is polish. Lower rungs that matter and whose interval spans the line are named as unclear.",
    example:
      "Added value 4.5, service 3.4, communication 3.2, all three matter: work on service. If 60 of 90 say better than the alternatives: value carries, service is polish.",
    liesWhen:
      "It knows only the items asked; and the order of the rungs is a judgement: a price war can make the last rung the first.",
    source:
      "Holdfast's own construct; importance x performance after Martilla & James (1977), Journal of Marketing 41",
  },
  {
    key: "shapleyImportance",
    name: "Shapley importance",
    question: "How much of the outcome does each driver explain, when drivers move together?",
    formula:
      "A driver's share is the mean, over all orders in which drivers can be added, of the R squared it adds; the shares sum to the R squared of all. Where drivers form blocks, only orders that keep a block together count, so a block gets what it would get as one driver, however many items it was asked with.",
    example:
      "Two unrelated drivers that explain .30 and .10 of the outcome have exactly these shares. Fertility in Switzerland 1888: agriculture .057, examination .171, education .260, catholic .106, infant mortality .113, together .707.",
    liesWhen:
      "Association, not effect: what happy customers praise need not be what made them happy. A driver nobody rates differently explains nothing.",
    source:
      "Lindeman, Merenda & Gold (1980); Groemping (2006), Journal of Statistical Software 17; Owen (1977)",
  },
  {
    key: "relativeWeights",
    name: "Relative weights",
    question: "How much does each of many drivers explain, where trying all orders takes too long?",
    formula:
      "The drivers are replaced by their closest uncorrelated counterparts; each counterpart's explained variance is handed back to the drivers by their squared loadings on it.",
    example: "For two drivers the shares equal the Shapley shares.",
    liesWhen:
      "The counterparts are a device; with strongly related drivers the shares even out too much.",
    source:
      "Johnson (2000), Multivariate Behavioral Research 35; criticised by Thomas et al. (2014)",
  },
];
