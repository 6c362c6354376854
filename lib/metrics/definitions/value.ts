import type { MeasureDefinition } from "./measure-definition";

export const valueDefinitions: readonly MeasureDefinition[] = [
  {
    key: "marginMultiple",
    name: "Margin multiple",
    question: "How many yearly margins is a customer worth at a constant retention?",
    formula: "Retention / (1 + discount rate - retention), with the first margin in a year.",
    example: "80 % retention at 10 % discount: .8 / .3 = 2.67 yearly margins.",
    liesWhen: "One retention for all understates a base in which the loyal remain.",
    source: "Gupta & Lehmann, Managing Customers as Investments (2005)",
  },
  {
    key: "contractLifetimeValue",
    name: "Contract lifetime value, quick form",
    question: "What is a contract customer's future margin worth today?",
    formula:
      "m r / (1 + d - r), m = yearly margin, r = share renewed, d = discount rate, first margin in a year; paid now, multiply by (1 + d) / r. Interval: the formula at the Wilson limits of r. Where nobody left, r = 1 - 3 / n (rule of three), the value is a lower bound and the upper limit is r = 1.",
    example:
      "Margin 1,000, 80 of 100 renewed, 10 % discount: 2,667. 30 of 30 renewed: at least 1,000 x .9 / .2 = 4,500, at most 10,000.",
    liesWhen:
      "A constant retention understates the base; where nobody left it is a lower bound and nothing more.",
    source:
      "Gupta & Lehmann (2005); Fader & Hardie (2010), Marketing Science 29; Hanley & Lippman-Hand (1983), rule of three",
  },
  {
    key: "orderLifetimeValue",
    name: "Order lifetime value, simple form",
    question: "What is an order customer's future margin worth today?",
    formula:
      "m r / (1 + d - r), m = mean yearly margin of a buyer, r = share of last year's buyers who bought again this year, d = discount rate. It treats all buyers alike and a year's pause as a loss; it is a first figure, not the purchase-process model.",
    example: "Margin 500, half of last year's buyers bought again, 10 % discount: 417.",
    liesWhen:
      "It takes a year's pause for a loss and all buyers for alike; a purchase-process model does better with a hundred customers and more.",
    source: "Gupta & Lehmann (2005); Fader & Hardie (2010)",
  },
  {
    key: "earnedGrowth",
    name: "Earned growth",
    question: "How much of the growth came from customers who stayed, came back or brought others?",
    formula:
      "Net revenue retention + earned new revenue / opening revenue - 1; ratio = earned growth / total growth. New revenue of unknown source makes a range: none of it earned, all of it earned. Interval: ratio estimator with the account as unit, from the range's low end to its high end; Fieller's for the ratio.",
    example:
      "Revenue 100 to 130, net retention 85 %, earned new 25, bought new 20: earned growth 10 %, a third of the growth.",
    liesWhen:
      "The source of a new customer is often what somebody chose in a list; unknown sources make it a range.",
    source:
      "Reichheld, Darnell & Burns (2021), Net Promoter 3.0, Harvard Business Review 99(6); Cochran (1977); Fieller (1954), JRSS B 16",
  },
];
