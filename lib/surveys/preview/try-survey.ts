import { makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { isLinkGenuine, readLinkToken } from "@/lib/mail/link-token";
import { type RespondentPageDto, toRespondentPage } from "../answers/respondent-page";
import { surveyLanguage } from "../design/survey-question";
import { loadSurveyToTry } from "./load-survey-to-try";
import { previewLinks } from "./preview-links";
import { loadTrial, sampleChoice, sampleLink } from "./sample";

export type TryCall = {
  token: string;
  language: string;
  now: Date;
  /** What was pressed, "" where that is forgotten again; null on the first page. */
  value: string | null;
};

/**
 * The pages behind a test mail. The secret in the link stands where others have a session; null for a
 * link that is none. It reads only: there is nowhere an answer could be stored.
 */
export async function trySurvey(call: TryCall): Promise<RespondentPageDto | null> {
  const link = readLinkToken(call.token);
  const { workspaceId, invitationId: surveyId } = link;
  return withWorkspace({ workspace: { id: workspaceId } }, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { workspaceId, id: surveyId, archivedAt: null },
      select: { version: true },
    });
    const row = await tx.workspace.findFirst({
      where: { id: workspaceId, archivedAt: null },
      select: WORKSPACE_COLUMNS,
    });
    const env = readEnv();
    const isGenuine = isLinkGenuine(env.LINK_KEYS, link, "preview", survey?.version ?? 0);
    if (!isGenuine || !survey || !row) return null;
    const actor = { type: "system", job: "survey test" } as const;
    const ctx = makeCtx({ actor, workspace: toWorkspaceInfo(row), now: call.now });
    const asked = await loadSurveyToTry(tx, ctx, surveyId);
    const wish: Language | undefined = LANGUAGES.find((one) => one === call.language);
    const language = surveyLanguage(asked, wish ?? null, row.locale);
    const trial = await loadTrial(tx, ctx, { language, asked });
    const { preferences } = previewLinks(env, { workspaceId, surveyId, ...survey }, language);
    const value = call.value === "" ? sampleChoice(trial) : call.value;
    return { ...toRespondentPage(sampleLink(trial, value)), preferencesUrl: preferences };
  });
}
