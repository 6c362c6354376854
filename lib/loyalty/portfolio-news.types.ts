import type { LoyaltyState } from "@/lib/metrics";
import type { PlannedAsk } from "@/lib/surveys/programs/list-planned-asks";
import type { AccountRef, IsoDate, StateDto } from "./figures.types";
import type { WorklistReasonDto } from "./worklist.types";

export type MoveDto = {
  account: AccountRef;
  kind: "moved" | "nowHeard" | "noLongerKnown" | "joined" | "left";
  from: LoyaltyState | null;
  to: LoyaltyState | null;
};

/** What happened since the reader looked last; null on a first visit. */
export type SinceDto = {
  /** The day of the last visit. */
  on: IsoDate;
  answers: number;
  /** There may be more answers than were counted. */
  hasMoreAnswers: boolean;
  /** Null where the conventions changed since, or too many accounts stand to compare. */
  moves: MoveDto[] | null;
  movesTotal: number;
  /** Reasons that put accounts on the worklist since then. */
  alerts: { account: AccountRef; reasons: WorklistReasonDto[] }[];
  alertsTotal: number;
};

export type QuietDto = {
  account: AccountRef;
  state: StateDto | null;
  runningMinor: number;
  lastHeardOn: IsoDate | null;
};

export type FollowUpDto = {
  id: string;
  kind: "promise" | "complaint" | "case";
  account: AccountRef;
  text: string | null;
  dueOn: IsoDate;
  isOverdue: boolean;
};

export type ThankDto = {
  account: AccountRef;
  runningMinor: number;
  customerSince: IsoDate;
  thankedOn: IsoDate | null;
};

type Listed<Row> = { rows: Row[]; total: number };

/** What only a portfolio shows: what changed, who is quiet, what is open, whom to thank. */
export type PortfolioNews = {
  since: SinceDto | null;
  silent: Listed<QuietDto>;
  notAsked: Listed<QuietDto>;
  followUps: Listed<FollowUpDto>;
  asks: Listed<PlannedAsk>;
  thanks: Listed<ThankDto>;
};
