import type { MeasureDefinition } from "./measure-definition";

export const survivalDefinitions: readonly MeasureDefinition[] = [
  {
    key: "kaplanMeier",
    name: "Kaplan-Meier curve",
    question: "Which share is still there after so long, counting those not yet gone fairly?",
    formula:
      "At each time with an end, S falls by the factor 1 - ends / at risk; at risk are those who entered before that time and were followed to it or longer. Interval: Greenwood on log(-log S).",
    example:
      "21 patients of a published trial, 9 ends: .857 after 6 weeks, .448 after 23; median 23.",
    liesWhen:
      "It assumes that those not yet gone are like the others; the last steps rest on a handful.",
    source:
      "Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (2002)",
  },
  {
    key: "logRank",
    name: "Log-rank test",
    question: "Do two or more groups really stay for different lengths of time?",
    formula:
      "At each time with an end, observed ends of a group minus those expected if all groups were alike (ends x at risk in group / at risk in all); chi-square = the summed differences weighed by their hypergeometric covariance, with groups - 1 degrees of freedom.",
    example: "The same trial, treatment against placebo: chi-square 16.79, a real difference.",
    liesWhen: "Curves that cross can differ and yet not be found.",
    source: "Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), JRSS A 135",
  },
  {
    key: "secondOrderWithin",
    name: "Second order within W days of the first",
    question: "How likely is a newcomer to come back?",
    formula:
      "1 - S(W) of the Kaplan-Meier curve from the first order day to the second; customers whose first order is younger than W are censored, not failures. Interval: Greenwood on log(-log).",
    example:
      "Three newcomers, one came back after 30 days, one after 100, one not: 33 % within 90 days.",
    liesWhen:
      "It is about newcomers, not about how loyal the base is; often sold as repurchase rate.",
    source: "Kaplan & Meier (1958), JASA 53",
  },
  {
    key: "cohortRetention",
    name: "Cohort retention",
    question:
      "Which share of the customers who began together is still there after so many months?",
    formula:
      "Customers of the cohort not lost by the day so many months after their own first day / customers of the cohort. A cell stands only where every customer of the cohort has reached that age. Interval: Wilson.",
    example:
      "Two customers, one lost after 40 days: 100 % after one month, 50 % after three, not reached after twelve.",
    liesWhen: "Small cohorts jump; an empty cell is the future, not a loss.",
    source: "Kaplan & Meier (1958), on those not yet observed; Wilson (1927)",
  },
];
