import type { StaffMessages } from "@/lib/i18n/staff/en/all";
import type {
  AttitudeReason,
  BehaviourReason,
  LoyaltyState,
  RevenueSplit,
  Tag,
} from "@/lib/metrics";

/** Money is in minor units of the workspace's currency, ratios are 0..1, dates are 'YYYY-MM-DD'. */
export type IsoDate = string;

export type AccountRef = { id: string; name: string };
export type PersonRef = { id: string; name: string };

export type StateReason = "noticeGiven" | AttitudeReason | BehaviourReason;

/** State of an account in one piece: the word, its part, and why (leaving by notice, or not known). */
export type StateDto = {
  state: LoyaltyState;
  part: "unhappy" | "lukewarm" | null;
  reason: StateReason | null;
};

export type PileDto = { accounts: number; revenueMinor: number; share: number | null };

/** A pile and the 95 % interval of its share, the account as unit; null for a part that is a fact. */
export type DoubtedPileDto = PileDto & { interval: IntervalDto | null };

/** One line of "Running revenue by state". */
export type StateTotalDto = DoubtedPileDto & {
  state: LoyaltyState;
  /** Passive: unhappy, lukewarm. Leaving: notice given. Not known: stays unheard. */
  parts: ({ key: "unhappy" | "lukewarm" | "noticeGiven" | "staysUnheard" } & DoubtedPileDto)[];
  /** Why its share is not known although there are accounts: nobody's attitude is. */
  reason: "nobodyHeard" | null;
};

/** How running revenue keeps coming; the four parts add up to the running revenue. */
export type KeepsComingDto = RevenueSplit;

/** A count of a denominator in words: { what: "accounts", count: 131, of: 174 }. */
export type CountDto = {
  what: "accounts" | "answers" | "people" | "customers" | "orders" | "months" | "gaps";
  count: number;
  of: number | null;
};

/** A 95 % interval; `population` is set where a finite-population correction was used. */
export type IntervalDto = {
  level: number;
  method: string;
  low: number;
  high: number;
  n: number;
  effectiveN: number;
  population: number | null;
};

export type MeasureUnit = "score" | "ratio" | "money" | "count" | "rate";

export type VerdictDto =
  /** A test found no difference. */
  | { kind: "noRealChange"; since: IsoDate; change: number | null }
  | { kind: "up" | "down"; since: IsoDate; change: number }
  | { kind: "belowTarget" | "aboveTarget" | "onTarget"; target: number }
  /** Nothing to hold it against yet. */
  | { kind: "notComparable"; reason: "noEarlierFigure" | "shortHistory" | "tooFew" };

export type MeasureKey =
  | "netPromoterScore"
  | "customerSatisfaction"
  | "grossRevenueRetention"
  | "netRevenueRetention"
  | "boughtAgainWhenExpected"
  | "shareOfWallet"
  | "repurchaseRate"
  | "customerRetention"
  | "customerChurn"
  | "renewalRate"
  | "salesPerCustomer"
  | "upsellShare"
  | "discountShare"
  | "spendPerTransaction"
  | "customerLifetimeValue"
  | "secondOrder90"
  | "secondOrder180"
  | "secondOrder365"
  | "lateDeliveries";

/** A figure as it stood on the day it was frozen. */
export type BaselineDto = {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  frozenOn: string;
};

/** The best so many answers of a scale: where the words of a figure depend on the data. */
export type TopOf = { boxes: number; scale: number };

/** One of the numbers that went into a figure in this period; the reader's language names its term. */
export type InputDto = {
  term: keyof StaffMessages["loyalty"]["terms"];
  value: number;
  unit: MeasureUnit;
  topOf: TopOf | null;
};

/** The answers, or each account's own value, ascending: shown instead of a statistic of very few. */
export type StripDto = { values: number[]; unit: MeasureUnit | "answer" | "yesNo" };

/** Why a measure has no figure, or is not shown at all. */
export type NoFigureReason =
  | "noAnswers"
  | "tooFewAnswers"
  | "tooFewAccounts"
  | "noContracts"
  | "noOrders"
  | "noWallets"
  | "noDiscounts"
  | "noMargins"
  | "noProductTypes"
  | "noNewcomers"
  | "noDeliveries"
  | "historyTooShort"
  | "noRhythm"
  | "noData";

/** What would bring a figure; the reader's language has a sentence for each. */
export type HelpCode = keyof StaffMessages["loyalty"]["help"];

/** `minimum` with the codes that count: so many make a figure. */
export type HelpDto = { code: HelpCode; minimum: number | null };

/** One measure tile: its name is its key's, then value, doubt, verdict and n. */
export type TileDto = {
  key: MeasureKey;
  /** Of whom, where that depends on the data. */
  topOf: TopOf | null;
  unit: MeasureUnit;
  value: number | null;
  /** Set exactly when `value` is null. */
  reason: NoFigureReason | null;
  /** What would help; only with a reason. */
  help: HelpDto | null;
  interval: IntervalDto | null;
  /** Ends of the bar on which value and interval are drawn. */
  scale: { min: number; max: number };
  n: number;
  counts: CountDto[];
  /** Share of the running revenue of the filter that the figure rests on. */
  coverage: { share: number; of: "revenue" } | null;
  /** Below the setting's smallest n (10), with the reason that there are too few. */
  strip: StripDto | null;
  /** This period's numbers, from which the formula gives the value. */
  inputs: InputDto[];
  verdict: VerdictDto | null;
  target: number | null;
  baseline: BaselineDto | null;
  /** One account that moves the figure noticeably, by so much. */
  mover: { account: AccountRef; change: number } | null;
  /** Half-open: `until` is the first day after it. */
  window: { from: IsoDate; until: IsoDate };
  definitionKey: string;
};

export type HiddenMeasureDto = {
  key: MeasureKey;
  reason: NoFigureReason;
  /** What is missing and what would bring it. */
  help: HelpDto;
};

/** "How is this computed": texts from lib/metrics. */
export type DefinitionDto = {
  key: string;
  name: string;
  question: string;
  formula: string;
  empty: string | null;
  /** When the figure misleads. */
  liesWhen: string;
  source: string;
};

/** One dot of the map, or of its strips. */
export type MapPointDto = {
  accountId: string;
  name: string;
  /** Null: the strip at the left ("too new"). */
  behaviour: number | null;
  /** Null: the strip below ("not heard"). Both null: only counted in the corner. */
  attitude: number | null;
  state: LoyaltyState;
  part: "unhappy" | "lukewarm" | null;
  reason: StateReason | null;
  revenueMinor: number;
  /** Filled: a decision-maker answered. Ring: only others did. Null: no answer. */
  mark: "filled" | "ring" | null;
  tags: Tag[];
  boundUntil: IsoDate | null;
  ownerName: string | null;
  /** Only for accounts that moved by definition 7. */
  moved: { fromBehaviour: number; fromAttitude: number; fromState: LoyaltyState } | null;
};

/** Accounts that stand in about the same place; null as for a point. */
export type MapCrowdDto = {
  behaviour: number | null;
  attitude: number | null;
  accounts: number;
  revenueMinor: number;
};

export type MapDto = {
  /**
   * Points in the plane and on both strips, largest first; a point with both null is not listed. Of more
   * than can be told apart only the largest.
   */
  points: MapPointDto[];
  /** The others, as many as stand in the same place. */
  crowd: MapCrowdDto[];
  corner: PileDto;
  activeAccounts: number;
  largestMinor: number;
  line: number;
  /** If 8 and CSat 4 counted as yes. */
  sensitivity: { passiveMinor: number; passiveIfLenientMinor: number } | null;
};

/** Running revenue by state if one convention of the map were another; `label` is read after "if". */
export type CutDto = {
  key: string;
  label: string;
  revenueMinor: { [K in LoyaltyState]: number };
  unhappyMinor: number;
  unheardMinor: number;
};
