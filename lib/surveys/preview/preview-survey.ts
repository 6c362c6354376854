import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { type RespondentPageDto, toRespondentPage } from "../answers/respondent-page";
import { commentPrompt } from "../design/follow-up-views";
import { surveyDraftSchema } from "../design/survey-input";
import { NO_OPTIONS } from "../design/survey-options";
import { type AskedQuestion, languagesOf, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import { surveyMail } from "../mail/survey-mail";
import { type SurveyMailLines, surveyMailLines } from "../mail/survey-mail-lines";
import { loadSurveyToTry, sampleDay } from "./load-survey-to-try";
import { firstNameOf, loadTrial, sampleChoice, sampleLink, type Trial } from "./sample";

export type SurveyPreviewDto = {
  language: Language;
  /** Those in which the question has all its words. */
  languages: Language[];
  mail: { from: string; subject: string; html: string; text: string };
  question: RespondentPageDto;
  thanks: RespondentPageDto;
  /** What stands there where the survey has no words of its own. */
  standard: { question: string; comment: string; subject: string; purpose: string };
};

const callSchema = z.object({
  language: z.enum(LANGUAGES).catch("en"),
  /** A stored survey; left out for one that stands in the form only. */
  surveyId: z.uuid().optional(),
  draft: z.unknown().optional(),
});
type Call = z.infer<typeof callSchema>;

/** Nothing in a preview leads anywhere. */
const NO_LINKS = { answer: "#", choice: () => "#", preferences: "#", oneClick: "#" };

async function loadAsked(tx: Tx, ctx: Ctx, call: Call): Promise<AskedQuestion> {
  if (call.surveyId) return loadSurveyToTry(tx, ctx, call.surveyId);
  const draft = surveyDraftSchema.parse(call.draft);
  return toAskedQuestion(draft, {
    company: ctx.workspace.name,
    touchpointName: draft.touchpointName,
    touchpointOn: sampleDay(ctx),
  });
}

function mailInput(trial: Trial, asked: AskedQuestion) {
  const { language, person, settings, ctx } = trial;
  return {
    language,
    asked,
    firstName: firstNameOf(trial),
    account: ctx.workspace.name,
    sender: person,
    senderName: settings.senderName,
    hidesNames: settings.hidesNames,
    links: NO_LINKS,
  };
}

function standardTexts(trial: Trial): SurveyPreviewDto["standard"] {
  const asked = { ...trial.asked, options: NO_OPTIONS };
  const { subject, purpose, question }: SurveyMailLines = surveyMailLines(mailInput(trial, asked));
  return {
    question: question.text,
    comment: commentPrompt(trial.language, asked),
    subject,
    purpose,
  };
}

/** What people of a language would get, from the very functions that make mail and page. */
export async function previewSurvey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SurveyPreviewDto> {
  requirePermission(ctx, "survey:read");
  const call = callSchema.parse(input);
  const trial = await withWorkspace(ctx, async (tx) => {
    const asked = await loadAsked(tx, ctx, call);
    return loadTrial(tx, ctx, { language: surveyLanguage(asked, call.language), asked });
  });
  const mail = surveyMail(mailInput(trial, trial.asked));
  return {
    language: trial.language,
    languages: languagesOf(trial.asked),
    mail: { from: mail.fromName, subject: mail.subject, html: mail.html, text: mail.text },
    question: toRespondentPage(sampleLink(trial, null)),
    thanks: toRespondentPage(sampleLink(trial, sampleChoice(trial))),
    standard: standardTexts(trial),
  };
}
