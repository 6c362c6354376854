/** `survey` mails carry ids only; the other two carry a secret link, removed once the mail is gone. */
export type AccountMailPayload = {
  url: string;
  name: string;
  workspaceName: string;
  /** ISO instant. */
  expiresAt: string;
};

export type SurveyMailPayload = {
  /** An admin asked although the contact was asked within the interval. */
  asksDespiteInterval: boolean;
};

export type MailPayloads = {
  survey: SurveyMailPayload;
  password_reset: AccountMailPayload;
  member_invitation: AccountMailPayload;
};

export type MailKind = keyof MailPayloads;
