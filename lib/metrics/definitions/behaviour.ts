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
    example: "Three orders, one order and none: mean 2 over the two who bought.",
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
    key: "afterDiscount",
    name: "After a discount",
    question:
      "Do customers won with a discount buy again, and bring margin, as those who paid the full price?",
    formula:
      "Two groups by whether a customer's first purchase of the period was on discount. Repurchase = 1 - S(W), Kaplan-Meier from that purchase to the next, younger customers censored; margin = mean margin in the W days after it, over customers followed for W days, 0 for those who did not return. Difference = discounted minus full price: for repurchase with limits from both curves (squares added), real where the log-rank test within the W days says so; for margin Welch. Below 10 customers on a side nothing is called real.",
    example:
      "Of 20 customers won with a discount 5 bought again within 90 days, of 20 at full price 12: 25 % against 60 %, 35 points fewer (between 3 and 60), log-rank p .03: a real difference.",
    liesWhen:
      "Association, not effect: who waits for a discount is another kind of customer. Only a discount given by lot would tell.",
    source:
      "Kaplan & Meier (1958); Mantel (1966); Zou & Donner (2008), Statistics in Medicine 27, on limits of a difference; Welch (1947)",
  },
  {
    key: "negotiationDepth",
    name: "Negotiation depth",
    question: "How far below list were the renewals signed?",
    formula:
      "1 - sum of signed / sum of list, over signed renewals; beside it the median of 1 - signed / list. A price rise is negative. Lost renewals have no depth. Interval: bootstrap over accounts.",
    example:
      "90 of 100 and 310 of 300: 1 - 400 / 400 = 0 by value; one discount of 10 % and one price rise of 3 %, so that the one in the middle is 3 %.",
    liesWhen: "Only signed renewals are in it; the hardest negotiations are among the lost.",
    source: "Efron & Tibshirani (1993); Cochran, Sampling Techniques (1977), on ratios of sums",
  },
  {
    key: "negotiationDays",
    name: "Negotiation days",
    question: "How long does a renewal stay open?",
    formula:
      "Kaplan-Meier over the days from the first talk to signature or refusal; negotiations still open are censored, not short. Interval: Greenwood on log(-log S); the median's limits are the days at which those of the curve reach one half.",
    example: "Signed after 20 days, refused after 30, one open for 60: half were closed by day 30.",
    liesWhen:
      "A negotiation that nobody recorded as closed stays open for ever and draws the curve up.",
    source: "Kaplan & Meier (1958), JASA 53; Brookmeyer & Crowley (1982), Biometrics 38",
  },
  {
    key: "lateDeliveries",
    name: "Late deliveries",
    question: "Which share of what we promised came after the promised day, and how late?",
    formula:
      "Deliveries after the promised day / deliveries that came or whose promised day is over; one that is still out counts as late once its day is over. Days late: Kaplan-Meier median over the late ones, those still out censored. Interval: ratio estimator with the account as unit, never narrower than Wilson; Greenwood for the median.",
    example:
      "Two deliveries promised for day 10, one came on day 12, one on day 9: 50 % late, by two days.",
    liesWhen:
      "A promised day that was moved without the customer's word makes a late delivery look punctual.",
    source: "Cochran, Sampling Techniques (1977); Kaplan & Meier (1958), JASA 53",
  },
  {
    key: "complaintRate",
    name: "Complaint rate",
    question: "How many complaints come per 100 orders, or per 100 account-months?",
    formula:
      "100 x sum of complaints / sum of exposure. Interval: the wider of two, ratio estimator with the account as unit, because one angry account complains often, and exact Poisson, because a few complaints are chance even where they are spread evenly.",
    example: "One complaint on 200 orders: .5 per 100. None on 100: at most 3.7.",
    liesWhen: "Customers who have given up do not complain: a falling rate can be silence.",
    source: "Garwood (1936), Biometrika 28; Cochran (1977)",
  },
];
