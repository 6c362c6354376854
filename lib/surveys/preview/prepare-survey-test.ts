import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { SurveyTestPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { surveyLanguage } from "../design/survey-question";
import { surveyMail } from "../mail/survey-mail";
import { loadSurveyToTry } from "./load-survey-to-try";
import { previewLinks } from "./preview-links";

/** A test is the survey's own mail; only its links lead elsewhere. */
export async function prepareSurveyTest(
  tx: Tx,
  ctx: Ctx,
  mail: ClaimedMail,
): Promise<PreparedMail> {
  const { workspace } = ctx;
  const { surveyId, language: wish, userId } = mail.payload as SurveyTestPayload;
  const user = await tx.appUser.findUnique({ where: { id: userId }, select: { name: true } });
  const survey = await tx.survey.findFirst({
    where: { workspaceId: workspace.id, id: surveyId },
    select: { version: true },
  });
  if (!user || !survey || mail.to === null) {
    return { end: { state: "skipped", reason: "gone" } };
  }
  const asked = await loadSurveyToTry(tx, ctx, surveyId);
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, ctx.now));
  const language = surveyLanguage(asked, wish);
  const place = { workspaceId: workspace.id, surveyId, version: survey.version };
  const { unsubscribeUrl: _, ...content } = surveyMail({
    language,
    asked,
    firstName: user.name.trim().split(/\s+/)[0] || null,
    account: workspace.name,
    sender: { name: user.name, email: mail.to },
    senderName: settings.senderName,
    hidesNames: settings.hidesNames,
    privacyUrl: settings.privacyUrl,
    links: previewLinks(readEnv(), place, language),
  });
  return { to: mail.to, content: { ...content, subject: `[Test] ${content.subject}` } };
}
