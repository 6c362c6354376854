import type { MeasureDefinition } from "./measure-definition";

export const modelsDefinitions: readonly MeasureDefinition[] = [
  {
    key: "fitShiftedBetaGeometric",
    name: "Shifted beta-geometric",
    question:
      "How does a group of contract customers thin out, when some were always likelier to leave than others?",
    formula:
      "Each customer leaves at a renewal with an own constant chance, spread over customers as a beta(a, b); S(t) = B(a, b + t) / B(a, b); a and b maximise the likelihood of the counts.",
    example:
      "1,000 customers, after seven renewals 869, 743, 653, 593, 551, 517, 491: a .668 (.493 to .906), b 3.806 (2.540 to 5.704).",
    liesWhen:
      "One start date per group: mixed ages in one row of counts bend the curve. It knows no season, price or event. Where churn rises from renewal to renewal it is the wrong model and says so.",
    source:
      "Fader & Hardie (2007), Journal of Interactive Marketing 21, How to Project Customer Retention",
  },
  {
    key: "fitCohortsBetaGeometric",
    name: "Shifted beta-geometric over cohorts",
    question: "How do groups that began at different times thin out, taken together?",
    formula:
      "The counts of all cohorts laid upon each other by the number of renewals; one a and one b maximise the likelihood of them all.",
    example:
      "Five yearly cohorts of 10,000, the oldest 8,000, 6,480, 5,307 and 4,391 after each renewal, the younger cut short: a 3.80, b 15.19.",
    liesWhen:
      "It takes all cohorts for alike: newcomers of another kind than the old customers are averaged away.",
    source: "Fader & Hardie (2007), Fitting the sBG Model to Multi-Cohort Data",
  },
  {
    key: "fitRenewalsBetaGeometric",
    name: "Shifted beta-geometric over renewals seen",
    question: "How do customers thin out, when many of them were there before anybody counted?",
    formula:
      "Per renewal, the first one first, how many of those seen to be up for it left and how many stayed; one a and one b maximise the likelihood. A customer older than the data counts from its first renewal under our eyes on (delayed entry).",
    example:
      "High End again, as seven rows of 869 and 131, 743 and 126 and so on: a .668, b 3.806, as from the counts.",
    liesWhen:
      "It takes a renewal a year; contracts of several years let some renewals pass in which nobody could leave.",
    source: "Fader & Hardie (2007), appendix; Kalbfleisch & Prentice (2002), on delayed entry",
  },
  {
    key: "shiftedBetaGeometricLogLikelihood",
    name: "Log-likelihood of the shifted beta-geometric",
    question: "How well do two parameters explain the counts?",
    formula:
      "Sum over renewals t of customers lost x ln(a / (a + b + t - 1)) + customers kept x ln((b + t - 1) / (a + b + t - 1)).",
    example: "At (1, 1) the seven renewals above give -2115.546, at the best point -1611.158.",
    liesWhen: "Only to be compared between parameters on the same counts.",
    source: "Fader & Hardie (2007), appendix",
  },
  {
    key: "shiftedBetaGeometricSurvival",
    name: "Projected survival",
    question: "Which share of the group is still there after so many renewals?",
    formula: "S(t) = B(a, b + t) / B(a, b).",
    example: "The group above after 12 renewals: 37.8 %.",
    liesWhen:
      "A projection from a smooth curve; the further out, the more it is the model speaking.",
    source: "Fader & Hardie (2007)",
  },
  {
    key: "shiftedBetaGeometricRetention",
    name: "Projected retention",
    question: "Which share of those up for their t-th renewal will renew?",
    formula:
      "r(t) = (b + t - 1) / (a + b + t - 1); it rises with t, because the likely leavers leave first.",
    example: "The group above: 85.1 % at the first renewal, 94.2 % at the eighth.",
    liesWhen: "It rises because the likely leavers go first, not because anybody grows more loyal.",
    source: "Fader & Hardie (2007)",
  },
  {
    key: "retentionCurve",
    name: "Retention curve",
    question: "Which share renews at each coming renewal, and which share is left after it?",
    formula:
      "r(t) = (b + t - 1) / (a + b + t - 1) and S(t) = r(1) x ... x r(t); intervals by profile likelihood.",
    example: "The group above keeps 85.1, 74.7 and 67.0 % after its first three renewals.",
    liesWhen:
      "The interval is the doubt of a and b, not that the next years may differ from the last.",
    source: "Fader & Hardie (2007)",
  },
  {
    key: "projectedFigure",
    name: "Projected figure",
    question:
      "Between which values does a figure lie that follows from the shifted beta-geometric?",
    formula:
      "The smallest and the largest value of the figure over all a and b whose log-likelihood is at most 1.92 below the highest (profile likelihood).",
    example: "Survival of the group above after 12 renewals: 37.8 %, between 34.0 and 41.6 %.",
    liesWhen: "The interval holds if the model does; a bent curve is not in it.",
    source: "Venzon & Moolgavkar (1988), Applied Statistics 37; Fader & Hardie (2007)",
  },
  {
    key: "residualLifetime",
    name: "Discounted expected residual lifetime",
    question:
      "How many yearly margins are still to come from a contract customer who has renewed so many times?",
    formula:
      "Sum over the coming renewals k = 1, 2, ... of S(renewals + k) / S(renewals) / (1 + d) to the power of k - 1, so that the next renewal's margin counts in full.",
    example:
      "The group above at 10 % discount, nothing renewed yet: 5.4 yearly margins, between 5.1 and 5.7.",
    liesWhen: "The margin is held constant and a price change is not in it.",
    source:
      "Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting",
  },
  {
    key: "fitBgNbd",
    name: "BG/NBD",
    question:
      "How often will order customers buy, when each has an own pace and may stop after any order?",
    formula:
      "Orders at a constant own pace, spread over customers as gamma(r, alpha); after each order the customer stops with an own chance, spread as beta(a, b); the four maximise the likelihood.",
    example:
      "2,357 music buyers over 39 weeks: r .243, alpha 4.414, a .793, b 2.426, with standard errors .013, .378, .186 and .705; log-likelihood -9582.429.",
    liesWhen:
      "It assumes random timing; business customers order regularly, so it serves sums, not single accounts.",
    source:
      "Fader, Hardie & Lee (2005), Marketing Science 24, Counting Your Customers the Easy Way",
  },
  {
    key: "bgNbdLogLikelihood",
    name: "Log-likelihood of the BG/NBD",
    question: "How well do four parameters explain the orders?",
    formula:
      "Per customer ln of B(a, b + x) / B(a, b) x G(r + x) alpha^r / G(r) / (alpha + T)^(r + x), plus the share that stopped after the last order; G is the gamma function.",
    example: "A customer without a repeat order in 38.86 weeks, at the parameters above: -.555.",
    liesWhen: "Only to be compared between parameters on the same customers.",
    source: "Fader, Hardie & Lee (2005)",
  },
  {
    key: "expectedPurchases",
    name: "Expected purchases",
    question: "How many repeat orders will a new customer, or one known so well, place?",
    formula:
      "New: (a + b - 1) / (a - 1) x (1 - (alpha / (alpha + t))^r x 2F1(r, b; a + b - 1; t / (alpha + t))); known: the same with the customer's orders added to r and b and its age to alpha, times its probability of being alive.",
    example: "Two repeat orders, the last after 30.43 of 38.86 weeks: 1.226 in the next 39 weeks.",
    liesWhen: "Sound for sums over many customers, loose for one.",
    source: "Fader, Hardie & Lee (2005), equations 9 and 10",
  },
  {
    key: "probabilityAlive",
    name: "Probability alive",
    question: "How likely has a customer not stopped, if the model's random timing held?",
    formula:
      "1 / (1 + a / (b + x - 1) x ((alpha + T) / (alpha + last))^(r + x)); 1 without a repeat order.",
    example: "The same customer: .73.",
    liesWhen:
      "Never shown for one account: a regular buyer who is late looks alive to it, and own rhythm knows better.",
    source: "Fader, Hardie & Lee (2005); Batislam, Denizel & Filiztekin (2007)",
  },
  {
    key: "fitGammaGamma",
    name: "Gamma-Gamma",
    question:
      "What does a customer spend per order, when few orders say little about one customer?",
    formula:
      "Order amounts vary as a gamma(p, v) around a customer's own mean, v spread over customers as gamma(q, gamma); the three maximise the likelihood; mean spend = p gamma / (q - 1).",
    example:
      "946 repeat buyers of the same: p 6.25, q 3.74, gamma 15.44, mean spend 35.17 (33.41 to 37.03).",
    liesWhen: "It assumes that how often and how much are unrelated.",
    source: "Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value",
  },
  {
    key: "expectedSpend",
    name: "Expected spend",
    question: "What will this customer spend per order, given the orders seen?",
    formula:
      "p (gamma + x m) / (p x + q - 1): the customer's own mean, drawn towards the mean of all.",
    example: "Without orders of one's own the mean of all: 35.22 at the rounded parameters.",
    liesWhen: "Rounded parameters move the mean: fit, do not round.",
    source: "Fader & Hardie (2013), equation 5",
  },
  {
    key: "fitParetoNbd",
    name: "Pareto/NBD",
    question:
      "How often will order customers buy, when each may stop at any moment and not only after an order?",
    formula:
      "Orders at a constant own pace, spread over customers as gamma(r, alpha); an own constant chance of stopping at any moment, spread as gamma(s, beta); the four maximise the likelihood.",
    example:
      "The same 2,357 buyers: r .553, alpha 10.578, s .606, beta 11.669; log-likelihood -9595.0.",
    liesWhen: "Slower and no better than BG/NBD on most data; the same random timing is assumed.",
    source:
      "Schmittlein, Morrison & Colombo (1987), Management Science 33; Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model",
  },
  {
    key: "paretoNbdLogLikelihood",
    name: "Log-likelihood of the Pareto/NBD",
    question: "How well do four parameters explain the orders?",
    formula:
      "Per customer ln of G(r + x) alpha^r beta^s / G(r) x (1 / ((alpha + T)^(r + x) (beta + T)^s) + s x integral from the last order to T of dt / ((alpha + t)^(r + x) (beta + t)^(s + 1))); G is the gamma function.",
    example: "A customer without a repeat order in 38.86 weeks, at the parameters above: -.521.",
    liesWhen: "Only to be compared between parameters on the same customers.",
    source: "Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model",
  },
  {
    key: "paretoNbdExpectedPurchases",
    name: "Expected purchases by Pareto/NBD",
    question: "How many repeat orders will a new customer, or one known so well, place?",
    formula:
      "New: r beta / (alpha (s - 1)) x (1 - (beta / (beta + t))^(s - 1)); known: the same with the customer's orders added to r and its age to alpha and beta, times its probability of being alive.",
    example:
      "A new customer places 1.21 repeat orders in 39 weeks; one with two orders, the last after 30.43 of 38.86 weeks, 1.46.",
    liesWhen: "Sound for sums over many customers, loose for one.",
    source:
      "Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model",
  },
  {
    key: "paretoNbdProbabilityAlive",
    name: "Probability alive by Pareto/NBD",
    question: "How likely has a customer not stopped, if the model's random timing held?",
    formula:
      "The likelihood of the orders if the customer is there still / the same plus that of stopping at any moment since the last order.",
    example: "The same customer: .87.",
    liesWhen: "Never shown for one account: own rhythm knows better.",
    source:
      "Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model",
  },
];
