import type { MeasureDefinition } from "./measure-definition";

export const lifetimeDefinitions: readonly MeasureDefinition[] = [
  {
    key: "customersLifetimeValue",
    name: "Lifetime value over customers",
    question:
      "What is a customer's future margin worth today, when neither the retention nor the margin is known for sure?",
    formula:
      "m r / (1 + d - r), m = mean yearly margin, r = share of last year's customers still there, d = discount rate. Interval: delta method with the customer as unit, so that a doubtful margin counts too. Where nobody left, r = 1 - 3 / n and the value is a lower bound.",
    example:
      "Two customers a year ago with margins of 90 and 110, one still there, 10 % discount: 100 x .5 / .6 = 83.",
    liesWhen:
      "One retention for all understates a base in which the loyal remain; a few very large customers make the mean margin jump.",
    source:
      "Gupta & Lehmann (2005); Cochran, Sampling Techniques (1977), section 6.3; Hanley & Lippman-Hand (1983), rule of three",
  },
  {
    key: "contractModelValue",
    name: "Contract lifetime value by model",
    question:
      "What is a new contract customer's future margin worth today, when those who stay are the ones likely to stay?",
    formula:
      "Yearly margin x sum over renewals k = 1, 2, ... of S(k) / (1 + d) to the power of k, with the shifted beta-geometric S of one cohort; interval by profile likelihood, the margin taken as known. Under three renewal points, or where customers do not differ, the quick form at the share renewed over all points.",
    example:
      "Margin 100, the cohort 1,000, 869, 743 ... 491, 10 % discount: 492, between 464 and 521. After one renewal of 80 of 100 the quick form: 267.",
    liesWhen: "A projection of one cohort; a price change or a new rival is not in it.",
    source: "Fader & Hardie (2007, 2010)",
  },
  {
    key: "contractBaseValue",
    name: "Contract customer base",
    question:
      "What is the future margin of all contract customers of today worth, cohort by cohort?",
    formula:
      "Sum over cohorts of customers still there x yearly margin x residual lifetime after their renewals / (1 + d) to the power of the years to the next renewal, with one shifted beta-geometric over all cohorts; interval by profile likelihood, the margin taken as known. Where that is not identified, customers still there x the quick form at the share renewed over all points.",
    example:
      "Cohorts of 1,000 that kept 593 after four renewals, 653 after three and 743 after two, margin 100, 10 % discount: 936,000 for the 1,989 customers still there (772,000 to 1,076,000).",
    liesWhen:
      "New customers to come are not in it, and a margin that differs from cohort to cohort is averaged.",
    source:
      "Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting",
  },
  {
    key: "contractAccountsValue",
    name: "Contract accounts",
    question:
      "What is the future margin of each contract customer of today worth, and that of all of them?",
    formula:
      "Per account yearly margin x residual lifetime after its renewals / (1 + d) to the power of the years to its next renewal, with the shifted beta-geometric over the renewals seen of all customers; and the sum. Interval of the sum by profile likelihood, the margins taken as known. Where the model is not identified, the quick form at the share renewed over all renewals, for every account the same.",
    example:
      "A new account with a margin of 100 and a year to its first renewal, learnt from High End, 10 % discount: 492. After one renewal that 80 of 100 made, the quick form: 267.",
    liesWhen:
      "The value of one account is a mean over accounts like it, not a forecast of this one. New customers to come, growth and price rises are not in it.",
    source:
      "Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting",
  },
  {
    key: "orderModelValue",
    name: "Order lifetime value by model",
    question: "What is an order customer's margin of the coming years worth today?",
    formula:
      "Sum over the years k of (expected purchases up to year k minus up to year k - 1) x expected spend x margin share / (1 + d) to the power of k - 1/2, a year's orders counted at its middle. Interval: delta method on the logs of the parameters of both fits.",
    example:
      "Two repeat orders of 22.35 each in 39 weeks, three years, 10 % discount, 30 % margin: about 23.",
    liesWhen:
      "Sound for sums over many customers, loose for one; the margin share is held constant.",
    source:
      "Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves; Fader & Hardie (2013)",
  },
  {
    key: "orderBaseValue",
    name: "Order customer base",
    question: "What is the margin of the coming years of all order customers worth today?",
    formula:
      "Sum over customers of their order lifetime value by model; interval by the delta method on the logs of the parameters of both fits, which all customers share.",
    example:
      "The 2,357 buyers above at three years, 10 % discount and 30 % margin: about 44,900, between 37,900 and 53,200.",
    liesWhen:
      "The interval is the doubt of the fits; what next year brings beside it is not in it. Customers to come are not counted.",
    source:
      "Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves; Fader & Hardie (2013)",
  },
];
