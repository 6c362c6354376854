import type { SkipReason } from "../waves/skip-reason";

export type RefusedReason =
  | SkipReason
  | "no_person"
  | "no_account"
  | "ambiguous_account"
  | "named_twice"
  | "ask_key_taken";

export type InvitationLinks = {
  /** The survey, nothing selected. */
  answer: string;
  /** The worst first; pressing one selects it, and nothing is stored before the person presses Send. */
  choices: { value: string; label: string; url: string }[];
  preferences: string;
};

export type InvitationResult = { askKey: string } & (
  | {
      state: "created" | "existing";
      invitationId: string;
      contactId: string;
      language: string;
      links: InvitationLinks;
    }
  | { state: "refused"; reason: RefusedReason }
);

export type InvitationsDto = {
  surveyId: string;
  created: number;
  existing: number;
  refused: number;
  people: InvitationResult[];
};
