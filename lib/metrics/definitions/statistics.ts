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
    key: "newcombeDifference",
    name: "Newcombe difference",
    question: "Did a share really change between two independent groups?",
    formula:
      "d = p1 - p2; the limits combine both Wilson intervals: d - root of ((p1 - l1)² + (u2 - p2)²) and d + root of ((u1 - p1)² + (p2 - l2)²). A real change is one whose interval leaves 0 out.",
    example: "56 of 70 against 48 of 80: .20, between .05 and .33: a real change.",
    liesWhen:
      "For independent groups only; with many segments some differences look real by chance.",
    source: "Newcombe (1998), Statistics in Medicine 17, method 10",
  },
  {
    key: "clusteredRatio",
    name: "Clustered ratio",
    question: "What is a share or a rate when each account brings its own weight?",
    formula:
      "R = sum of y / sum of x, one row per account; u = y - R x; variance = A / (A - 1) x sum of u squared / (sum of x) squared; 95 % interval R +/- 1.96 SE. With a population the standard error is multiplied by the root of 1 - A / population.",
    example: "1 of 1, 0 of 1 and 1 of 2: .50.",
    liesWhen: "Below about ten accounts the interval is too narrow.",
    source: "Cochran, Sampling Techniques (1977), section 6.3; Kish, Survey Sampling (1965)",
  },
  {
    key: "bootstrap",
    name: "Bootstrap",
    question: "How far could a figure fall if other accounts had been drawn?",
    formula:
      "Draw as many rows as there are, with replacement, 1,000 times; the 2.5 % and 97.5 % quantiles of the statistic are the interval.",
    example: "Mean of 1, 2, 3, 4: 2.5, with the interval of a thousand draws.",
    liesWhen:
      "It knows only the accounts at hand: with few of them, or one giant, the interval is too narrow.",
    source: "Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13",
  },
  {
    key: "benjaminiHochberg",
    name: "Benjamini-Hochberg",
    question: "Which of many compared segments really differ?",
    formula:
      "With the p values ascending, the largest rank i with p <= i / number x rate; that one and all smaller are real.",
    example: "p values .01, .04, .03 and .5: only the first is real.",
    liesWhen: "It limits the share of false findings, it does not make a small segment larger.",
    source: "Benjamini & Hochberg (1995), JRSS B 57",
  },
];
