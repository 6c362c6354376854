import type { AnswerNeed } from "./answer-needs";
import type { Standing } from "./answer-points";
import type { InboxFilter } from "./inbox-filter";
import type { DropDto } from "./load-drops";

export type InboxPerson = {
  /** Null where the workspace keeps names from this reader, or nobody knows it any more. */
  name: string | null;
  isHidden: boolean;
  role: string | null;
};

export type InboxEntryDto = {
  /** The score's, by which an answer has its page. */
  id: string;
  invitationId: string;
  /** ISO instant. */
  at: string;
  surveyName: string;
  touchpointName: string | null;
  /** "9 of 10", "Satisfied": as the reader's language has it. */
  score: string;
  standing: Standing | null;
  comment: string | null;
  wantsContact: boolean;
  needs: AnswerNeed[];
  /** Null for an answer through a door that is nobody's own. */
  person: InboxPerson | null;
  account: InboxAccount | null;
  handled: { at: string; by: string | null } | null;
};

export type InboxAccount = {
  id: string;
  name: string;
  ownerName: string | null;
  /** Of the account that decides; null where it is not known. */
  runningMinor: number | null;
  /** ISO day. */
  decisionOn: string | null;
};

export type InboxDto = {
  filter: InboxFilter;
  entries: InboxEntryDto[];
  /** Real drops of relative advantage, above the answers of the first page. */
  drops: DropDto[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
  surveys: { familyId: string; name: string }[];
  segments: { id: string; name: string }[];
  /** Whether there is any answer at all to filter. */
  hasAny: boolean;
  canAct: boolean;
};
