import type { MeasureDefinition } from "./measure-definition";

export const changeDefinitions: readonly MeasureDefinition[] = [
  {
    key: "newcombeDifference",
    name: "Newcombe difference",
    question: "Did a share really change between two independent groups?",
    formula:
      "D = p1 - p2; the limits combine both Wilson intervals: d - root of ((p1 - l1)² + (u2 - p2)²) and d + root of ((u1 - p1)² + (p2 - l2)²). A real change is one whose interval leaves 0 out; p is the level at which it just would.",
    example: "56 of 70 against 48 of 80: .20, between .05 and .33: a real change.",
    liesWhen:
      "For independent groups only; with many segments some differences look real by chance.",
    source: "Newcombe (1998), Statistics in Medicine 17, method 10",
  },
  {
    key: "intervalDifference",
    name: "Interval difference",
    question: "Do two independent figures really differ, whatever they measure?",
    formula:
      "D = a - b; the limits combine both intervals: d - root of ((a - l1)² + (u2 - b)²) and d + root of ((u1 - a)² + (b - l2)²). A real difference is one whose interval leaves 0 out; p takes the side towards 0 as 1.96 standard errors.",
    example:
      "80 % of 70 against 60 % of 80 with Wilson's intervals: .20, between .05 and .33: a real difference.",
    liesWhen:
      "For independent groups only; it is no better than the two intervals it combines, and of many comparisons some look real by chance.",
    source: "Zou & Donner (2008), Statistics in Medicine 27",
  },
  {
    key: "welchDifference",
    name: "Welch difference",
    question: "Do the means of two independent groups really differ?",
    formula:
      "Mean now minus mean before; SE squared = variance / n of both groups added; t = difference / SE with (SE squared) squared / (sum of (variance / n) squared / (n - 1)) degrees of freedom.",
    example:
      "Student's ten patients on two drugs: 1.58 hours less sleep, between 3.37 less and .21 more: no real change.",
    liesWhen:
      "For independent groups: the same accounts twice are a pair. A few giant values make it blind.",
    source: "Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2",
  },
  {
    key: "clusteredDifference",
    name: "Clustered difference",
    question: "Did a share or a rate really change, whoever was there both times?",
    formula:
      "R now minus R before, each sum of y / sum of x; per account u = (y - R x) / sum of x now, minus the same before, 0 where it was not there; variance = A / (A - 1) x sum of u squared over all accounts seen at either date; z = difference / SE. An account seen twice is compared with itself.",
    example:
      "Two accounts, one of which went from 0 to 1: .50 more than before, between -.48 and 1.48: no real change.",
    liesWhen: "Below about ten accounts it finds changes too easily.",
    source: "Kish, Survey Sampling (1965), on differences of ratio means; Cochran (1977)",
  },
  {
    key: "comparePeriods",
    name: "Comparison of periods",
    question: "Did something really become more frequent, though the periods are not alike?",
    formula:
      "Events per account-day now minus before, each sum of events / sum of the days on which the accounts were active in the period; interval and test as for the clustered difference, with the account as unit. A period that is not over is not compared.",
    example: "2 complaints in 100 account-days against 2 in 50: .02 a day less.",
    liesWhen:
      "Seasons: the same quarter a year ago is a fairer comparison than the quarter before.",
    source: "Rothman, Greenland & Lash, Modern Epidemiology (2008), on person-time; Cochran (1977)",
  },
  {
    key: "trendTest",
    name: "Trend test",
    question: "Does a share really rise or fall from group to group?",
    formula:
      "Share of all = p, mean score of all = m; T = sum of (score - m) x (k - n p); chi-square = T squared / (p (1 - p) x sum of n (score - m) squared), one degree of freedom; a real trend has a p value under .05. Slope = T / sum of n (score - m) squared.",
    example:
      "Stayed 2 of 10, 5 of 10 and 9 of 10 in three bands: .35 more per band, chi-square 9.84, a real trend.",
    liesWhen: "It sees a straight rise or fall; a share that falls and rises again has no trend.",
    source: "Cochran (1954), Biometrics 10; Armitage (1955), Biometrics 11",
  },
  {
    key: "benjaminiHochberg",
    name: "Benjamini-Hochberg",
    question: "Which of many compared segments really differ?",
    formula:
      "With the p values ascending, adjusted p of rank i = the smallest of p x number / rank over the ranks from i on, at most 1; real is what has an adjusted p of at most the rate.",
    example:
      "p values .01, .04, .03 and .5: adjusted .04, .053, .053 and .5; only the first is real.",
    liesWhen: "It limits the share of false findings, it does not make a small segment larger.",
    source: "Benjamini & Hochberg (1995), JRSS B 57",
  },
];
