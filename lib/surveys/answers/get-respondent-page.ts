import { type RespondentPageDto, toRespondentPage } from "./respondent-page";
import { type LinkCall, withSurveyLink } from "./with-survey-link";

/** The thank-you step: reads only. Null for a link that is none. */
export function getRespondentPage(call: LinkCall): Promise<RespondentPageDto | null> {
  return withSurveyLink(call, false, async (link) => toRespondentPage(link));
}
