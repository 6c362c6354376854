export * from "./answers/customer-satisfaction";
export * from "./answers/net-promoter-account-difference";
export {
  type AccountScores,
  type ClusteredNetPromoterScore,
  npsByAccount,
  npsByRevenue,
} from "./answers/net-promoter-by-account";
export {
  netPromoterDifference,
  pairedNetPromoterDifference,
} from "./answers/net-promoter-difference";
export * from "./answers/net-promoter-four-ways";
export { type NetPromoterScore, netPromoterScore } from "./answers/net-promoter-score";
export * from "./answers/response-rate";
export * from "./buying/after-discount";
export * from "./buying/bought-again-when-expected";
export { complaintRate } from "./buying/complaint-rate";
export * from "./buying/discount-share";
export * from "./buying/late-deliveries";
export * from "./buying/product-type-matrix";
export * from "./buying/renewal-negotiation";
export {
  type RepurchaseCurve,
  type RepurchasePoint,
  repurchaseCurve,
} from "./buying/repurchase-curve";
export * from "./buying/repurchase-rate";
export * from "./buying/rhythm-check";
export * from "./buying/sales-per-customer";
export { secondOrderWithin } from "./buying/second-order-within";
export * from "./buying/share-of-wallet";
export * from "./buying/upsell-ratio";
export * from "./buying/wallet-allocation";
export * from "./buying/white-space";
export { firstDayOfMonth, lastWholeMonth, monthOfDay, shiftMonths } from "./core/calendar";
export * from "./core/constant-currency";
export * from "./core/few-answers";
export { type Bounds, boundsOfSilence } from "./core/finite-population";
export { median, medianOfSorted } from "./core/order-statistics";
export { daysWithin, isActiveAt, type Period } from "./core/period";
export type { NoFigureReason } from "./core/reasons";
export type { Estimate, Interval } from "./core/result";
export { shareOf } from "./core/share";
export { type MeasureDefinition, measureDefinitions } from "./definitions/measure-definitions";
export * from "./drivers/driver-importance";
export type * from "./drivers/driver-types";
export * from "./drivers/ladder-advice";
export * from "./drivers/relative-weights";
export * from "./drivers/shapley-importance";
export {
  type BgNbd,
  type BgNbdParameters,
  bgNbdLogLikelihood,
  fitBgNbd,
} from "./lifetime/bg-nbd";
export * from "./lifetime/contract-accounts-value";
export * from "./lifetime/contract-model-value";
export {
  contractLifetimeValue,
  type FirstMargin,
  type LifetimeInput,
  type LifetimeValue,
  marginMultiple,
  orderLifetimeValue,
} from "./lifetime/customer-lifetime-value";
export * from "./lifetime/customers-lifetime-value";
export { expectedPurchases } from "./lifetime/expected-purchases";
export type { FitTrouble, Fitted, Unfitted } from "./lifetime/fit";
export {
  expectedSpend,
  fitGammaGamma,
  type GammaGamma,
  type GammaGammaParameters,
  type SpendRow,
} from "./lifetime/gamma-gamma";
export * from "./lifetime/order-model-value";
export {
  fitParetoNbd,
  type ParetoNbd,
  type ParetoNbdParameters,
  paretoNbdLogLikelihood,
} from "./lifetime/pareto-nbd";
export * from "./lifetime/pareto-nbd-expectations";
export { probabilityAlive } from "./lifetime/probability-alive";
export {
  type BetaGeometricParameters,
  residualLifetime,
  shiftedBetaGeometricRetention,
  shiftedBetaGeometricSurvival,
} from "./lifetime/projected-survival";
export type { PurchaseRow } from "./lifetime/purchase-rows";
export * from "./lifetime/retention-curve";
export * from "./lifetime/shifted-beta-geometric";
export { accountActivity } from "./loyalty/account-activity";
export { accountAttitude } from "./loyalty/account-attitude";
export { type AccountStanding, accountStanding } from "./loyalty/account-standing";
export { assessAccount } from "./loyalty/assess-account";
export type * from "./loyalty/assessment-types";
export { pointsOf } from "./loyalty/attitude-points";
export { type BehaviourInput, behaviourScore } from "./loyalty/behaviour-score";
export { contractValue, decisionDay } from "./loyalty/contract-terms";
export {
  alternativeAnswer,
  npsAnswer,
  satisfactionAnswer,
  switchingAnswer,
} from "./loyalty/deciding-voice";
export { engagementIndex } from "./loyalty/engagement-index";
export { type EngagementMeasures, recordedFrom } from "./loyalty/engagement-measures";
export type * from "./loyalty/follow-up-types";
export { byWelcome, type GrowLine, type GrowListInput, growList } from "./loyalty/grow-list";
export { hearing } from "./loyalty/hearing";
export { type KeptInput, keptRevenue } from "./loyalty/kept";
export * from "./loyalty/loss-share";
export { loyaltyState } from "./loyalty/loyalty-state";
export * from "./loyalty/map-sensitivity";
export { joinedTotals, mapTotals, partOfTotals } from "./loyalty/map-totals";
export type * from "./loyalty/map-types";
export * from "./loyalty/mean-engagement";
export { loyaltyMovement, type Movement } from "./loyalty/movement";
export { emptyAccountHistory, type OrderRow, orderHistory } from "./loyalty/order-history";
export { orderRhythm, rhythmScore } from "./loyalty/order-rhythm";
export { personScore } from "./loyalty/person-score";
export * from "./loyalty/proof-material";
export {
  callAndSignalDiffer,
  renewalSignal,
  type SignalInput,
} from "./loyalty/renewal-signal";
export * from "./loyalty/room-to-grow";
export { runningRevenue } from "./loyalty/running-revenue";
export { type SensitivityCut, sensitivityCuts } from "./loyalty/sensitivity-cuts";
export { defaultLoyaltySettings } from "./loyalty/settings";
export type * from "./loyalty/types";
export { freshWallets, walletShare } from "./loyalty/wallet-share";
export * from "./loyalty/worklist";
export { type BrierScore, brierScore, type PredictedRow } from "./prediction/brier-score";
export { type Calibration, type CalibrationBand, calibration } from "./prediction/calibration";
export * from "./prediction/calls-and-signals";
export { concordance, type NoConcordance, type ScoredRow } from "./prediction/concordance";
export { rankingOf } from "./prediction/concordance-ranking";
export * from "./prediction/predictive-validity";
export {
  type BandProof,
  type ProofOfPrediction,
  type ProofRow,
  type ProofVerdict,
  proofOfPrediction,
} from "./prediction/proof-of-prediction";
export * from "./prediction/race-of-measures";
export * from "./prediction/retention-jump";
export { type SizeRegionStratum, sizeRegionStrata } from "./prediction/size-region-strata";
export * from "./prediction/uplift-potential";
export * from "./retention/churn-counts";
export * from "./retention/churn-rates";
export * from "./retention/cohort-retention";
export {
  type CohortRevenueOptions,
  type CustomerRevenue,
  cohortRevenue,
  type RevenueCohort,
} from "./retention/cohort-revenue";
export * from "./retention/customer-retention";
export {
  type CustomerLife,
  customerSurvival,
  customerSurvivalRows,
  type ObservedFrom,
} from "./retention/customer-survival";
export * from "./retention/earned-growth";
export * from "./retention/kaplan-meier";
export { type LogRank, type LogRankGroup, logRank } from "./retention/log-rank";
export * from "./retention/renewal-rate";
export { restrictedMean } from "./retention/restricted-mean";
export * from "./retention/revenue-retention";
export { riskTable } from "./retention/survival-rows";
export { benjaminiHochberg, type Finding } from "./statistics/benjamini-hochberg";
export { type BootstrapOptions, bootstrap } from "./statistics/bootstrap";
export {
  clusteredContrast,
  clusteredDifference,
  type RatioPair,
} from "./statistics/clustered-difference";
export { clusteredRatio, packedRatio, type RatioRow } from "./statistics/clustered-ratio";
export { clusteredShare } from "./statistics/clustered-share";
export { comparePeriods, type PeriodEvents } from "./statistics/compare-periods";
export type { Difference } from "./statistics/difference";
export { type EffectiveSampleSize, effectiveSampleSize } from "./statistics/effective-sample-size";
export { type IndependentSum, independentSum } from "./statistics/independent-sum";
export * from "./statistics/interval-difference";
export { type LargestInfluence, largestInfluence } from "./statistics/largest-influence";
export { meanInterval } from "./statistics/mean-interval";
export { newcombeDifference } from "./statistics/newcombe-difference";
export { poissonInterval } from "./statistics/poisson-interval";
export * from "./statistics/trend-test";
export * from "./statistics/welch-difference";
export { wilsonInterval } from "./statistics/wilson-interval";
