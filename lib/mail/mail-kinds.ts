import type { Language } from "@/lib/i18n/languages";

export type AccountMailPayload = {
  url: string;
  name: string;
  workspaceName: string;
  /** ISO instant. */
  expiresAt: string;
};

export type SurveyMailPayload = {
  /** An admin asked although the contact was asked within the interval. */
  asksDespiteInterval?: boolean;
};

/** A colleague tries a survey; no invitation stands behind it. */
export type SurveyTestPayload = { surveyId: string; language: Language; userId: string };

export type ErasurePayload = {
  language: Language;
  /** The company as it is called when the mail is written. */
  company: string;
  /** The day of deletion ahead, with the page that undoes it; null once the person is erased. */
  ahead: { eraseOn: string; undoUrl: string } | null;
};

/** A colleague's own words to somebody who answered. */
export type ReplyPayload = { subject: string; body: string };

/** Which answer a colleague is told of at once. */
export type AlertPayload = { invitationId: string };

/** Answers from one moment (included) to another, as ISO instants. */
export type DigestPayload = { from: string; until: string };

/** One line of the worklist as it is told in a mail: said when the mail was written, and nobody's name. */
export type MondayLine = {
  accountId: string;
  account: string;
  /** "15 Oct, last day to decide" */
  byWhen: string | null;
  atRisk: string;
  why: string;
};

/** The first lines of a colleague's worklist, and how many there are. */
export type MondayPayload = { lines: MondayLine[]; total: number };

type Estimated = { value: number | null; low: number | null; high: number | null; n: number };

/** A real drop of relative advantage, as it stood when it was seen; no segment means all accounts. */
export type AdvantageAlert = {
  segment: { id: string; name: string } | null;
  better: Estimated;
  change: Estimated;
};

export type AdvantagePayload = { alerts: AdvantageAlert[] };

/** A case that a colleague, or a system of ours (null), gave somebody to look after. */
export type CasePayload = { caseId: string; givenById: string | null };

/** What each kind's row carries; a new kind is a line here, one below and a writer in lib/jobs. */
export type MailPayloads = {
  survey: SurveyMailPayload;
  survey_reminder: SurveyMailPayload;
  survey_test: SurveyTestPayload;
  receipt: Record<string, never>;
  reply: ReplyPayload;
  alert: AlertPayload;
  digest: DigestPayload;
  monday: MondayPayload;
  advantage: AdvantagePayload;
  case: CasePayload;
  erasure_receipt: ErasurePayload;
  password_reset: AccountMailPayload;
  member_invitation: AccountMailPayload;
};

export type MailKind = keyof MailPayloads;

type KindRules = {
  /** Holds ids only, so it may stay; else it is removed when the mail is over: it has a secret link. */
  keepsPayload: boolean;
  /** The address is removed too when the mail is over. */
  forgetsAddress?: true;
};

export const MAIL_KINDS: Record<MailKind, KindRules> = {
  survey: { keepsPayload: true },
  survey_reminder: { keepsPayload: true },
  survey_test: { keepsPayload: true },
  receipt: { keepsPayload: true },
  // Its words stand in the account's timeline.
  reply: { keepsPayload: false },
  alert: { keepsPayload: true },
  digest: { keepsPayload: true },
  monday: { keepsPayload: false },
  advantage: { keepsPayload: false },
  case: { keepsPayload: true },
  erasure_receipt: { keepsPayload: false, forgetsAddress: true },
  password_reset: { keepsPayload: false },
  member_invitation: { keepsPayload: false },
};

function kindsWhere(isWanted: (rules: KindRules) => boolean): string[] {
  return Object.entries(MAIL_KINDS).flatMap(([kind, rules]) => (isWanted(rules) ? kind : []));
}

/** For statements that end mails of several kinds at once. */
export const KINDS_KEEPING_PAYLOAD = kindsWhere((rules) => rules.keepsPayload);
export const KINDS_FORGETTING_ADDRESS = kindsWhere((rules) => rules.forgetsAddress === true);
