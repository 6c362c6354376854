import type { MeasureDefinition } from "./measure-definition";

export const retentionDefinitions: readonly MeasureDefinition[] = [
  {
    key: "customerRetention",
    name: "Customer retention",
    question: "Which share of the customers at the start is still there at the end?",
    formula:
      "Active at start and end / active at start; churn = 1 - retention. Who joined or was won back inside the period is in neither. Interval: Wilson.",
    example: "100 active at the start, 92 of them at the end, 10 new: retention 92 %, churn 8 %.",
    liesWhen: "Every account counts the same; losing the largest is one loss.",
    source: "Fader & Hardie, Customer-Base Valuation (2006), on denominators; Wilson (1927)",
  },
  {
    key: "annualisedChurn",
    name: "Annualised churn",
    question: "What would a period's churn amount to in a year?",
    formula: "1 - (1 - churn) to the power of 12 / months; never months added up.",
    example: "2 % a month is 21.5 % a year, not 24 %.",
    liesWhen: "It assumes that the period was an ordinary one; a season is not.",
    source: "Fader & Hardie (2006)",
  },
  {
    key: "churnRates",
    name: "Churn by four denominators",
    question: "How much do the common churn rates differ on the same customers?",
    formula:
      "By start = lost among those active at the start / active at the start (Wilson); by mean = all lost / mean of opening and closing number (Poisson exact); actuarial = all lost / (opening number + half of those who came in between) (Wilson); by exposure = 1 - exp(-ends / account-days x days of the period) (Poisson exact). All lost = lost at the close, and those who came and went. The default everywhere is by start.",
    example:
      "100 at the start, 10 of them lost, 20 new of whom 4 left again: by start 10 / 100 = 10 %; by mean 14 / ((100 + 106) / 2) = 13.6 %; actuarial 14 / (100 + 20 / 2) = 12.7 %.",
    liesWhen:
      "The same year can be 10 % and 14 %: a rate without its denominator says nothing, and two companies' rates are seldom of one kind.",
    source:
      "Fader & Hardie, Customer-Base Valuation (2006), on denominators; Elandt-Johnson & Johnson, Survival Models and Data Analysis (1980), on the actuarial rate; Garwood (1936); Wilson (1927)",
  },
  {
    key: "renewalRate",
    name: "Renewal rate",
    question: "Which share of the contracts up for renewal was renewed?",
    formula:
      "Contracts renewed / contracts whose term ended in the period; beside it the same in yearly value before renewal. Contracts that were not up for renewal are in neither. Interval: ratio estimator with the account as unit, because one account decides on its contracts together; for the number of contracts never narrower than Wilson.",
    example:
      "Two contracts were up for renewal, one worth 300 was renewed, one worth 100 was not: 50 % of contracts, 75 % of value. Contracts in mid-term are in neither.",
    liesWhen:
      "In a year in which few contracts end it speaks of few customers; retention counts also those who could not leave.",
    source: "Wilson (1927); Cochran (1977); Holdfast's own construct",
  },
  {
    key: "revenueRetention",
    name: "Revenue retention",
    question: "How much of the opening revenue is still there, without and with growth?",
    formula:
      "Over the accounts with revenue at the start, gross = sum of the smaller of opening and closing / sum of opening; net = sum of closing / sum of opening. New and won-back accounts and the exchange effect are in neither; the bridge opening + expansion - contraction - lost + new + won back + exchange = closing shows them apart. Interval: ratio estimator with the account as unit, or a bootstrap over accounts.",
    example:
      "1,000 at the start, 60 contracted, 90 lost, 180 expanded, 500 new: gross 85 %, net 103 %.",
    liesWhen:
      "Point to point: a dip inside the year that came back is not seen. One account's expansion can hide many losses in net.",
    source: "Cochran, Sampling Techniques (1977), for the interval; Holdfast's own construct",
  },
];
