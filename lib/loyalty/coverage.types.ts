import type { Currency } from "@/lib/format/currency";
import type { SkipReason } from "@/lib/surveys/waves/skip-reason";
import type { AccountRef, DefinitionDto, IsoDate, PileDto, StateDto } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";

/** Shares of running revenue at one close; each null without an active account. */
export type CoveragePointDto = {
  day: IsoDate;
  asked: number | null;
  heard: number | null;
  signerHeard: number | null;
  known: number | null;
  accounts: number;
};

export const ROLE_GAPS = ["noDecisionMaker", "decisionMaker", "influencer", "user"] as const;
export type RoleGap = (typeof ROLE_GAPS)[number];

/** Days since the last sign from the customer. */
export const QUIET_BANDS = ["upTo30", "upTo90", "upTo180", "upTo365", "longer", "never"] as const;
export type QuietBand = (typeof QUIET_BANDS)[number];

export type QuietLineDto = {
  account: AccountRef;
  owner: AccountRef | null;
  state: StateDto | null;
  revenueMinor: number;
  lastHeardOn: IsoDate | null;
  /** Roles that exist there and gave no answer in 180 days. */
  roleGaps: ("decisionMaker" | "influencer" | "user")[];
};

export type PersonToAskDto = { id: string; name: string; role: string | null };

/** Who of an account can be asked now, and why the others cannot. */
export type AskDto = {
  /** Of the wave that would be sent: pressing twice sends one. */
  waveId: string;
  accountIds: string[];
  people: PersonToAskDto[];
  others: (PersonToAskDto & { reason: SkipReason })[];
};

/** `ask` is null where nobody may ask: another day than today, or no survey. */
export type NotAskedLineDto = QuietLineDto & { ask: AskDto | null };

export type WholeList<Line> = { total: number; revenueMinor: number; lines: Line[] };

export type QuietListDto<Line> = WholeList<Line> & {
  /** The page of the list that is shown, 50 lines each; null where it is not opened. */
  page: number | null;
};

/** All two-way contacts of a year went through one colleague. */
export type OneRelationshipDto = {
  account: AccountRef;
  owner: AccountRef | null;
  colleague: AccountRef;
  isOwner: boolean;
  revenueMinor: number;
  contacts: number;
  /** How many of the account's people work mostly with that colleague. */
  peopleWithColleague: number;
  people: number;
};

export type CoveragePageDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  activeAccounts: number;
  points: CoveragePointDto[];
  roleGaps: ({ key: RoleGap } & PileDto)[];
  noDecisionMaker: QuietListDto<QuietLineDto>;
  silent: QuietListDto<QuietLineDto>;
  notAsked: QuietListDto<NotAskedLineDto>;
  quiet: ({ key: QuietBand } & PileDto)[];
  /** Only for admins; null for everybody else. */
  oneRelationship: QuietListDto<OneRelationshipDto> | null;
  /** What "Ask" sends; null where no survey of the relationship is in use. */
  survey: { id: string; name: string } | null;
  canAsk: boolean;
  canLog: boolean;
  definitions: DefinitionDto[];
};
