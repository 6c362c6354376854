import { type Run, readerOf } from "@/lib/db/with-workspace-sql";
import { dateIn } from "@/lib/format/calendar";
import { loadSeldomReasons } from "../design/load-seldom-reasons";
import { withoutSeldom } from "../design/seldom-questions";
import { type RespondentPageDto, toRespondentPage } from "./respondent-page";
import { type LinkCall, type OpenedLink, withSurveyLink } from "./with-survey-link";

/** The second step asks nobody what may only be asked once a year, or not before a decision. */
async function withAllowedFollowUps(link: OpenedLink, run: Run): Promise<OpenedLink> {
  const { ctx, asked, contactId, accountId, invitationId } = link;
  if (contactId === null || accountId === null) return link;
  const { workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  const call = { workspace, today, asked, exceptInvitationId: invitationId };
  const reasons = await loadSeldomReasons(readerOf(run), call, [{ contactId, accountId }]);
  const own = reasons.get(contactId);
  return own ? { ...link, asked: withoutSeldom(asked, own) } : link;
}

/** The thank-you step: reads only. Null for a link that is none. */
export function getRespondentPage(call: LinkCall): Promise<RespondentPageDto | null> {
  return withSurveyLink(call, async (link, _send, run) =>
    toRespondentPage(await withAllowedFollowUps(link, run)),
  );
}
