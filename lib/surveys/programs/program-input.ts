import { z } from "zod";
import { waveSelectionSchema } from "../waves/wave-selection";
import { triggerSchema } from "./program-rule";

const days = (most: number) =>
  z.coerce
    .number({ error: "Give a number of days." })
    .int("Give whole days.")
    .min(1, "Give at least 1 day.")
    .max(most, `Give at most ${most} days.`);

const selection = waveSelectionSchema.pick({ segmentId: true, roles: true, accountIds: true });

const shared = {
  name: z
    .string({ error: "Give the program a name." })
    .trim()
    .min(1, "Give the program a name.")
    .max(120, "Use at most 120 characters."),
  surveyId: z.uuid({ error: "Choose a survey." }),
  openDays: z.preprocess((value) => value || undefined, days(180).default(30)),
  reminderAfterDays: z.preprocess((value) => value || null, days(60).nullable()),
  ...selection.shape,
};

/** The fields of the program form. */
export const programInputSchema = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("drip"), ...shared }),
    z.object({ kind: z.literal("triggered"), ...shared, ...triggerSchema.shape }),
  ],
  { error: "Choose when the survey is sent." },
);
export type ProgramInput = z.infer<typeof programInputSchema>;

/** As stored in `survey_program.selection`. */
export function toSelection(stored: unknown) {
  return waveSelectionSchema.parse(stored);
}
