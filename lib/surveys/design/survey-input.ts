import { z } from "zod";
import { FOLLOW_UPS } from "./follow-ups";
import { SCALES, SURVEY_QUESTIONS } from "./question-codes";
import { surveyOptionsSchema } from "./survey-options";
import { languagesOf } from "./survey-question";

const surveyFields = z.object({
  name: z
    .string({ error: "Give the survey a name." })
    .trim()
    .min(1, "Give the survey a name.")
    .max(120, "Use at most 120 characters."),
  question: z.enum(SURVEY_QUESTIONS, { error: "Choose what is asked." }),
  /** Left out: the question's usual scale. */
  scale: z.string().default(""),
  scope: z.enum(["relationship", "touchpoint"], {
    error: "Choose what the survey is about.",
  }),
  touchpointName: z
    .string({ error: "Give the touchpoint one name." })
    .trim()
    .max(120, "Use at most 120 characters.")
    .default(""),
  followUps: z.preprocess(
    (value) => (Array.isArray(value) ? value : value ? [value] : []),
    z.array(z.enum(FOLLOW_UPS, { error: "Choose the questions from the list." })),
  ),
  options: surveyOptionsSchema.prefault({}),
});
type SurveyFields = z.infer<typeof surveyFields>;
type Problem = { path: (string | number)[]; message: string };

function touchpointProblems(survey: SurveyFields): Problem[] {
  if (survey.scope !== "touchpoint") return [];
  const problems: Problem[] = [];
  if (!["csat", "ease", "custom"].includes(survey.question)) {
    const message = "This question is about working with you as a whole. Choose CSat or ease.";
    problems.push({ path: ["question"], message });
  }
  if (survey.touchpointName === "") {
    const message = "Name the touchpoint, for example “Service visit”. The question shows it.";
    problems.push({ path: ["touchpointName"], message });
  }
  return problems;
}

function customProblems(survey: SurveyFields): Problem[] {
  if (survey.question !== "custom" || languagesOf(survey).length > 0) return [];
  const message = "Write the question and the words of every step in at least one language.";
  return [{ path: ["options"], message }];
}

function driverProblems(survey: SurveyFields): Problem[] {
  if (!survey.followUps.includes("drivers") || survey.options.driverItems.length > 0) return [];
  return [{ path: ["options", "driverItems"], message: "Choose at least one thing to ask about." }];
}

/** The form while somebody types: what cannot be yet is left as it usually is. */
export const surveyDraftSchema = surveyFields.omit({ name: true }).transform((draft) => {
  const scales = SCALES[draft.question];
  const isOffered = (scales as readonly string[]).includes(draft.scale);
  return {
    ...draft,
    scale: isOffered ? draft.scale : scales[0],
    touchpointName: draft.touchpointName || "…",
  };
});

/** The fields of the survey form, for a new survey and for a new version of one. */
export const surveyInputSchema = surveyFields
  .transform((survey) => ({ ...survey, scale: survey.scale || SCALES[survey.question][0] }))
  .superRefine((survey, context) => {
    const problems = [...touchpointProblems(survey), ...driverProblems(survey)];
    if (!SCALES[survey.question].includes(survey.scale)) {
      problems.push({ path: ["scale"], message: "Choose a scale from the list." });
    } else problems.push(...customProblems(survey));
    for (const problem of problems) context.addIssue({ code: "custom", ...problem });
  });
export type SurveyInput = z.infer<typeof surveyInputSchema>;
