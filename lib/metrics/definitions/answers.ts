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
      "100 x mean, over the answering accounts, of the account's mean of +1 (9-10), 0 (7-8) and -1 (0-6). Interval: adjusted Wald with the account as unit, three accounts added, of them 3/4 promoters and 3/4 detractors; added accounts and variance shrink by the share that is silent.",
    example:
      "One account answers 9, 9, 0 (mean .33), another 0 (mean -1): 100 x (.33 - 1) / 2 = -33.",
    liesWhen: "A small account has the same voice as a large one.",
    source:
      "Cochran, Sampling Techniques (1977); Reichheld (2003); Rocks (2016), The American Statistician 70",
  },
  {
    key: "npsByRevenue",
    name: "NPS by revenue",
    question: "How much more of our revenue would recommend us?",
    formula:
      "100 x sum of (account's mean of +1, 0, -1 x revenue) / sum of revenue, over the answering accounts, with the revenue at the survey date. Interval as for NPS by account, each account weighed by its revenue and the three added ones by the mean revenue; effective n by Kish.",
    example: "300 of revenue says 9, 100 says 0: 100 x (300 - 100) / 400 = 50.",
    liesWhen:
      "One large account can carry the figure: read the effective n. Today's revenue instead of the revenue at the survey date would let the outcome leak in.",
    source: "Kish, Survey Sampling (1965); Cochran (1977); Rocks (2016)",
  },
  {
    key: "npsByAccountFourWays",
    name: "NPS by account, four ways",
    question: "Does the score depend on who in an account is counted?",
    formula:
      "The NPS by account with four votes of an account side by side: the mean of all its answers; its latest answer only (several of one day: their mean); the mean of its decision-makers, else of its influencers, else of its users; its least convinced decision-maker, only where one answered. An account disagrees with itself where two of its four votes lie 1 or more apart.",
    example:
      "An account's decision-maker gives 4, later a user 9: mean 0, latest +1, signer first -1, least convinced -1; it disagrees.",
    liesWhen:
      "The least convinced of many decision-makers is lower than the least convinced of one: large accounts look worse that way.",
    source: "Reichheld (2003); Cochran (1977); Holdfast's own construct",
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
      "Mean of (vote now minus vote before), a vote being +1, 0 or -1. Interval: two pairs added, one a step up and one a step down; their mean +/- 1.96 x root of (mean square minus square of the mean) / (n + 2); a real change is one whose interval leaves 0 out.",
    example:
      "One passive became a promoter, one promoter stayed: +50 among those two, between -56 and +106: no real change.",
    liesWhen: "Only people who answered twice are in it, and they are the more willing ones.",
    source:
      "Agresti & Min (2005), Statistics in Medicine 24, on answers added to matched pairs; Cochran (1977)",
  },
  {
    key: "npsByAccountDifference",
    name: "NPS difference by account",
    question: "Did the score by account really change, whoever answered both times?",
    formula:
      "NPS by account now minus before. Interval: clustered difference with the account as unit, so that an account heard twice is compared with itself, two accounts heard twice added, one of them a step up and one a step down; a real change is one whose interval leaves 0 out.",
    example: "Three accounts: 7 became 9, 9 became 10 and 9, 8 fell silent: from 33 to 100.",
    liesWhen:
      "Accounts that fell silent count as they were; when they fall silent because they are leaving, the score rises.",
    source:
      "Kish, Survey Sampling (1965), on differences of ratio means; Agresti & Min (2005), Statistics in Medicine 24",
  },
  {
    key: "responseRate",
    name: "Response rate",
    question: "How many of those asked have answered, and of how much of the business are they?",
    formula:
      "Sum of people who answered / sum of people asked; interval: the wider of the ratio estimator with the account as unit and Wilson. Beside it the coverage: accounts with an answer / all accounts, and their revenue / revenue of all accounts.",
    example:
      "2 of 3 asked at an account with 90 % of the revenue answered, the one asked at the other did not: 50 % of people, 90 % of revenue.",
    liesWhen:
      "A high rate among those who like us says little: look at who is silent, not only at how many.",
    source: "AAPOR, Standard Definitions (2023), response rate 1; Cochran (1977); Wilson (1927)",
  },
  {
    key: "customerSatisfaction",
    name: "Customer satisfaction (CSat)",
    question: "Which share of those who answered is satisfied?",
    formula:
      "Share of answers in the top 2 boxes of the stored scale (2-3 of 3, 3-4 of 4, 4-5 of 5, 6-7 of 7; four and three steps leave dissatisfied words out). Beside it the share of the single best answer, and the mean on the scale. Intervals: Wilson for the shares, with the finite-population n where a population is given; Student's t for the mean.",
    example:
      "5, 4, 3, 4 of 5: three of four in the top two boxes, 75 %, one in the top box, mean 4.0.",
    liesWhen: "Satisfied is not yet wants to stay; scales of different length are never pooled.",
    source: "Wilson (1927); Brown, Cai & DasGupta (2001); Student (1908) for the mean",
  },
];
