import type { MeasureDefinition } from "./measure-definition";

export const behaviourDefinitions: readonly MeasureDefinition[] = [
  {
    key: "repurchaseRate",
    name: "Repurchase rate",
    question: "Which share of the year's buyers bought more than once in it?",
    formula:
      "Customers with two or more order dates in the period / customers with at least one. Interval: Wilson.",
    example: "Two buyers in the year, one of them on two dates: 50 %.",
    liesWhen: "It grows with the length of the period and falls when many first-time buyers join.",
    source: "Wilson (1927); Holdfast's own construct",
  },
  {
    key: "boughtAgainWhenExpected",
    name: "Bought again when expected",
    question: "Which share of the accounts that were due ordered in time?",
    formula:
      "Of the accounts whose late line, as it stood the day before the period began, falls inside the period, the share that ordered after that day and not after the line. Interval: Wilson.",
    example: "Two accounts were due in the quarter, one ordered before its late line: 50 %.",
    liesWhen: "Accounts without a rhythm, usually the newest, are not in it.",
    source: "Holdfast's own construct",
  },
  {
    key: "upsellRatio",
    name: "Upsell ratio",
    question: "How many customers use more than one product type, per customer who uses only one?",
    formula:
      "Customers with more than one product type active at the snapshot : customers with exactly one; beside it the share multiple / (multiple + single). Interval: Wilson on the share, its odds as limits of the ratio.",
    example:
      "Two customers with one type, two with more, one with none: 1.0, or 50 % of those with any.",
    liesWhen: "It depends on how finely product types are cut; compare only under one cut.",
    source: "Wilson (1927); Holdfast's own construct",
  },
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
    key: "revenueRetention",
    name: "Revenue retention",
    question: "How much of the opening revenue is still there, without and with growth?",
    formula:
      "Over the accounts with revenue at the start, gross = sum of the smaller of opening and closing / sum of opening; net = sum of closing / sum of opening. New and won-back accounts are in neither. Interval: ratio estimator with the account as unit.",
    example:
      "1,000 at the start, 60 contracted, 90 lost, 180 expanded, 500 new: gross 85 %, net 103 %.",
    liesWhen:
      "Point to point: a dip inside the year that came back is not seen. One account's expansion can hide many losses in net.",
    source: "Cochran, Sampling Techniques (1977), for the interval; Holdfast's own construct",
  },
  {
    key: "shareOfWallet",
    name: "Share of wallet",
    question: "How much of what customers spend on our categories do they spend with us?",
    formula:
      "Sum of own spend / sum of category spend, over the accounts whose wallet is known. Interval: ratio estimator with the account as unit.",
    example: "30 of 100 and 20 of 100: 25 %.",
    liesWhen:
      "Known for few accounts and typed by interested people; never the mean of the accounts' shares.",
    source: "Keiningham et al. (2011), Harvard Business Review 89(10); Cochran (1977)",
  },
  {
    key: "walletAllocation",
    name: "Wallet allocation",
    question: "Which share of wallet does a supplier's rank suggest where spend is not known?",
    formula: "(1 - rank / (suppliers + 1)) x 2 / suppliers; ties take the mean rank.",
    example: "First of two suppliers: 67 %. Second of three: 33 %.",
    liesWhen: "A rule of thumb from ranks, built on consumers; never mixed with asked wallets.",
    source: "Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough",
  },
  {
    key: "salesPerCustomer",
    name: "Sales per customer",
    question: "What does a customer bring in?",
    formula:
      "Mean and median of the customers' revenue in the period. Interval: bootstrap over customers.",
    example: "100, 200 and 900: mean 400, median 200.",
    liesWhen: "The mean follows the largest customer; read the median with it.",
    source: "Efron & Tibshirani (1993)",
  },
  {
    key: "spendPerTransaction",
    name: "Spend per transaction",
    question: "What is one order worth?",
    formula:
      "Mean and median of the order amounts. Interval: bootstrap over customers, whole customers with all their orders, because one customer's orders resemble each other.",
    example: "Three orders of 100 and one of 500: mean 200, median 100.",
    liesWhen:
      "A customer with many small orders pulls it down; split orders lower it without any change in business.",
    source: "Efron & Tibshirani (1993); Kish, Survey Sampling (1965), on clusters",
  },
  {
    key: "ordersPerCustomer",
    name: "Orders per customer",
    question: "How often does a customer who buys, buy?",
    formula:
      "Mean and median of the number of orders per customer with at least one. Interval: bootstrap over customers.",
    example: "Three orders and one order: mean 2.",
    liesWhen: "Only customers who bought are in it.",
    source: "Efron & Tibshirani (1993)",
  },
  {
    key: "discountShare",
    name: "Bought on discount",
    question: "Which share of what was bought was bought below list?",
    formula:
      "Sum of the list value of discounted lines / sum of the list value of all lines. Interval: ratio estimator with the account as unit.",
    example: "40 of 100 and 0 of 100 bought below list: 20 %.",
    liesWhen: "Where the list price is never charged, everything is a discount.",
    source: "Cochran, Sampling Techniques (1977)",
  },
  {
    key: "negotiationDepth",
    name: "Negotiation depth",
    question: "How far below list were the renewals signed?",
    formula:
      "1 - sum of signed / sum of list, over signed renewals; a price rise is negative. Interval: ratio estimator with the account as unit. Lost renewals have no depth.",
    example: "90 of 100 and 310 of 300: 1 - 400 / 400 = 0; one discount and one price rise.",
    liesWhen: "Only signed renewals are in it; the hardest negotiations are among the lost.",
    source: "Cochran, Sampling Techniques (1977)",
  },
  {
    key: "complaintRate",
    name: "Complaint rate",
    question: "How many complaints come per 100 orders, or per 100 account-months?",
    formula:
      "100 x sum of complaints / sum of exposure. Interval: ratio estimator with the account as unit, because one angry account complains often; exact Poisson where no account complained or there is only one account.",
    example: "One complaint on 200 orders: .5 per 100. None on 100: at most 3.7.",
    liesWhen: "Customers who have given up do not complain: a falling rate can be silence.",
    source: "Garwood (1936), Biometrika 28; Cochran (1977)",
  },
  {
    key: "rhythmCheck",
    name: "Rhythm check",
    question: "How often would the late line have been a false alarm on this workspace's own past?",
    formula:
      "Every gap between two order days that had at least 3 gaps before it is held against the line as it stood at its start; late = share of gaps longer than L, plain = longer than 2 E, lost = 2 L or longer (never before 60 days). Interval: Wilson.",
    example:
      "Five gaps of 30, 30, 30, 30 and 65 days: two could be judged, one passed its line of 60: 50 %.",
    liesWhen:
      "It knows only gaps that ended in an order: an account that never came back is in no gap.",
    source: "Holdfast's own construct; Wilson (1927)",
  },
];
