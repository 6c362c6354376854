import type { MeasureDefinition } from "./measure-definition";

export const followUpDefinitions: readonly MeasureDefinition[] = [
  {
    key: "hearing",
    name: "Hearing",
    question:
      "Whom have we asked at this account, who answered, and when did we last hear from it?",
    formula:
      "Last heard = the latest confirmed answer, complaint, two-way contact or signed negotiation; silent = not heard for 180 days and two invitations in two waves delivered since; not asked = not heard for 180 days and fewer. A role gap is a role with a contact and no answer in 180 days.",
    example:
      "Last heard 190 days ago, two waves delivered since, no answer: silent. One wave delivered: not asked.",
    liesWhen: "A conversation nobody logged is not seen; opening our mail is no sign.",
    source: "Holdfast's own construct",
  },
  {
    key: "contractValue",
    name: "Contract value",
    question: "What does a contract bring in per year, as agreed on a day?",
    formula:
      "The yearly value of the latest value step on or before the day, if start <= day < end, else 0.",
    example:
      "1,000 from the start, indexed to 1,030 after a year: 1,030 on day 400, 0 on the day it ends.",
    liesWhen: "A value agreed by mail and never entered is missing.",
    source: "Holdfast's own construct",
  },
  {
    key: "decisionDay",
    name: "Decision date",
    question: "Until when can the customer still decide about the next term?",
    formula:
      "With automatic renewal, the next renewal date minus the notice days; without it, the end date. The first such day on or after the as-of day.",
    example: "Renewal date 31 December with 90 days' notice: 2 October.",
    liesWhen:
      "Notice counted in months by the contract differs by a day or two from notice counted in days.",
    source: "Holdfast's own construct",
  },
  {
    key: "renewalSignal",
    name: "Renewal signal",
    question: "What do we know that speaks against the next renewal?",
    formula:
      "Strong rules S1-S6 and weak rules W1-W8, all listed. At risk: any strong or three weak. Watch: one or two weak. On track: none, and a decision-maker heard in 180 days. Cannot say: none, and no decision-maker heard. The manager's call stands beside it; they differ on safe against at risk, or at risk against on track.",
    example: "Account A: S1, S3, S5, W4, W5, W8: at risk. The manager's call is safe: they differ.",
    liesWhen:
      "The rules are plain and not weighted; on track means nothing speaks against it, not that it is sure.",
    source: "Holdfast's own construct",
  },
  {
    key: "lossShare",
    name: "Loss share",
    question: "Which share of a state's revenue is lost within 12 months?",
    formula:
      "(lost + 20 x mean running revenue x assumed share) / (base + 20 x mean running revenue).",
    example:
      "Passive: base 60 m, lost 6.6 m, mean revenue .82 m: (6.6 + 2.46) / (60 + 16.4) = 11.9 %.",
    liesWhen:
      "Below 30 account-years it is mostly the assumption; a state with one large loss looks riskier than it is.",
    source:
      "Efron & Morris, Stein's Paradox in Statistics (1977), shrinkage; Holdfast's own construct",
  },
  {
    key: "lossShares",
    name: "Loss shares by state",
    question: "What has this workspace's own history taught about each state?",
    formula:
      "Per state, over all 12-month spans between closes of months, each a twelfth of an account-year: lost = all of an account that was lost and of the others the fall that is proven (proven K), never negative; base = sum of opening revenue; then the loss share with 20 mean accounts of the assumed share mixed in.",
    example:
      "No history: leaving .35, latent .25, passive .15, not known .15, loyal .05, all marked assumed.",
    liesWhen:
      "It speaks of past years: where there are only one or two of them, or few accounts stood in a state, it is mostly the assumption.",
    source: "Holdfast's own construct",
  },
  {
    key: "revenueAtRisk",
    name: "Revenue at risk",
    question: "What does an account put at stake within 12 months?",
    formula: "What can be lost within 12 months x loss share of its state.",
    example: "Decision within the year on 6.10 m, passive, loss share .15: .92 m.",
    liesWhen: "An expectation over many accounts: a single account is lost wholly or not at all.",
    source: "Holdfast's own construct",
  },
  {
    key: "worklist",
    name: "Worklist",
    question: "Whom should somebody look after now, and what hangs on it?",
    formula:
      "Every active account with a trigger is one line; revenue at risk = what can be lost within 12 months x loss share of its state; groups by when (within 14 days or overdue, within 90 days, later or no date), inside a group by revenue at risk, then name. Silence counts only above the median running revenue.",
    example:
      "2 October: Account A decides in 13 days, .92 m; Account B counts as lost on 24 November, 1.04 m; Account C decides on 31 January, .79 m.",
    liesWhen: "It sees only what is recorded; an account on no list may still be leaving.",
    source: "Holdfast's own construct",
  },
  {
    key: "engagementIndex",
    name: "Engagement index",
    question: "How much does the customer take part?",
    formula:
      "Each component c = measure / full mark, cut at 1; index = 100 x sum of weight x c / sum of weights, over the components that are present.",
    example:
      "Roles 2 of 3, 3 of 6 answered, 2 comments, 1 meeting, choice not recorded: (25 x .667 + 20 x .833 + 15 x .667 + 25 x .333) / 85 = 61, with 85 % of the weight present.",
    liesWhen:
      "Weights are a convention until they are validated against later churn; taking part is not loyalty.",
    source: "Holdfast's own construct",
  },
  {
    key: "meanEngagement",
    name: "Mean engagement",
    question: "How much do the customers of a group take part?",
    formula:
      "Mean of the indexes of the accounts that have one; interval: bootstrap over accounts.",
    example: "Indexes 40 and 80, a third account without one: 60, over 2 of 3 accounts.",
    liesWhen:
      "Accounts without an index are left out, and they are often the ones nobody speaks with.",
    source: "Efron & Tibshirani, An Introduction to the Bootstrap (1993); Holdfast's own construct",
  },
];
