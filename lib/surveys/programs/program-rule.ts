import { z } from "zod";

/** What a triggered program waits for; `renewal` counts the days before the decision date. */
export const PROGRAM_EVENTS = [
  "order",
  "delivery",
  "complaint_solved",
  "case_closed",
  "renewal",
] as const;

export const triggerSchema = z.object({
  event: z.enum(PROGRAM_EVENTS, { error: "Choose what the survey follows." }),
  days: z.coerce
    .number({ error: "Give a number of days." })
    .int("Give whole days.")
    .min(0, "Give 0 days or more.")
    .max(365, "Give at most 365 days."),
});
export type Trigger = z.infer<typeof triggerSchema>;
