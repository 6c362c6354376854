import type {
  Attitude,
  AttitudeReason,
  BehaviourReason,
  Engagement,
  RenewalSignal,
  RhythmStatus,
  Role,
  Tag,
} from "@/lib/metrics";
import type { AccountFollowUps } from "./account-follow-ups.types";
import type { AccountRef, DefinitionDto, IsoDate, PersonRef, StateDto } from "./figures.types";
import type { OptionDto } from "./overview.types";
import type { AnswerDto, WorklistLineDto, WorklistReasonDto } from "./worklist.types";

/** The page's first line as data, most important first, at most three. */
export type HeadFactDto =
  | WorklistReasonDto
  | { code: "decision"; on: IsoDate; daysLeft: number; renewsOn: IsoDate | null }
  | { code: "lost"; on: IsoDate }
  | { code: "tooNew"; knownFrom: IsoDate | null }
  | { code: "noPurchases" }
  | { code: "nothingUrgent" };

export type BehaviourDto = {
  score: number | null;
  reason: BehaviourReason | null;
  knownFrom: IsoDate | null;
  runningMinor: number;
  contractMinor: number;
  orderMinor: number;
  baseMinor: number | null;
  windowMonths: number;
  isShortHistory: boolean;
  kept: {
    ratio: number | null;
    standardError: number | null;
    provenRatio: number | null;
    score: number | null;
    note: "tooLumpyToSay" | "noRealChange" | null;
  };
  rhythmScore: number | null;
  rhythm:
    | {
        status: RhythmStatus;
        lastOrderOn: IsoDate;
        sinceDays: number;
        usualDays: number;
        longestDays: number;
        lateLineDays: number;
        lateOn: IsoDate;
        lostOn: IsoDate;
        gaps: number;
      }
    | { status: null; lastOrderOn: IsoDate | null; reason: "noRhythmYet" | "noOrders" };
  isIndexed: boolean;
  renewedByItself: number;
  renewedBySignature: number;
};

export type AttitudeDto = {
  score: number | null;
  reason: AttitudeReason | null;
  /** The way that decides the place on the map. */
  way: Attitude["way"];
  ways: Attitude["ways"];
  disagree: boolean;
  mark: "filled" | "ring" | null;
  isFromTouchpointsOnly: boolean;
  switching: "no" | "notSure" | "yes" | null;
  relativeAdvantage: string | null;
};

export type PersonDto = {
  id: string;
  name: string;
  /** Name as fields, for the edit form; null where not recorded or erased. */
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  title: string | null;
  language: string | null;
  role: Role | null;
  worksWith: PersonRef | null;
  leftOn: IsoDate | null;
  /** The workspace keeps from this reader who said what: scores and words are left out below. */
  isKeptBack: boolean;
  /** Attitude score 0..1 of counted answers; null where none counts. */
  score: number | null;
  hasClearNo: boolean;
  isFromTouchpointsOnly: boolean;
  lastAnswer: AnswerDto | null;
  lastComment: string | null;
  lastAskedOn: IsoDate | null;
  asked: number;
  /** Site the person belongs to, where the parent decides. */
  site: AccountRef | null;
};

export type ContractDto = {
  id: string;
  name: string;
  productType: string | null;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  autoRenews: boolean;
  noticeDays: number;
  isIndexed: boolean;
  yearlyMinor: number;
  currency: string;
  decidedBy: "signature" | "automatic" | null;
  decidedOn: IsoDate | null;
  decisionOn: IsoDate | null;
  renewsOn: IsoDate | null;
  noticeGivenOn: IsoDate | null;
  isActive: boolean;
};

export type NegotiationDto = {
  id: string;
  contractId: string;
  openedOn: IsoDate;
  closedOn: IsoDate | null;
  daysOpen: number;
  rounds: number | null;
  discountAsked: number | null;
  discountGranted: number | null;
  rival: string | null;
  outcome: "open" | "won" | "lost";
};

export type TimelineKind =
  | "answer"
  | "order"
  | "complaint"
  | "promise"
  | "touch"
  | "contract"
  | "negotiation"
  | "churn"
  | "case"
  | "asked";

export type TimelineEntryDto = {
  id: string;
  on: IsoDate;
  kind: TimelineKind;
  /** What exactly: "nps", "call", "signature", "account_lost", ... */
  detail: string;
  text: string | null;
  personName: string | null;
  role: Role | null;
  /** What comes after a contact, in the words of who logged it. */
  nextStep: string | null;
  answer: AnswerDto | null;
  /** In the row's own currency. */
  amountMinor: number | null;
  currency: string | null;
  closedOn: IsoDate | null;
  dueOn: IsoDate | null;
  isDone: boolean | null;
  /** An answer with a page of its own in the inbox. */
  hasPage: boolean;
  site: AccountRef | null;
};

export type AccountDto = AccountFollowUps & {
  id: string;
  name: string;
  currency: string;
  asOf: IsoDate;
  head: HeadFactDto[];
  state: StateDto | null;
  isActive: boolean;
  lostOn: IsoDate | null;
  tags: Tag[];
  boundUntil: IsoDate | null;
  facts: {
    industry: string | null;
    country: string | null;
    region: string | null;
    sizeBand: string | null;
    accountCurrency: string;
    customerSince: IsoDate | null;
    acquiredBy: string;
    attributes: Record<string, string>;
    externalId: string | null;
    parent: AccountRef | null;
    /** Set when this account's figures are pooled into the parent that decides. */
    decidedBy: AccountRef | null;
    decidesForSites: boolean;
    sites: AccountRef[];
  };
  owner: PersonRef | null;
  ownerSince: IsoDate | null;
  runningMinor: number;
  shareOfAll: number | null;
  lastHeardOn: IsoDate | null;
  behaviour: BehaviourDto;
  attitude: AttitudeDto;
  people: PersonDto[];
  heardPeople: number;
  /** Answers that count and came through a link that names the account only. */
  heardUnnamed: number;
  rolesPresent: Role[];
  roleGaps: Role[];
  contracts: ContractDto[];
  signal: RenewalSignal["verdict"] | null;
  signalCodes: string[];
  managerCall: { call: "safe" | "unsure" | "atRisk"; on: IsoDate; isOld: boolean } | null;
  callAndSignalDiffer: boolean;
  negotiations: NegotiationDto[];
  /** Shares of the running revenue; null where nothing runs. */
  keepsComing: Record<"chosen" | "byItself" | "olderContract" | "notRecorded", number | null>;
  productTypes: { name: string; isOwned: boolean; lastOn: IsoDate | null }[];
  shareOfWallet: {
    low: number;
    high: number;
    provenance: "asked" | "estimated";
    on: IsoDate;
    isStale: boolean;
  } | null;
  engagement: Engagement | null;
  /** Month by month, up to 36: state and scores at each month's close. */
  history: {
    month: string;
    behaviour: number | null;
    attitude: number | null;
    state: string | null;
  }[];
  timeline: { entries: TimelineEntryDto[]; page: number; pages: number; total: number };
  worklistLine: WorklistLineDto | null;
  sleepsUntil: IsoDate | null;
  employees: OptionDto[];
  withoutRate: boolean;
  definitions: DefinitionDto[];
  epoch: number;
};
