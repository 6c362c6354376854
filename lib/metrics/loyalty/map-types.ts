import type { Estimate } from "../core/result";
import type {
  AccountAssessment,
  AttitudeReason,
  LoyaltyState,
  RevenueSplit,
} from "./assessment-types";

/** A sum over accounts, and how many they are. */
export type Pile = { readonly accounts: number; readonly revenueMinor: number };

/** What of an account decides where its revenue is counted. */
export type Placed = {
  readonly revenue: Pick<AccountAssessment["revenue"], "runningMinor">;
  readonly behaviour: Pick<AccountAssessment["behaviour"], "score">;
  readonly attitude: Pick<AccountAssessment["attitude"], "score" | "reason">;
  readonly standing: AccountAssessment["standing"];
};

/** A share of a pile's running revenue in another's; the account is the unit. */
export type ShareOfRevenue = Estimate<"noData" | "zeroDenominator">;

/** Running revenue by state: every active account in exactly one. */
export type MapSums = {
  readonly total: Pile;
  readonly states: { readonly [K in LoyaltyState]: Pile };
  readonly unhappy: Pile;
  readonly lukewarm: Pile;
  readonly unheard: Pile;
  readonly unheardByReason: { readonly [K in AttitudeReason]: Pile };
  /** Passive + unheard. */
  readonly notProven: Pile;
  readonly staying: Pile;
};

/** What a part of the map is of all active accounts, counted and in running revenue. */
export type MapShare = { readonly accounts: Estimate; readonly revenue: ShareOfRevenue };

export type MapPart = LoyaltyState | "unhappy" | "lukewarm" | "unheard" | "notProven";

/** The map as figures, in running revenue. */
export type MapTotals = MapSums & {
  readonly shares: { readonly [K in MapPart]: MapShare };
  readonly lockedIn: { readonly total: Pile; readonly no: Pile; readonly notSure: Pile };
  readonly switchingAnswered: Pile;
  /** Locked in / staying revenue that answered the question. */
  readonly lockedInShare: ShareOfRevenue;
  readonly captive: Pile;
  readonly alternativeAnswered: Pile;
  readonly captiveShare: ShareOfRevenue;
  readonly split: RevenueSplit;
  readonly coverage: Coverage;
};

export type Coverage = {
  readonly total: Pile;
  readonly asked: Pile;
  readonly heard: Pile;
  readonly signerHeard: Pile;
  readonly known: Pile;
  readonly silent: Pile;
  readonly notAsked: Pile;
};
