import type { WaveTrouble } from "../mail/wave-trouble";
import type { WaveCounts } from "./load-wave-counts";

export type WaveState = "draft" | "sending" | "paused" | "sent" | "closed";

export type WaveSummary = {
  id: string;
  name: string;
  state: WaveState;
  surveyId: string;
  surveyName: string;
  /** ISO day in the workspace. */
  startedOn: string | null;
  closesOn: string;
  counts: WaveCounts;
  /** Of the people asked; null where nobody was. */
  shareOfAsked: Record<"delivered" | "visited" | "answered", number | null>;
};

export type WavePerson = {
  invitationId: string;
  /** Both null where the workspace keeps from this reader who said what. */
  contactId: string | null;
  name: string | null;
  role: string | null;
  accountId: string;
  accountName: string;
  state: PersonState;
  /** Why, in words, where the state alone does not say it. */
  note: string | null;
  /** "9", "Satisfied"; the last one that counts, else the last one kept aside. */
  answer: string | null;
  answeredOn: string | null;
  comment: string | null;
};

export type PersonState =
  | "answered"
  | "held"
  | "visited"
  | "delivered"
  | "waiting"
  | "uncertain"
  | "not_delivered"
  | "skipped";

/** Handed over, and the answer of the mail server was lost: only a person can tell. */
export type UncertainMail = {
  mailId: string;
  name: string;
  accountName: string;
  /** ISO instant. */
  handedAt: string | null;
};

export type WaveDto = WaveSummary & {
  question: string;
  /** Why it rests, where it paused by itself. */
  trouble: WaveTrouble | null;
  people: WavePerson[];
  /** More people than are listed. */
  hasMorePeople: boolean;
  uncertain: UncertainMail[];
  canSend: boolean;
};
