import { z } from "zod";
import { FOLLOW_UPS } from "./follow-ups";
import { SURVEY_QUESTIONS } from "./survey-question";

/** The fields of the survey form, for a new survey and for a new version of one. */
export const surveyInputSchema = z
  .object({
    name: z
      .string({ error: "Give the survey a name." })
      .trim()
      .min(1, "Give the survey a name.")
      .max(120, "Use at most 120 characters."),
    question: z.enum(SURVEY_QUESTIONS, { error: "Choose NPS or CSat." }),
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
  })
  .superRefine((survey, context) => {
    if (survey.scope !== "touchpoint") return;
    if (survey.question === "nps") {
      context.addIssue({
        code: "custom",
        path: ["question"],
        message: "NPS asks about working with you as a whole. Choose CSat for a touchpoint.",
      });
    }
    if (survey.touchpointName === "") {
      context.addIssue({
        code: "custom",
        path: ["touchpointName"],
        message: "Name the touchpoint, for example “Service visit”. The question shows it.",
      });
    }
  });
export type SurveyInput = z.infer<typeof surveyInputSchema>;
