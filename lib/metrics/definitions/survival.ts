import type { MeasureDefinition } from "./measure-definition";

export const survivalDefinitions: readonly MeasureDefinition[] = [
  {
    key: "kaplanMeier",
    name: "Kaplan-Meier curve",
    question: "Which share is still there after so long, counting those not yet gone fairly?",
    formula:
      "At each time with an end, S falls by the factor 1 - ends / at risk; at risk are those who entered before that time and were followed to it or longer. Interval: Greenwood on log(-log S); the median's limits are the times at which those of the curve reach one half.",
    example:
      "21 patients of a published trial, 9 ends: .857 after 6 weeks, .448 after 23; median 23, its lower limit 13, its upper not reached.",
    liesWhen:
      "It assumes that those not yet gone are like the others; the last steps rest on a handful.",
    source:
      "Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (2002); Brookmeyer & Crowley (1982), Biometrics 38",
  },
  {
    key: "restrictedMean",
    name: "Restricted mean",
    question: "How long does a customer stay on average within the first so many days?",
    formula:
      "Area under the Kaplan-Meier curve from 0 to the horizon. Interval: root of the sum over the ends of (area from that end to the horizon) squared x ends / (at risk x (at risk - ends)), normal, kept between 0 and the horizon.",
    example:
      "The same 21 patients stay 23.3 of the first 35 weeks on average, between 17.7 and 28.8.",
    liesWhen:
      "It answers only for the horizon it names: two figures with different horizons are not comparable.",
    source: "Klein & Moeschberger, Survival Analysis (2003), section 4.5",
  },
  {
    key: "logRank",
    name: "Log-rank test",
    question: "Do two or more groups really stay for different lengths of time?",
    formula:
      "At each time with an end, observed ends of a group minus those expected if all groups were alike (ends x at risk in group / at risk in all); chi-square = the summed differences weighed by their hypergeometric covariance, with groups - 1 degrees of freedom. A group that was never at risk together with another is left out of the test.",
    example: "The same trial, treatment against placebo: chi-square 16.79, a real difference.",
    liesWhen: "Curves that cross can differ and yet not be found.",
    source: "Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), JRSS A 135",
  },
  {
    key: "customerSurvival",
    name: "Customer survival",
    question: "Which share of customers is still there so many days after their first paid day?",
    formula:
      "Kaplan-Meier over the days from the first paid day to the day lost; customers not lost are censored at the as-of day, and customers older than the data count only from the age they had when the data begin (delayed entry).",
    example:
      "One customer lost after 40 days, one still there after 90: half are left from day 40 on.",
    liesWhen:
      "Of customers older than the data only the survivors are known; the delayed entry is fair to them, but nobody knows those who had left before.",
    source: "Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice (2002), on delayed entry",
  },
  {
    key: "cohortRetention",
    name: "Cohort retention",
    question:
      "Which share of the customers who began together is still there after so many months?",
    formula:
      "Customers of the cohort not lost by the day so many months after their own first day / customers of the cohort. A cell stands only where every customer of the cohort has reached that age, and only for customers who began within the data. Interval: Wilson.",
    example:
      "Two customers, one lost after 40 days: 100 % after one month, 50 % after three, not reached after twelve.",
    liesWhen: "Small cohorts jump; an empty cell is the future, not a loss.",
    source: "Kaplan & Meier (1958), on those not yet observed; Wilson (1927)",
  },
  {
    key: "cohortTable",
    name: "Cohort table",
    question: "Do the customers of later years stay longer than those of earlier years?",
    formula:
      "Customers are grouped by the month (or quarter, or year) of their first paid day; each group's row has its cohort retention at each age. Cells that are not yet reached are empty, not 0.",
    example:
      "One customer began in January and was lost after 40 days, one began in February: January 100 % after a month and 0 % after two, February 100 % and not yet reached.",
    liesWhen: "Reading down a column compares other times as well as other customers.",
    source: "Kaplan & Meier (1958), on those not yet observed; Wilson (1927)",
  },
  {
    key: "cohortRevenue",
    name: "Cohort revenue",
    question:
      "What do the customers who began together bring in later, against their first period?",
    formula:
      "Customers are grouped by the period of their first paid day; cell k = sum of revenue in the k-th period after the first / sum of revenue in the first, each customer's periods counted from its own first month. Contracts count a twelfth of their yearly value in each month at whose close they run. A cell stands only where every customer of the cohort has been through the period. Interval: ratio estimator with the account as unit.",
    example:
      "Two customers brought 200 in their first month, 50 in the second and 110 in the third: 25 % and 55 %; the fourth is not yet reached.",
    liesWhen:
      "A large first delivery makes every later period look poor; small cohorts jump with one customer.",
    source: "Fader & Hardie, Customer-Base Valuation (2006), on cohorts; Cochran (1977)",
  },
  {
    key: "secondOrderWithin",
    name: "Second order within W days of the first",
    question: "How likely is a newcomer to come back?",
    formula:
      "1 - S(W) of the Kaplan-Meier curve from the first order day to the second; customers whose first order is younger than W are censored, not failures. Interval: Greenwood on log(-log); beta product where everybody or nobody came back.",
    example:
      "Three newcomers, one came back after 30 days, one after 100, one not: 33 % within 90 days.",
    liesWhen:
      "It is about newcomers, not about how loyal the base is; often sold as repurchase rate.",
    source: "Kaplan & Meier (1958), JASA 53; Fay, Brittain & Proschan (2013), Biostatistics 14",
  },
  {
    key: "repurchaseCurve",
    name: "Repurchase curve",
    question:
      "By which day after the first order have half of the first-time buyers ordered again?",
    formula:
      "1 - S of the Kaplan-Meier curve from the first order day to the second; customers without a second order are censored at the as-of day. Interval: Greenwood on log(-log); beta product where everybody has come back.",
    example:
      "Three first-time buyers, one ordered again after 30 days, one after 55, one is 90 days old and has not: half have reordered by day 55.",
    liesWhen:
      "Where the data begin in the middle of a customer's life, its first order on record is not its first.",
    source:
      "Kaplan & Meier (1958), JASA 53; Brookmeyer & Crowley (1982), Biometrics 38; Fay, Brittain & Proschan (2013), Biostatistics 14",
  },
];
