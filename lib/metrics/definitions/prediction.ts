import type { MeasureDefinition } from "./measure-definition";

export const predictionDefinitions: readonly MeasureDefinition[] = [
  {
    key: "proofOfPrediction",
    name: "Proof of prediction",
    question: "Did accounts with a better score a year ago really stay more often?",
    formula:
      "Retained share at +12 months per band of the earlier score, with Wilson intervals. It predicts where the trend over the bands (Cochran-Armitage) is real and rises, predicts the opposite where it falls; does not predict where there is no trend and the concordance is surely below .70; else, and below 10 lost or 10 retained accounts, too few to say. The same for accounts somebody acted on and for those left alone; a log-rank test over the bands where all times are known.",
    example:
      "Four studies with 83 of 86, 90 of 93, 129 of 136 and 70 of 82: trend 8.22, p .004, falling; with 25 lost accounts enough to say so.",
    liesWhen:
      "Saving the unhappy makes a good score look useless: read the accounts left alone first. One year may not be like the next; and bands chosen after a look at the outcome prove nothing.",
    source:
      "Cochran (1954), Biometrics 10; Armitage (1955), Biometrics 11; Wilson (1927); Hosmer, Lemeshow & Sturdivant, Applied Logistic Regression (2013), section 5.2, on the .70",
  },
  {
    key: "raceOfMeasures",
    name: "Race of measures",
    question: "Which of our scores foretells best who stays?",
    formula:
      "Every measure's own proof of prediction, verdicts at a 5 % rate of false findings over all measures that can be tried (Benjamini-Hochberg). Ranking by concordance on the accounts that have every measure; the leader minus another +/- 1.96 x root of (both variances minus twice their covariance).",
    example:
      "NPS 9 stayed, NPS 4 left, CSat 3 both times: NPS leads, CSat has nothing to tell them apart by.",
    liesWhen:
      "The leader was chosen by the same accounts, which flatters it a little; and a measure known only of those who answer does not race on those who never do.",
    source: "DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; Benjamini & Hochberg (1995)",
  },
  {
    key: "retentionJump",
    name: "Retention jump",
    question: "At which answer does retention jump?",
    formula:
      "Retained share per answer (Wilson). Best cut: of all cuts with at least 10 accounts on both sides the one with the largest n below x n from it on x gap squared, the gap being share from it on minus share below. Because the best of many cuts flatters, its interval holds for all cuts at once: gap +/- c x standard error, c the 95 % quantile over samples drawn with replacement of the largest |gap of the sample minus gap| / its standard error, at least 1.96; both shares in the error with one retained and one lost account added. Real where it leaves 0 out.",
    example:
      "Half of 120 accounts that answered 6 to 8 stayed, nine of ten of 80 that answered 9 or 10: the jump is at 9, by 40 points, and more than nine in ten draws choose it.",
    liesWhen:
      "Retention may rise evenly; then there is a best cut nevertheless, and the draws scatter: look at the shares per answer.",
    source:
      "Miller & Siegmund (1982), Biometrics 38, on cuts chosen by the data; Montiel Olea & Plagborg-Møller (2019), Journal of Applied Econometrics 34, on the joint interval; Agresti & Caffo (2000)",
  },
  {
    key: "predictiveValidity",
    name: "Predictive validity",
    question: "How well does a score of then tell who is still a customer now?",
    formula:
      "Concordance of score and outcome; Brier score with its reference; calibration by band. A score that is no probability is read as one: for the Brier score as the retained share of the other accounts of its band (of all others where it is alone; the reference: of all others), for the bands by a logistic line through all accounts, whose slope is given.",
    example:
      "Damage to the O-rings of 23 shuttles: the log odds fall by .23 per degree Fahrenheit, with a standard error of .11.",
    liesWhen:
      "Validated on the accounts at hand; a score tuned on the same outcomes looks better than it will be.",
    source:
      "DeLong et al. (1988), Biometrics 44; Brier (1950), Monthly Weather Review 78; Cox (1958), Biometrika 45",
  },
  {
    key: "concordance",
    name: "Concordance (AUC)",
    question: "How often does a score rank a retained account above a lost one?",
    formula:
      "Over all pairs of one retained and one lost account, the share in which the retained one had the higher score; ties count half. Interval: area +/- 1.96 x root of (variance of the retained accounts' own shares / retained + variance of the lost ones' own shares / lost), inside 0..1. Where nothing varies, as in a perfect split, or with one account of a kind: the areas whose Hanley-McNeil error reaches the figure.",
    example: "Scores .7 retained, .3 lost, .7 lost: one pair right, one tied: .75.",
    liesWhen: "It says how well a score ranks, not whether its level is right.",
    source:
      "DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; Hanley & McNeil (1982), Radiology 143; Newcombe (2006), Statistics in Medicine 25, method 5",
  },
  {
    key: "calibration",
    name: "Calibration",
    question: "Where a chance of 90 % was predicted, did nine of ten stay?",
    formula:
      "Per band of the predicted chance its mean beside the retained share (Wilson). Over all, expected / observed losses, interval exp(ln of it +/- 1.96 x root of ((1 - lost share) / losses)); slope of a logistic line through the outcomes on the predicted log odds.",
    example:
      "Chances of .9 for 100 accounts and of .7 for 100: 40 losses expected, 70 happened: ratio .57, between .47 and .69: too rosy.",
    liesWhen:
      "Rightly predicting the same share for everybody is calibrated and useless: look at the concordance too.",
    source:
      "Cox (1958), Biometrika 45; Debray et al. (2017), BMJ 356, on the ratio's error; Wilson (1927)",
  },
  {
    key: "brierScore",
    name: "Brier score",
    question: "How far are predicted chances from what then happened?",
    formula:
      "Mean of (predicted chance minus 1 where retained, 0 where lost) squared. Reference: retained share x lost share, the score of predicting that share for everybody; skill = 1 minus score / reference. Interval: Student's t on the squares.",
    example:
      "Chances .9, .8, .3 and .1, the first two stayed: .0375 against .25 for knowing only the share; skill .85.",
    liesWhen:
      "Where few are lost every prediction of staying scores well: look at the skill, not at the score.",
    source:
      "Brier (1950), Monthly Weather Review 78; Murphy (1973), Journal of Applied Meteorology 12",
  },
  {
    key: "callsAndSignals",
    name: "Calls, signals, outcomes",
    question: "Who was right, the manager's call or the signal?",
    formula:
      "Retained share (Wilson) per call, per signal and per pair of both. They differ on safe against at risk and on at risk against on track; the call was right where the account called safe stayed or the one called at risk left, else the signal was. Concordance of both on the accounts where both said something.",
    example:
      "Called safe against a signal at risk 8 times, of which 3 stayed; called at risk against on track 3 times, of which 1 left: the call was right in 4 of 11.",
    liesWhen:
      "A manager who calls an account at risk and then saves it looks wrong, and so does a signal that was acted on. For the workspace, never per person.",
    source:
      "Wilson (1927); DeLong et al. (1988); Meehl, Clinical versus Statistical Prediction (1954), on the question",
  },
  {
    key: "upliftPotential",
    name: "Potential",
    question:
      "What would it be worth if less loyal accounts were like loyal accounts of their kind?",
    formula:
      "Sum over the strata of (less loyal accounts x (mean amount of the loyal minus mean amount of the less loyal)), times the stated share that could be won over. Strata are size and region; regions of a size that are too small to compare are put together. A stratum with fewer than 5 loyal accounts is named and left out. Range: both kinds of every stratum drawn again with replacement, one account fewer than it has. Beside it the same figure with all accounts in one stratum.",
    example:
      "Five large loyal accounts bring 300 on average, one less loyal large account 200, a fifth could be won over: 20.",
    liesWhen:
      "Association, not effect: loyal accounts may bring more because they are better off, and winning one over need not change what it buys. Without strata it can mislead by half; strata left out make it too small.",
    source:
      "Cochran (1968), Biometrics 24, on stratified comparison; Rao & Wu (1988), JASA 83, on the draws",
  },
];
