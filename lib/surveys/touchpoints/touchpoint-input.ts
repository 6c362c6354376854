import { z } from "zod";
import { stageName } from "./stages";

export const TOUCHPOINT_KINDS = ["customer", "audit"] as const;
export type TouchpointKind = (typeof TOUCHPOINT_KINDS)[number];

export const touchpointInputSchema = z.object({
  name: z
    .string({ error: "Give the touchpoint a name." })
    .trim()
    .min(1, "Give the touchpoint a name.")
    .max(120, "Use at most 120 characters."),
  stage: stageName,
  ownerId: z.preprocess(
    (value) => (value === "" ? null : value),
    z.uuid({ error: "Choose a colleague from the list." }).nullish(),
  ),
});

export const touchpointIdSchema = z.object({
  touchpointId: z.uuid({ error: "Open the touchpoint again." }),
});
