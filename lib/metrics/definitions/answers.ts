import type { MeasureDefinition } from "./measure-definition";

export const answersDefinitions: readonly MeasureDefinition[] = [
  {
    key: "netPromoterScore",
    name: "Net promoter score (NPS)",
    question: "How many more would recommend us than advise against us?",
    formula:
      "100 x (share of 9-10 minus share of 0-6). Interval: adjusted Wald, three answers added, of them 3/4 promoters and 3/4 detractors. With a population the added answers and the variance shrink by the share that is silent.",
    example: "70 promoters, 20 passives, 10 detractors: 60; interval 45 to 71.",
    liesWhen:
      "Who answers is not who was asked; the interval covers chance only, so response and revenue coverage stand beside it.",
    source:
      "Reichheld (2003), Harvard Business Review 81(12); Rocks (2016), The American Statistician 70",
  },
  {
    key: "npsByAccount",
    name: "NPS by account",
    question: "How many more accounts would recommend us, when each account has one voice?",
    formula:
      "100 x mean, over the answering accounts, of the account's mean of +1 (9-10), 0 (7-8) and -1 (0-6); interval by the ratio estimator with the account as unit.",
    example:
      "One account answers 9, 9, 0 (mean .33), another 0 (mean -1): 100 x (.33 - 1) / 2 = -33.",
    liesWhen: "A small account has the same voice as a large one.",
    source: "Cochran, Sampling Techniques (1977); Reichheld (2003)",
  },
  {
    key: "npsByRevenue",
    name: "NPS by revenue",
    question: "How much more of our revenue would recommend us?",
    formula:
      "100 x sum of (account's mean of +1, 0, -1 x revenue) / sum of revenue, over the answering accounts, with the revenue at the survey date; interval by the ratio estimator with the account as unit, effective n by Kish.",
    example: "300 of revenue says 9, 100 says 0: 100 x (300 - 100) / 400 = 50.",
    liesWhen:
      "One large account can carry the figure: read the effective n. Today's revenue instead of the revenue at the survey date would let the outcome leak in.",
    source: "Kish, Survey Sampling (1965); Cochran (1977)",
  },
  {
    key: "netPromoterDifference",
    name: "NPS difference",
    question: "Did the net promoter score really change between two groups of people?",
    formula:
      "Difference of the two scores; interval from the difference of the adjusted scores +/- 1.96 x root of the sum of their variances, each with three answers added; a real change is one whose interval leaves 0 out.",
    example: "10, 7, 3 against 9, 8, 2: no difference, no real change.",
    liesWhen: "People who answered both times are not independent: use the paired form.",
    source: "Rocks (2016), The American Statistician 70",
  },
  {
    key: "pairedNetPromoterDifference",
    name: "Paired NPS difference",
    question: "Did the same people change their minds?",
    formula:
      "Mean of (vote now minus vote before), a vote being +1, 0 or -1; standard error = root of the variance of these differences / n; a real change is one whose interval leaves 0 out.",
    example: "One passive became a promoter, one promoter stayed: +50 among those two.",
    liesWhen: "Only people who answered twice are in it, and they are the more willing ones.",
    source: "Cochran, Sampling Techniques (1977), paired differences",
  },
  {
    key: "customerSatisfaction",
    name: "Customer satisfaction (CSat)",
    question: "Which share of those who answered is satisfied?",
    formula:
      "Share of answers in the top 2 boxes of the stored scale (4-5 of 5, 6-7 of 7); the mean beside it. Interval: Wilson, with the finite-population n where a population is given.",
    example: "5, 4, 3, 4 of 5: three of four in the top two boxes, 75 %, mean 4.0.",
    liesWhen: "Satisfied is not yet wants to stay; scales of different length are never pooled.",
    source: "Wilson (1927); Brown, Cai & DasGupta (2001)",
  },
];
