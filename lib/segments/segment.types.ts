import type { SegmentRule, TextField } from "./segment-rules";

export type SegmentDto = {
  id: string;
  name: string;
  rules: SegmentRule;
  /** Active accounts that match, and all that match. */
  activeAccounts: number;
  accounts: number;
  runningMinor: number;
  /** Of the workspace's running revenue; null when that is 0. */
  share: number | null;
  createdOn: string;
  updatedOn: string;
};

export type SegmentListDto = {
  currency: string;
  segments: SegmentDto[];
  allAccounts: number;
  allRunningMinor: number;
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
  fields: SegmentFieldDto[];
  attributes: { key: string; values: { value: string; accounts: number }[] }[];
  productTypes: { id: string; name: string; accounts: number }[];
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
