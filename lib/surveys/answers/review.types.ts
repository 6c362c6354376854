import type { HeldReason } from "./held-reason";
import type { Waiting } from "./load-held-answers";
import type { Evidence } from "./write-answers";

/** One answer that does not count by itself. */
export type HeldAnswer = {
  responseId: string;
  class: "held" | "provisional";
  reason: HeldReason;
  /** "9", "Satisfied". */
  answer: string;
  /** ISO instant. */
  answeredAt: string;
  evidence: Evidence;
  /** What the person, or the machine, wrote with it. */
  comment: string | null;
  decision: { isAccepted: boolean; by: string | null; on: string } | null;
};

/** All of one link, the latest answer first. */
export type HeldPerson = {
  invitationId: string;
  /** Null where somebody came through a door that is nobody's own, and where names are kept back. */
  name: string | null;
  role: string | null;
  account: { id: string; name: string } | null;
  survey: { id: string; name: string };
  wave: { id: string; name: string } | null;
  answers: HeldAnswer[];
};

export type HeldListDto = {
  people: HeldPerson[];
  /** People, not answers; of all pages. */
  total: number;
  /** Whatever is shown. */
  waiting: Waiting;
  page: number;
  pageSize: number;
};
