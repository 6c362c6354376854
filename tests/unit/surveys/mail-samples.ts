import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { CODES_SCALE, SURVEY_QUESTIONS } from "@/lib/surveys/design/question-codes";
import { NO_OPTIONS, type SurveyOptions } from "@/lib/surveys/design/survey-options";
import type { AskedQuestion } from "@/lib/surveys/design/survey-question";
import { surveyLinks } from "@/lib/surveys/mail/survey-links";
import type { SurveyMailInput } from "@/lib/surveys/mail/survey-mail-lines";

const env = {
  APP_URL: "https://loyal.example",
  LINK_KEYS: [{ id: "k1", key: Buffer.alloc(32, 1) }],
};
const subject = {
  workspaceId: "01900000-0000-7000-8000-000000000001",
  invitationId: "01900000-0000-7000-8000-000000000002",
};

export const SAMPLE_ASKED: AskedQuestion = {
  question: "nps",
  scale: "0-10",
  scope: "relationship",
  company: "Nordlys Pumper",
  touchpointName: null,
  touchpointOn: null,
  followUps: [],
  options: NO_OPTIONS,
};

export const SAMPLE_MAIL: SurveyMailInput = {
  language: "da",
  asked: SAMPLE_ASKED,
  firstName: "Lone",
  account: "Grenaa Havn",
  sender: { name: "Mette Holm", email: "mette@nordlys.example" },
  links: surveyLinks(env, subject, 1),
};

const OWN: SurveyOptions = {
  ...NO_OPTIONS,
  offersCannotSay: true,
  texts: Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      {
        question: "How well does the delivery fit your working day, {company}?",
        labels: ["Badly", "So so", "Well"],
      },
    ]),
  ),
};

const SCALES: Record<string, string[]> = {
  nps: ["0-10"],
  csat: ["1-5", "1-4", "1-3"],
  ease: ["1-5"],
  custom: ["1-3"],
};

/** Every first question on every scale. */
export const SAMPLE_QUESTIONS: AskedQuestion[] = SURVEY_QUESTIONS.flatMap((question) =>
  (SCALES[question] ?? [CODES_SCALE]).map((scale) => ({
    ...SAMPLE_ASKED,
    question,
    scale,
    options: question === "custom" ? OWN : NO_OPTIONS,
  })),
);

/** Every first question in every language, as a first mail and as a reminder with all it may say. */
export function sampleMails(): { name: string; language: Language; input: SurveyMailInput }[] {
  return LANGUAGES.flatMap((language) =>
    SAMPLE_QUESTIONS.flatMap((asked) => {
      const input: SurveyMailInput = { ...SAMPLE_MAIL, language, asked };
      const reminder = { sentOn: "2026-11-15", chosen: asked.question === "nps" ? "9" : null };
      const full = { ...input, reminder, whatChanged: "We answer the phone at night now." };
      const name = `${asked.question} ${asked.scale} ${language}`;
      return [
        { name, language, input },
        { name: `${name} reminder`, language, input: full },
      ];
    }),
  );
}
