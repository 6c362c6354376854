import type { Language } from "@/lib/i18n/languages";
import { type LinkKey, makeLinkToken } from "@/lib/mail/link-token";
import type { SurveyLinks } from "../mail/survey-links";

/** Where a test mail leads: every link to the page that says it is a test. */
export function previewLinks(
  env: { APP_URL: string; LINK_KEYS: readonly LinkKey[] },
  survey: { workspaceId: string; surveyId: string; version: number },
  language: Language,
): SurveyLinks {
  const subject = { workspaceId: survey.workspaceId, invitationId: survey.surveyId };
  const token = makeLinkToken(env.LINK_KEYS, "preview", subject, survey.version);
  const page = `${env.APP_URL}/s/preview/${token}/${language}`;
  return {
    answer: page,
    choice: (value) => `${page}?c=${value}`,
    preferences: page,
    oneClick: page,
  };
}
