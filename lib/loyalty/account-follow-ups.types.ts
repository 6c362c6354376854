import type { AccountRef, IsoDate, StateDto } from "./figures.types";
import type { GrowLineDto } from "./grow.types";
import type { OptionDto } from "./overview.types";

export type PromiseDto = {
  id: string;
  text: string;
  by: string | null;
  madeOn: IsoDate;
  dueOn: IsoDate;
  /** Open ones are overdue when their day has passed. */
  standing: "open" | "overdue" | "kept" | "broken";
  closedOn: IsoDate | null;
};

/** A complaint, or a case on another signal. */
export type CaseDto = {
  id: string;
  kind: "complaint" | "case";
  text: string | null;
  /** Who looks after it; nobody for a complaint. */
  owner: string | null;
  ownerId: string | null;
  /** What a case follows up on: an answer, a complaint, silence, something else. */
  signal: string | null;
  /** Whether a case on this complaint is open. */
  isFollowedUp: boolean;
  openedOn: IsoDate;
  dueOn: IsoDate | null;
  isOverdue: boolean;
  /** Null while it is open. */
  closedOn: IsoDate | null;
  /** What was done, where it was closed by hand. */
  closedNote: string | null;
};

/** A wallet as it was given, in its own currency. */
export type WalletRowDto = {
  id: string;
  productType: string | null;
  lowMinor: number;
  highMinor: number;
  currency: string;
  provenance: "asked" | "estimated" | "modelled";
  on: IsoDate;
};

/** Orders of the last 12 months outside contracts and under them, by how they were chosen. */
export type PurchaseKindDto = {
  chosenBy: "active" | "automatic" | "notRecorded";
  orders: number;
  lastOn: IsoDate;
};

export type FamilyMemberDto = {
  account: AccountRef;
  isParent: boolean;
  isHere: boolean;
  /** Running revenue; null where another account decides, or a rate is missing. */
  runningMinor: number | null;
  state: StateDto | null;
  /** Set where the money is counted in the account that decides. */
  countedIn: AccountRef | null;
};

/** Parent and sites; the total counts every money once. */
export type FamilyDto = { members: FamilyMemberDto[]; total: number; runningMinor: number };

/** An account that was merged into this one, and can be taken out again. */
export type MergeDto = { id: string; name: string; externalId: string | null; on: IsoDate };

/** What an account's page shows of what was agreed, bought and not bought. */
export type AccountFollowUps = {
  promises: PromiseDto[];
  cases: CaseDto[];
  wallets: WalletRowDto[];
  purchases: PurchaseKindDto[];
  merges: MergeDto[];
  family: FamilyDto | null;
  /** Known and typical room to grow; null where there is none. */
  grow: GrowLineDto | null;
  /** The latest call about each contract. */
  calls: { contractId: string; call: "safe" | "unsure" | "atRisk"; line: string; on: IsoDate }[];
  productTypeOptions: OptionDto[];
};
