import type { LinkKey, LinkSubject } from "@/lib/mail/link-token";
import { makeLinkToken } from "@/lib/mail/link-token";

export type SurveyLinks = {
  /** Without a choice. */
  answer: string;
  choice(value: string): string;
  preferences: string;
  oneClick: string;
};

/** The links of one invitation, the same ones each time they are made. */
export function surveyLinks(
  env: { APP_URL: string; LINK_KEYS: readonly LinkKey[] },
  subject: LinkSubject,
  version: number,
): SurveyLinks {
  const survey = makeLinkToken(env.LINK_KEYS, "survey", subject, version);
  const preferences = makeLinkToken(env.LINK_KEYS, "preferences", subject, version);
  const answer = `${env.APP_URL}/s/${survey}`;
  return {
    answer,
    choice: (value) => `${answer}?c=${value}`,
    preferences: `${env.APP_URL}/p/${preferences}`,
    oneClick: `${env.APP_URL}/p/${preferences}/one-click`,
  };
}
