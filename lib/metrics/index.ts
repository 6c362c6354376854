export * from "./answers/customer-satisfaction";
export * from "./answers/net-promoter-by-account";
export * from "./answers/net-promoter-difference";
export { type NetPromoterScore, netPromoterScore } from "./answers/net-promoter-score";
export * from "./buying/bought-again-when-expected";
export { complaintRate } from "./buying/complaint-rate";
export * from "./buying/discount-share";
export * from "./buying/repurchase-rate";
export * from "./buying/rhythm-check";
export * from "./buying/sales-per-customer";
export { secondOrderWithin } from "./buying/second-order-within";
export * from "./buying/share-of-wallet";
export * from "./buying/upsell-ratio";
export { firstDayOfMonth, lastWholeMonth, monthOfDay, shiftMonths } from "./core/calendar";
export * from "./core/constant-currency";
export * from "./core/few-answers";
export { type Bounds, boundsOfSilence } from "./core/finite-population";
export { isActiveAt, type Period } from "./core/period";
export type { NoFigureReason } from "./core/reasons";
export type { Estimate, Interval } from "./core/result";
export { type MeasureDefinition, measureDefinitions } from "./definitions/measure-definitions";
export {
  type BgNbd,
  type BgNbdParameters,
  bgNbdLogLikelihood,
  expectedPurchases,
  fitBgNbd,
  type PurchaseRow,
  probabilityAlive,
} from "./lifetime/bg-nbd";
export * from "./lifetime/customer-lifetime-value";
export * from "./lifetime/gamma-gamma";
export * from "./lifetime/modelled-lifetime-value";
export * from "./lifetime/pareto-nbd";
export * from "./lifetime/shifted-beta-geometric";
export { accountActivity } from "./loyalty/account-activity";
export { accountAttitude } from "./loyalty/account-attitude";
export { type AccountStanding, accountStanding } from "./loyalty/account-standing";
export { assessAccount } from "./loyalty/assess-account";
export type * from "./loyalty/assessment-types";
export { type BehaviourInput, behaviourScore } from "./loyalty/behaviour-score";
export { contractValue, decisionDay } from "./loyalty/contract-terms";
export { alternativeAnswer, switchingAnswer } from "./loyalty/deciding-voice";
export { type EngagementMeasures, engagementIndex } from "./loyalty/engagement-index";
export type * from "./loyalty/follow-up-types";
export { hearing } from "./loyalty/hearing";
export { type KeptInput, keptRevenue } from "./loyalty/kept";
export * from "./loyalty/loss-share";
export { loyaltyState } from "./loyalty/loyalty-state";
export { type CoverageBounds, coverageBounds, mapTotals } from "./loyalty/map-totals";
export type * from "./loyalty/map-types";
export { loyaltyMovement, type Movement } from "./loyalty/movement";
export { emptyAccountHistory, type OrderRow, orderHistory } from "./loyalty/order-history";
export { orderRhythm, rhythmScore } from "./loyalty/order-rhythm";
export { personScore, pointsOf } from "./loyalty/person-score";
export { renewalSignal, type SignalInput } from "./loyalty/renewal-signal";
export { runningRevenue } from "./loyalty/running-revenue";
export { defaultLoyaltySettings } from "./loyalty/settings";
export type * from "./loyalty/types";
export { walletShare } from "./loyalty/wallet-share";
export * from "./loyalty/worklist";
export * from "./prediction/driver-importance";
export * from "./prediction/proof-of-prediction";
export * from "./prediction/uplift-potential";
export * from "./retention/cohort-retention";
export * from "./retention/customer-retention";
export * from "./retention/earned-growth";
export {
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalRow,
  type SurvivalStep,
} from "./retention/kaplan-meier";
export { type LogRank, logRank } from "./retention/log-rank";
export * from "./retention/revenue-retention";
export { benjaminiHochberg } from "./statistics/benjamini-hochberg";
export { type BootstrapOptions, bootstrap } from "./statistics/bootstrap";
export * from "./statistics/clustered-ratio";
export * from "./statistics/newcombe-difference";
export { wilsonInterval } from "./statistics/wilson-interval";
