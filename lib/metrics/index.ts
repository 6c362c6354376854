export { benjaminiHochberg } from "./benjamini-hochberg";
export {
  type BgNbd,
  type BgNbdParameters,
  bgNbdLogLikelihood,
  expectedPurchases,
  fitBgNbd,
  type PurchaseRow,
  probabilityAlive,
} from "./bg-nbd";
export { type BootstrapOptions, bootstrap } from "./bootstrap";
export * from "./bought-again-when-expected";
export { firstDayOfMonth, lastWholeMonth, monthOfDay, shiftMonths } from "./calendar";
export * from "./clustered-ratio";
export * from "./cohort-retention";
export { complaintRate } from "./complaint-rate";
export * from "./customer-lifetime-value";
export * from "./customer-retention";
export * from "./customer-satisfaction";
export { type MeasureDefinition, measureDefinitions } from "./definitions/measure-definitions";
export * from "./discount-share";
export * from "./driver-importance";
export * from "./earned-growth";
export * from "./gamma-gamma";
export {
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalRow,
  type SurvivalStep,
} from "./kaplan-meier";
export { type LogRank, logRank } from "./log-rank";
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
export * from "./modelled-lifetime-value";
export * from "./net-promoter-by-account";
export * from "./net-promoter-difference";
export { type NetPromoterScore, netPromoterScore } from "./net-promoter-score";
export * from "./newcombe-difference";
export * from "./pareto-nbd";
export * from "./proof-of-prediction";
export * from "./repurchase-rate";
export type { Estimate, Interval } from "./result";
export * from "./revenue-retention";
export * from "./rhythm-check";
export * from "./sales-per-customer";
export { secondOrderWithin } from "./second-order-within";
export * from "./share-of-wallet";
export * from "./shifted-beta-geometric";
export * from "./uplift-potential";
export * from "./upsell-ratio";
export { wilsonInterval } from "./wilson-interval";
