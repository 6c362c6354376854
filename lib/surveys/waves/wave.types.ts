import type { HeldReason } from "../answers/held-reason";
import type { WaveTrouble } from "../mail/wave-trouble";
import type { WaveCounts } from "./load-wave-counts";
import type { SkipReason } from "./skip-reason";

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
  /** Why, where the state alone does not say it. */
  note: PersonNote | null;
  /** "9", "Satisfied"; the last one that counts, else the last one kept aside. */
  answer: string | null;
  answeredOn: string | null;
  comment: string | null;
};

export type PersonNote =
  | { kind: "held"; reason: HeldReason }
  | { kind: "skipped"; reason: SkipReason }
  /** In the words of the mail server. */
  | { kind: "refused"; reason: string | null }
  | { kind: "retried"; reason: string };

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
