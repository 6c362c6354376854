import type { AccountEvent, Answer, Invitation, Role } from "@/lib/metrics";

// What is recorded about accounts, as plain values: days are day numbers, money is minor units of the
// row's own currency. `load-account-rows.ts` reads them, `build-history.ts` makes histories of them.

export type AccountRow = {
  id: string;
  name: string;
  externalId: string | null;
  parentId: string | null;
  mergedIntoId: string | null;
  decidesForSites: boolean;
  ownerId: string | null;
  ownerSinceDay: number | null;
  sizeBand: string | null;
  industry: string | null;
  country: string | null;
  region: string | null;
  currency: string;
  customerSinceDay: number | null;
  acquiredBy: string;
  attributes: Record<string, string>;
};

export type TermRow = {
  accountId: string;
  contractId: string;
  name: string;
  productTypeId: string | null;
  noticeDays: number;
  autoRenews: boolean;
  isIndexed: boolean;
  noticeGivenDay: number | null;
  endedDay: number | null;
  updatedDay: number;
  startDay: number;
  endDay: number | null;
  recurringMinor: number;
  currency: string;
  decidedBy: "signature" | "automatic";
  decidedDay: number;
};

export type ContactRow = {
  id: string;
  accountId: string;
  role: Role | null;
  createdDay: number;
  untilDay: number | null;
  /** Answered through a link that names the account only. */
  isUnnamed?: true;
};

export type AnswerRow = { contactId: string } & Answer;
export type InvitationRow = { contactId: string } & Invitation;
export type EventRow = { accountId: string } & AccountEvent;

export type ChurnRow = {
  accountId: string;
  contractId: string | null;
  kind: "contract_lost" | "account_lost" | "shrunk" | "won_back";
  day: number;
  recordedDay: number;
  hasRival: boolean;
};

/** A wallet as it was given; own spend in the category over the 12 months up to that day. */
export type WalletEstimateRow = {
  accountId: string;
  category: string;
  day: number;
  currency: string;
  lowMinor: number;
  highMinor: number;
  provenance: "asked" | "estimated" | "modelled";
  ownOrders: { currency: string; amountMinor: number }[];
  productTypeId: string | null;
};

/** What an account bought outside contracts on a day, in one currency and chosen in one way. */
export type OrderGroupRow = {
  accountId: string;
  day: number;
  currency: string;
  choice: "active" | "automatic" | "notRecorded";
  amountMinor: number;
  listMinor: number;
  discountedListMinor: number;
  /** Null where the margin of a row is not known. */
  marginMinor: number | null;
  orders: number;
  hasPositive: boolean;
  productTypeIds: string[];
};

export type AccountRows = {
  terms: TermRow[];
  contacts: ContactRow[];
  answers: AnswerRow[];
  invitations: InvitationRow[];
  events: EventRow[];
  churn: ChurnRow[];
  wallets: WalletEstimateRow[];
};
