import type { EngagementComponent, ManagerCall, Role } from "./types";

export type Hearing = {
  readonly isKnown: boolean;
  /** Latest sign from the customer: confirmed answer, complaint, two-way contact, signed negotiation. */
  readonly lastHeardDay: number | null;
  readonly lastOrderDay: number | null;
  readonly isSilent: boolean;
  readonly isNotAsked: boolean;
  /** In the three months up to the as-of day: the quarter, at its close. */
  readonly isAskedInQuarter: boolean;
  readonly isHeardInQuarter: boolean;
  readonly isSignerHeardInQuarter: boolean;
  readonly isDecisionMakerHeard: boolean;
  readonly hasDecisionMaker: boolean;
  readonly rolesPresent: readonly Role[];
  /** Roles that exist at the account and gave no answer in 180 days. */
  readonly roleGaps: readonly Role[];
};

export type SignalCode =
  | "S1"
  | "S2"
  | "S3"
  | "S4"
  | "S5"
  | "S6"
  | "W1"
  | "W2"
  | "W3"
  | "W4"
  | "W5"
  | "W6"
  | "W7"
  | "W8";

export type RenewalSignal = {
  readonly verdict: "atRisk" | "watch" | "onTrack" | "cannotSay";
  readonly codes: readonly SignalCode[];
  readonly call: {
    readonly call: ManagerCall;
    readonly day: number;
    readonly isOld: boolean;
  } | null;
  readonly theyDiffer: boolean;
};

/** Why an account is on the worklist, in the worklist's order of importance (`rank` 1 first). */
export type Trigger = { readonly rank: number; readonly sinceDay: number } & (
  | { readonly code: "noticeGiven" }
  | { readonly code: "decisionNear"; readonly decisionDay: number }
  | { readonly code: "signerBelowLine"; readonly personId: string; readonly score: number }
  | { readonly code: "wouldNotChooseAgain" | "rivalNamed" }
  | {
      readonly code: "late";
      readonly sinceDays: number;
      readonly usualDays: number;
      readonly lostOnDay: number;
    }
  | { readonly code: "buysLess"; readonly ratio: number; readonly provenRatio: number }
  | { readonly code: "complaints"; readonly openDays: number | null; readonly count: number }
  | { readonly code: "promiseOverdue" | "caseOverdue"; readonly dueDay: number }
  | { readonly code: "silent" | "notAsked"; readonly lastHeardDay: number | null }
  | { readonly code: "ownerChanged"; readonly day: number }
);

export type Engagement = {
  /** 0..100; null below 60 % of the weight. */
  readonly value: number | null;
  readonly weightPresent: number;
  readonly components: { readonly [K in EngagementComponent]: number | null };
};
