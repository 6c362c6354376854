import type { AttitudeReason, LoyaltyState, RevenueSplit } from "./assessment-types";

/** A sum over accounts, and how many they are. */
export type Pile = { readonly accounts: number; readonly revenueMinor: number };

export type ShareOfRevenue = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
};

/** The map as figures: every active account in exactly one state, in running revenue. */
export type MapTotals = {
  readonly total: Pile;
  readonly states: { readonly [K in LoyaltyState]: Pile };
  readonly unhappy: Pile;
  readonly lukewarm: Pile;
  readonly unheard: Pile;
  readonly unheardByReason: { readonly [K in AttitudeReason]: Pile };
  /** Passive + unheard. */
  readonly notProven: Pile;
  /** The states if 8 and CSat 4 counted as yes. */
  readonly lenientStates: { readonly [K in LoyaltyState]: Pile };
  readonly staying: Pile;
  readonly lockedIn: { readonly total: Pile; readonly no: Pile; readonly notSure: Pile };
  readonly switchingAnswered: Pile;
  /** Locked in / staying revenue that answered the question; the account is the unit. */
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
