import type { MeasureDefinition } from "./measure-definition";

export const statisticsDefinitions: readonly MeasureDefinition[] = [
  {
    key: "wilsonInterval",
    name: "Wilson interval",
    question: "Which shares are compatible with k of n?",
    formula:
      "Centre (p + z²/2n) / (1 + z²/n), half width z / (1 + z²/n) x root of (p(1 - p)/n + z²/4n²), z = 1.96. With a population N the n in it becomes n (N - 1) / (N - n); at n = N it is exact.",
    example: "81 of 263: .308, between .255 and .366.",
    liesWhen: "It covers chance, not who refused to answer.",
    source: "Wilson (1927), JASA 22; Brown, Cai & DasGupta (2001), Statistical Science 16",
  },
  {
    key: "meanInterval",
    name: "Mean interval",
    question: "Where does the mean of all lie, as far as these values tell?",
    formula:
      "Mean +/- t x root of (variance / n), t of Student's distribution with n - 1 degrees of freedom. With a population the standard error is multiplied by the root of 1 - n / population.",
    example: "5, 4, 3, 4: mean 4.0, between 2.7 and 5.3 as far as four answers tell.",
    liesWhen:
      "Student's t takes the values for roughly bell-shaped; of a few amounts with one giant the interval is too narrow, the bootstrap is better.",
    source: "Student (1908), Biometrika 6; Cochran (1977) for the correction",
  },
  {
    key: "poissonInterval",
    name: "Poisson interval",
    question: "Which rates are compatible with so many events?",
    formula:
      "Events / exposure; limits exact: half the 2.5 % quantile of chi-square with 2 x events degrees of freedom (0 without an event) and half the 97.5 % quantile with 2 x events + 2, both / exposure. Of no event the upper limit is 3.7 / exposure.",
    example:
      "10 complaints: between 4.8 and 18.4 were to be expected. None in 100 account-months: at most .037 a month.",
    liesWhen:
      "It takes events for independent; where one angry account complains ten times, use the clustered ratio.",
    source: "Garwood (1936), Biometrika 28",
  },
  {
    key: "clusteredRatio",
    name: "Clustered ratio",
    question: "What is a share or a rate when each account brings its own weight?",
    formula:
      "R = sum of y / sum of x, one row per account; u = y - R x; variance = A / (A - 1) x sum of u squared / (sum of x) squared; 95 % interval R +/- 1.96 SE. With a population the standard error is multiplied by the root of 1 - A / population.",
    example: "1 of 1, 0 of 1 and 1 of 2: .50.",
    liesWhen:
      "Below about ten accounts the interval is too narrow; where all accounts are alike it has no width.",
    source: "Cochran, Sampling Techniques (1977), section 6.3; Kish, Survey Sampling (1965)",
  },
  {
    key: "effectiveSampleSize",
    name: "Effective n",
    question: "How many equal accounts would say as much as these unequal ones?",
    formula: "(sum of weights) squared / sum of squared weights.",
    example: "Four equal accounts: 4.0. One with 97 % of the revenue and three with 1 %: 1.06.",
    liesWhen: "It knows the weights only, not how alike the accounts answer.",
    source: "Kish, Survey Sampling (1965)",
  },
  {
    key: "largestInfluence",
    name: "Largest influence",
    question: "Which single account moves a share or a rate most, and by how much?",
    formula:
      "R = sum of y / sum of x over all accounts, minus R without the account; the one for which this is largest in size, the first of equals.",
    example:
      "90 of 100, 10 of 50 and 50 of 50: 75 % in all, 93 % without the second: it takes 18 points.",
    liesWhen: "Two large accounts that pull in opposite directions hide each other.",
    source:
      "Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 11, on leaving one out",
  },
  {
    key: "independentSum",
    name: "Sum of figures",
    question: "Between which values does a sum lie, when each of its parts has a doubt of its own?",
    formula:
      "The sum of the values; from it down the root of the sum of the squared distances of the parts to their lower limits, and up that to their upper limits.",
    example: "10 between 8 and 13, and 20 between 16 and 24: 30, between 25.5 and 35.",
    liesWhen:
      "Parts that err together, because the same customers are behind them, have a wider sum.",
    source:
      "Zou & Donner (2008), Statistics in Medicine 27, Construction of confidence limits about effect measures",
  },
  {
    key: "bootstrap",
    name: "Bootstrap",
    question: "How far could a figure fall if other accounts had been drawn?",
    formula:
      "Draw as many rows as there are, with replacement, 1,000 times; the 2.5 % and 97.5 % quantiles of the statistic are the interval. BCa takes other quantiles instead, corrected for the draws' bias z0 (normal quantile of the share of draws below the figure) and for the skewness a of the figures with one row left out: share of (z0 + (z0 + z) / (1 - a (z0 + z))) for z = -1.96 and 1.96.",
    example: "Mean of 1, 2, 3, 4: 2.5, with the interval of a thousand draws.",
    liesWhen:
      "It knows only the accounts at hand: with few of them, or one giant, the interval is too narrow.",
    source:
      "Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14; Efron (1987), JASA 82",
  },
];
