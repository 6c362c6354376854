import type { HearingWord, LoyaltyWord } from "./segment-figures";
import type { SegmentRule, TextField } from "./segment-rules";

export type SegmentDto = {
  id: string;
  name: string;
  rules: SegmentRule;
  /** Active accounts that match, and all that match; null while figures are being computed. */
  activeAccounts: number | null;
  accounts: number | null;
  /** Null where no account is active, too. */
  runningMinor: number | null;
  /** Of the workspace's running revenue; null when that is 0 or no account is active. */
  share: number | null;
  createdOn: string;
  updatedOn: string;
};

export type SegmentListDto = {
  currency: string;
  segments: SegmentDto[];
  /** Null while figures are being computed. */
  allAccounts: number | null;
  allRunningMinor: number | null;
};

/** What the rule editor offers: the values that occur, with how many accounts have them. */
export type SegmentFieldDto = {
  field: TextField;
  label: string;
  values: { value: string; label: string; accounts: number }[];
  notRecorded: number;
};

export type SegmentEditorDto = {
  currency: string;
  segment: SegmentDto | null;
  /** Rules a new segment begins with; null where nothing was chosen before. */
  draft: SegmentRule | null;
  fields: SegmentFieldDto[];
  attributes: { key: string; values: { value: string; accounts: number }[] }[];
  productTypes: { id: string; name: string; accounts: number }[];
  loyalty: { value: LoyaltyWord; accounts: number }[];
  hearing: { value: HearingWord; accounts: number }[];
  allAccounts: number;
};

export type SegmentPreviewDto = {
  currency: string;
  accounts: number;
  activeAccounts: number;
  runningMinor: number;
  share: number | null;
  /** The largest accounts that match, at most five. */
  examples: { id: string; name: string }[];
};

export type SegmentMoveDto = {
  accountId: string;
  /** Null for an account that is gone. */
  name: string | null;
  kind: "joined" | "left";
  on: string;
};

export type SegmentMemberDto = {
  id: string;
  name: string;
  isActive: boolean;
  /** Null where it is not known. */
  runningMinor: number | null;
  /** Null while the day is not on record yet. */
  since: string | null;
};

/** Who is in a segment, a page of it, and who came and went. */
export type SegmentMembersDto = {
  currency: string;
  total: number;
  page: number;
  pageSize: number;
  members: SegmentMemberDto[];
  /** First day on record; null before the first. */
  keptSince: string | null;
  movesFrom: string;
  joined: number;
  left: number;
  /** The latest of both. */
  moves: SegmentMoveDto[];
};

export type SegmentPageDto = { editor: SegmentEditorDto; members: SegmentMembersDto };
