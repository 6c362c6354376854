/**
 * What the loyalty formulas are told about one account: its whole history in plain values.
 * The same object serves every as-of day; each formula looks only at what was known by then.
 *
 * Days are day numbers (days since 1970-01-01), months are month numbers (year * 12 + month - 1),
 * periods are half-open (`fromDay <= t < untilDay`), money is a plain number of minor units in
 * one currency. Lists may come in any order unless a field says otherwise.
 */
export type AccountHistory = {
  readonly accountId: string;
  readonly contracts: readonly Contract[];
  readonly orders: OrderHistory;
  readonly people: readonly Person[];
  readonly events: readonly AccountEvent[];
  readonly wallets: readonly WalletRow[];
  /** A recorded end of the whole account; an order or contract after `effectiveDay` wins it back. */
  readonly churn: { readonly recordedDay: number; readonly effectiveDay: number } | null;
  /** The country's quiet weeks, left out of the rhythm's gaps; ascending and disjoint. */
  readonly quietRanges: readonly DayRange[];
};

export type DayRange = { readonly fromDay: number; readonly untilDay: number };

export type Contract = {
  readonly startDay: number;
  /** First day on which it no longer runs; null while no end is agreed. */
  readonly endDay: number | null;
  /** Yearly recurring value from each day on (indexation, expansion); the first step holds from the start. */
  readonly values: readonly { readonly fromDay: number; readonly yearlyMinor: number }[];
  /** Signed anew or renewed by signature (`signed`), or renewed by itself (`automatic`). Empty: not recorded. */
  readonly decisions: readonly { readonly day: number; readonly kind: "signed" | "automatic" }[];
  /** Automatic renewal: first renewal date, then every so many months. Null: runs to `endDay`. */
  readonly renewal: { readonly firstDay: number; readonly everyMonths: number } | null;
  readonly noticeDays: number;
  /** Day on which notice or the end was recorded. */
  readonly noticeGivenDay: number | null;
};

/**
 * Purchases that do not belong to a contract, per month from `firstMonth` on (index 0), plus the
 * order days. Typed arrays are welcome. `orderHistory(...)` builds it from order rows.
 */
export type OrderHistory = {
  readonly firstMonth: number;
  readonly totalMinor: ArrayLike<number>;
  /** Of `totalMinor`: orders recorded as actively placed. */
  readonly activeMinor: ArrayLike<number>;
  /** Of `totalMinor`: standing orders and replenishment. The rest is not recorded. */
  readonly automaticMinor: ArrayLike<number>;
  /** Per month, the sum over its order days of (what was bought that day) squared, in minor units squared. */
  readonly daySquareSum: ArrayLike<number>;
  /** Distinct days with an order that was not automatic, ascending; credit notes are none. */
  readonly orderDays: ArrayLike<number>;
};

export type Role = "decisionMaker" | "influencer" | "user";

export type Person = {
  readonly personId: string;
  /** Null (not known) counts as user. */
  readonly role: Role | null;
  readonly fromDay: number;
  readonly untilDay: number | null;
  /** Answered through a link that names the account only: no contact, so no role is heard by it. */
  readonly isUnnamed?: true;
  readonly answers: readonly Answer[];
  /** Delivered invitations only: skipped, bounced or suppressed is not asked. */
  readonly invitations: readonly Invitation[];
};

export type Invitation = {
  readonly deliveredDay: number;
  readonly waveId: string;
  readonly answeredDay: number | null;
};

/** Only `confirmed` counts; the others may be passed and change nothing. */
export type AnswerClass = "confirmed" | "provisional" | "held" | "staff";

export type Answer = {
  readonly day: number;
  readonly scope: "relationship" | "touchpoint";
  readonly class: AnswerClass;
} & AnswerValue;

/**
 * Steps count from 1, the worst. Four and three steps are the thermometer, which leaves words out; all
 * satisfaction scales are one question.
 */
export type AnswerValue =
  | { readonly question: "nps"; readonly value: number }
  | { readonly question: SatisfactionScale; readonly value: number }
  | { readonly question: "relativeAdvantage"; readonly value: RelativeAdvantage }
  | { readonly question: "switching"; readonly value: Switching };

export type SatisfactionScale =
  | "satisfaction5"
  | "satisfaction7"
  | "satisfaction4"
  | "satisfaction3";
export type RelativeAdvantage = "worse" | "same" | "better" | "noRealAlternative" | "cannotSay";
export type Switching = "no" | "notSure" | "yes";

/** What else happened. Events after the as-of day are not seen. */
export type AccountEvent =
  /** A logged two-way contact: call, meeting, reply. */
  | {
      readonly kind: "contact";
      readonly day: number;
      readonly hintsNotice: boolean;
      /** Role of the person spoken with, where known. */
      readonly role?: Role | null;
    }
  | { readonly kind: "comment" | "idea"; readonly day: number }
  | { readonly kind: "training"; readonly day: number }
  | { readonly kind: "complaint"; readonly day: number; readonly closedDay: number | null }
  | {
      readonly kind: "promise" | "case";
      readonly day: number;
      readonly dueDay: number | null;
      readonly closedDay: number | null;
    }
  /** A next step with a date: the account sleeps on the worklist until then. */
  | { readonly kind: "nextStep"; readonly day: number; readonly dueDay: number }
  | { readonly kind: "ownerChanged" | "mainContactChanged"; readonly day: number }
  | { readonly kind: "rivalNamed" | "lookingElsewhere"; readonly day: number }
  /** A renewal round, opened on `day`; `discountAsked` is a share of list, 0..1. */
  | {
      readonly kind: "negotiation";
      readonly day: number;
      readonly closedDay: number | null;
      readonly isSigned: boolean;
      readonly discountAsked: number | null;
      readonly rounds: number | null;
    }
  | { readonly kind: "managerCall"; readonly day: number; readonly call: ManagerCall };

export type ManagerCall = "safe" | "unsure" | "atRisk";

/** One category's yearly spend: in all, and with us; asked or estimated on `day`. */
export type WalletRow = {
  readonly category: string;
  readonly day: number;
  readonly ownMinor: number;
  readonly categoryMinor: number;
  /** Ends of the range that was given; without them the wallet is taken as exact. */
  readonly lowMinor?: number;
  readonly highMinor?: number;
  /** The wallet for all our categories together; beside it those of single ones are not added. */
  readonly coversAll?: boolean;
  readonly provenance: "asked" | "estimated";
};

/** What is the same for all accounts of a workspace. */
export type LoyaltyContext = {
  /** First whole month the workspace's order data cover. */
  readonly dataFromMonth: number;
  readonly settings: LoyaltySettings;
  /** What the workspace records; without it an account's own history says what is. */
  readonly recordedFrom?: RecordedFrom;
};

/** First day on which the workspace recorded any of a kind; null while it never did. */
export type RecordedFrom = {
  readonly contact: number | null;
  /** Comments, ideas and complaints. */
  readonly voice: number | null;
  readonly training: number | null;
};

/** Every cut and weight of the map; the defaults are `defaultLoyaltySettings`. */
export type LoyaltySettings = {
  readonly points: AttitudePoints;
  /** Highest score of a person who gave one clear no. */
  readonly clearNoCap: number;
  readonly line: number;
  readonly disagreeBy: number;
  readonly unhappyUpTo: number;
  readonly answerDays: number;
  readonly tooRecentDays: number;
  readonly way: "everyAnswer" | "everyPerson" | "leastConvinced" | "signerFirst";
  /** Share of the base kept that lies on the line: .80 is "20 % less". */
  readonly keptLine: number;
  /** The late line is the larger of so many usual intervals and the longest gap. */
  readonly lateFactor: number;
  readonly countsWallet: boolean;
  /** Share of wallet below which an account has room to grow. */
  readonly roomBelow: number;
  readonly lumpyStandardError: number;
  readonly steadyBand: number;
  readonly maxGaps: number;
  readonly minGaps: number;
  readonly lostAfterDays: number;
  readonly heardDays: number;
  /** Below so many answers or accounts the screen shows them themselves, not a statistic. */
  readonly fewestForStatistic: number;
  readonly engagementWeights: EngagementWeights;
};

/** Points 0..1; number lists are indexed by answer, starting at the lowest answer of the scale. */
export type AttitudePoints = {
  readonly nps: readonly number[];
  readonly satisfaction5: readonly number[];
  readonly satisfaction7: readonly number[];
  readonly satisfaction4: readonly number[];
  readonly satisfaction3: readonly number[];
  readonly relativeAdvantage: { readonly [K in RelativeAdvantage]: number | null };
  readonly switching: { readonly [K in Switching]: number };
};

export type EngagementComponent =
  | "reach"
  | "reply"
  | "voice"
  | "conversation"
  | "ownChoice"
  | "learning";
export type EngagementWeights = { readonly [K in EngagementComponent]: number };
