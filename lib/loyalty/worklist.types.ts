import type { LoyaltyState, RenewalSignal, Role, Tag } from "@/lib/metrics";
import type { AccountRef, IsoDate, PersonRef, StateDto } from "./figures.types";

/** What somebody answered, as it was asked: 4 of NPS, "notSure" of the switching question. */
export type AnswerDto = {
  question: "nps" | "csat" | "relativeAdvantage" | "switching";
  /** Set for nps and csat. */
  value: number | null;
  /** Highest value of the scale: 10, 5, 7 or 3. */
  scaleMax: number | null;
  /** Set for the other two. */
  code: string | null;
  on: IsoDate;
};

/** Why a line is on the list, most important first; at most three are given. */
export type WorklistReasonDto =
  | { code: "noticeGiven"; on: IsoDate; endsOn: IsoDate | null }
  | {
      code: "decisionNear";
      decisionOn: IsoDate;
      daysLeft: number;
      renewsOn: IsoDate | null;
      signal: RenewalSignal["verdict"];
      signalCodes: string[];
    }
  | {
      code: "signerBelowLine";
      /** Null where the workspace keeps names from this reader. */
      person: PersonRef | null;
      answer: AnswerDto | null;
      score: number;
      /** The most convinced other person, where they lie on the other side of the line. */
      contrast: { role: Role; answer: AnswerDto } | null;
    }
  | { code: "wouldNotChooseAgain"; on: IsoDate; person: PersonRef | null }
  | { code: "rivalNamed"; on: IsoDate; rival: string | null }
  | {
      code: "late";
      lastOrderOn: IsoDate;
      sinceDays: number;
      usualDays: number;
      longestDays: number;
      lateSince: IsoDate;
      countsAsLostOn: IsoDate;
    }
  | { code: "buysLess"; ratio: number; provenRatio: number }
  | { code: "complaints"; count: number; openDays: number | null; subject: string | null }
  | { code: "promiseOverdue"; dueOn: IsoDate; text: string | null }
  | { code: "caseOverdue"; dueOn: IsoDate }
  | { code: "silent"; lastHeardOn: IsoDate | null; asked: number }
  | { code: "notAsked"; lastHeardOn: IsoDate | null; renewedByItself: number }
  | { code: "ownerChanged"; on: IsoDate; ownerName: string | null };

/** Ask: the survey mail may go (or from the day given). The others open a form on the account. */
export type WorklistAction =
  | { kind: "ask"; allowedFrom: IsoDate | null }
  | { kind: "logCall" }
  | { kind: "closePromise" }
  | { kind: "closeCase" }
  | { kind: "review" };

export type ByWhenKind = "decision" | "ends" | "countsAsLost" | "case" | "promise";

export type WorklistLineDto = {
  account: AccountRef;
  state: StateDto | null;
  tags: Tag[];
  byWhen: { on: IsoDate; kind: ByWhenKind; daysLeft: number } | null;
  atRiskMinor: number;
  canBeLostMinor: number;
  lossShare: { value: number; basis: "assumed" | "learned"; accounts: number; state: LoyaltyState };
  reasons: WorklistReasonDto[];
  owner: PersonRef | null;
  action: WorklistAction;
};

export type WorklistGroupKey = "within14Days" | "within90Days" | "later";

export type RestingDto = { account: AccountRef; until: IsoDate | null };

export type WorklistDto = {
  /** Groups with lines, in order; the first `shown` lines over all groups. */
  groups: { key: WorklistGroupKey; lines: WorklistLineDto[] }[];
  shown: number;
  total: number;
  atRiskTotalMinor: number;
  /** Accounts whose loss shares are learned; 0 while all are assumed. */
  learnedFromAccounts: number;
  /** Lines that sleep until a next step's date or a case's deadline, and the first of them. */
  sleeping: number;
  resting: RestingDto[];
};
