import type { MeasureDefinition } from "./measure-definition";

/** What holds for every measure, as functions that anybody can call. */
export const conventionsDefinitions: readonly MeasureDefinition[] = [
  {
    key: "isActiveAt",
    name: "Active at a moment",
    question: "Does something that runs from a day until a day still run at a day's close?",
    formula:
      "From <= day < until. The day named as the end is the first on which it no longer runs, so two terms that follow each other never overlap and never leave a gap.",
    example:
      "A service paid until 31 December ends on 31 December: active at the close of the 30th, not of the 31st.",
    liesWhen:
      "Data that name the last day of service as the end are one day short: add a day when they come in.",
    source: "Allen (1983), Communications of the ACM 26, on intervals that meet",
  },
  {
    key: "daysWithin",
    name: "Days within a period",
    question: "On how many days of a period did something run?",
    formula:
      "The smaller of both ends minus the larger of both beginnings, at least 0; a missing end is that of the period. Added up over accounts it is the exposure by which unequal periods are compared.",
    example: "A customer from 20 January to 20 February has 12 days in January.",
    liesWhen: "A day counts in full, whatever part of it was paid.",
    source: "Rothman, Greenland & Lash, Modern Epidemiology (2008), on person-time",
  },
  {
    key: "statisticOrAnswers",
    name: "Statistic or answers",
    question: "Are there enough answers for a figure?",
    formula:
      "From 10 answers on the statistic; below, the answers themselves in ascending order. Where several answers belong to one account, the accounts are counted, not the answers.",
    example: "8, 4, 9, 7, 8: five answers, shown as 4 7 8 8 9, and no score.",
    liesWhen:
      "Ten is a convention, not a law: eleven answers are hardly surer than nine, and the interval says so.",
    source:
      "Brown, Cai & DasGupta (2001), Statistical Science 16, on how intervals fail in small samples",
  },
  {
    key: "boundsOfSilence",
    name: "Bounds of silence",
    question: "What could a figure be if everybody had answered?",
    formula: "Heard share x figure + silent share x the worst, and the best, answer there is.",
    example: "An NPS of 31 from 71 % of the revenue: between -7 and 51.",
    liesWhen:
      "It assumes nothing about the silent and is therefore wide; it is a limit, not an expectation.",
    source: "Manski, Partial Identification of Probability Distributions (2003)",
  },
  {
    key: "constantCurrency",
    name: "Constant currency",
    question: "What would the amounts be if no exchange rate had moved?",
    formula:
      "Opening and closing amount of an account, both x its opening rate; the exchange effect is the sum of closing amount x (closing rate minus opening rate) and stands apart, in no ratio.",
    example:
      "SEK 100 became SEK 90 while the krona fell from 2.0 to 1.5: 200 and 180 at the opening rate, exchange effect -45.",
    liesWhen: "Prices that follow the exchange rate look like growth or loss of the customer.",
    source: "IAS 21, The Effects of Changes in Foreign Exchange Rates, on what a rate's change is",
  },
];
