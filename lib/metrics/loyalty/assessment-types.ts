import type { Engagement, Hearing, RenewalSignal, Trigger } from "./follow-up-types";
import type { RelativeAdvantage, Role, SatisfactionScale, Switching } from "./types";

/** Everything the product says about one account at the close of one day. */
export type AccountAssessment = {
  readonly accountId: string;
  readonly asOfDay: number;
  readonly activity: Activity;
  readonly revenue: RunningRevenue;
  readonly rhythm: Rhythm;
  readonly behaviour: Behaviour;
  readonly attitude: Attitude;
  /** Null when the account is not active: then it is not on the map. */
  readonly standing: Standing | null;
  readonly tags: readonly Tag[];
  readonly boundUntilDay: number | null;
  readonly decisionDay: number | null;
  /** Earliest recorded notice or end that has not yet taken effect. */
  readonly noticeGivenDay: number | null;
  readonly switching: Switching | null;
  readonly relativeAdvantage: RelativeAdvantage | null;
  readonly shareOfWallet: number | null;
  readonly canBeLostMinor: number;
  readonly hearing: Hearing;
  /** Latest evidence on each axis: a counted answer; an order, missed line or contract event. */
  readonly evidence: { readonly attitudeDay: number | null; readonly behaviourDay: number | null };
  readonly signal: RenewalSignal;
  /** Triggers that need nothing but this account; `worklist` adds the one that needs the median. */
  readonly triggers: readonly Trigger[];
  /**
   * Earliest of decision date, day it counts as lost, case or promise date. Beside an overdue one, a
   * date within 14 days is told instead: both are urgent, and only the second can still be met.
   */
  readonly byWhenDay: number | null;
  readonly nextStep: { readonly loggedDay: number; readonly dueDay: number } | null;
  /** The case opened last of those that are open and whose deadline has not passed. */
  readonly caseInTime: { readonly openedDay: number; readonly dueDay: number } | null;
  readonly engagement: Engagement;
};

export type Activity = {
  readonly isActive: boolean;
  readonly hasContract: boolean;
  readonly hasOrders: boolean;
  /** Day from which the account counts as lost, if it does. */
  readonly lostOnDay: number | null;
};

export type RunningRevenue = {
  readonly runningMinor: number;
  readonly contractMinor: number;
  readonly orderMinor: number;
  /** The same figure one window earlier; null while the data are too young for two windows. */
  readonly baseMinor: number | null;
  readonly baseContractMinor: number | null;
  readonly baseOrderMinor: number | null;
  /** Of the order parts: standing orders and replenishment, which have no rhythm of their own. */
  readonly automaticOrderMinor: number;
  readonly baseAutomaticOrderMinor: number | null;
  /** Sum over the running window's order days of squared purchases, and the base window's. */
  readonly runningSquareSum: number;
  readonly baseSquareSum: number;
  /** Length of the order window; below 12 the figure is marked "short history, seasons differ". */
  readonly windowMonths: number;
  readonly isShortHistory: boolean;
  readonly split: RevenueSplit;
};

/** The four parts add up to the running revenue. */
export type RevenueSplit = {
  readonly chosenMinor: number;
  readonly byItselfMinor: number;
  readonly olderContractMinor: number;
  readonly notRecordedMinor: number;
};

export type RhythmStatus = "onTime" | "due" | "late" | "lost";

export type Rhythm =
  | {
      readonly usualDays: number;
      readonly longestDays: number;
      readonly lateLineDays: number;
      readonly lostAfterDays: number;
      readonly sinceDays: number;
      readonly status: RhythmStatus;
      /** Day of the late line: at its close the order has not come, so it is late since then. */
      readonly lateOnDay: number;
      readonly lostOnDay: number;
      readonly lastOrderDay: number;
      readonly gaps: number;
      readonly score: number;
      readonly reason: null;
    }
  | {
      readonly usualDays: null;
      readonly status: null;
      readonly sinceDays: number | null;
      readonly lastOrderDay: number | null;
      readonly gaps: number;
      readonly score: null;
      readonly reason: "noRhythmYet" | "noOrders";
    };

export type Kept = {
  /** Running revenue / base; null when the base is 0 or not known. */
  readonly ratio: number | null;
  readonly standardError: number | null;
  readonly provenRatio: number | null;
  readonly score: number | null;
  readonly note: "tooLumpyToSay" | "noRealChange" | null;
};

export type BehaviourReason = "tooNew" | "historyTooShort";

export type BehaviourScore = {
  readonly score: number | null;
  /** Set exactly when the score is null. */
  readonly reason: BehaviourReason | null;
  readonly kept: Kept;
  /** The rhythm's points where they count (orders are the bigger half), else null. */
  readonly rhythmScore: number | null;
  readonly isShortHistory: boolean;
};

export type Behaviour = BehaviourScore & {
  /** While the score is null: the day from which there will be a base; null where none is in sight. */
  readonly knownFromDay: number | null;
};

export type AttitudeWay = "everyAnswer" | "everyPerson" | "leastConvinced" | "signerFirst";
export type AttitudeReason =
  | "neverAsked"
  | "askedNoAnswer"
  | "answersTooOld"
  | "askedTooRecently"
  | "nothingScored";

export type Attitude = {
  /** The map's score. */
  readonly score: number | null;
  /** Set exactly when the score is null. */
  readonly reason: AttitudeReason | null;
  readonly way: AttitudeWay | null;
  readonly ways: { readonly [K in AttitudeWay]: number | null };
  readonly disagree: boolean;
  readonly mark: "filled" | "ring" | null;
  readonly isFromTouchpointsOnly: boolean;
  readonly persons: readonly PersonScore[];
};

export type PersonScore = {
  readonly personId: string;
  readonly role: Role;
  readonly liking: number | null;
  readonly preference: number | null;
  readonly score: number | null;
  readonly hasClearNo: boolean;
  readonly isFromTouchpointsOnly: boolean;
  readonly lastAnswerDay: number;
  readonly nps: { readonly value: number; readonly day: number } | null;
  readonly satisfaction: {
    readonly value: SatisfactionAnswer;
    readonly day: number;
  } | null;
  readonly switching: { readonly value: Switching; readonly day: number } | null;
  readonly relativeAdvantage: { readonly value: RelativeAdvantage; readonly day: number } | null;
  /** Points of the counted answers, for the way "every answer". */
  readonly points: readonly number[];
};

/** As it was asked, with its points 0..1: the scales are one question. */
export type SatisfactionAnswer = {
  readonly question: SatisfactionScale;
  readonly answer: number;
  readonly points: number;
};

export type LoyaltyState = "loyal" | "passive" | "latent" | "leaving" | "notKnown";

export type Standing = {
  readonly state: LoyaltyState;
  /** Only in state passive. */
  readonly part: "unhappy" | "lukewarm" | null;
  /** Why leaving by rule, or why not known. */
  readonly reason: "noticeGiven" | AttitudeReason | BehaviourReason | null;
};

export type Tag =
  | "lockedIn"
  | "captive"
  | "runsByItself"
  | "boundUntil"
  | "decisionMakerNotHeard"
  | "theyDisagree"
  | "roomToGrow";
