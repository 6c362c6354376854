import type { MeasureDefinition } from "./measure-definition";

export const predictionDefinitions: readonly MeasureDefinition[] = [
  {
    key: "upliftPotential",
    name: "Potential",
    question:
      "What would it be worth if less loyal accounts were like loyal accounts of their kind?",
    formula:
      "Sum over the strata of (less loyal accounts x (mean amount of the loyal minus mean amount of the less loyal)), times the stated share that could be won over. Interval: bootstrap over accounts.",
    example:
      "One large loyal account brings 300, one less loyal 200, a fifth could be won over: 20.",
    liesWhen:
      "Association, not effect: loyal accounts may bring more because they are better off. Without strata it can mislead by half.",
    source: "Cochran (1968), Biometrics 24, on stratified comparison; Efron & Tibshirani (1993)",
  },
  {
    key: "proofOfPrediction",
    name: "Proof of prediction",
    question: "Did accounts with a better score a year ago really stay more often?",
    formula:
      "Retained share at +12 months per band of the earlier score, with Wilson intervals; trend by Cochran-Armitage: (sum of (band - mean band) x (retained - share retained))² / (share x (1 - share) x sum of squared band distances). It predicts where p is under .05 and the trend rises.",
    example:
      "One account in the low band was lost, one in the high band stayed: trend 2, p .16, no proof.",
    liesWhen:
      "Saving the unhappy makes a good score look useless: split by whether somebody acted on it.",
    source: "Armitage (1955), Biometrics 11; Cochran (1954), Biometrics 10; Wilson (1927)",
  },
  {
    key: "concordance",
    name: "Concordance (AUC)",
    question: "How often does a score rank a retained account above a lost one?",
    formula:
      "Over all pairs of one retained and one lost account, the share in which the retained one had the higher score; ties count half.",
    example: "Scores .7 retained, .3 lost, .7 lost: one pair right, one tied: .75.",
    liesWhen: "It says how well a score ranks, not whether its level is right.",
    source: "Hanley & McNeil (1982), Radiology 143, area and standard error",
  },
];
