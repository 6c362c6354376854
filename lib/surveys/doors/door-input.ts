import { z } from "zod";
import { DOOR_KINDS } from "./door.types";

const none = (value: unknown) => (value === "" ? null : value);

export const createDoorSchema = z
  .object({
    surveyId: z.uuid({ error: "Open the survey again." }),
    kind: z.enum(DOOR_KINDS, { error: "Choose what kind of door it is." }),
    name: z
      .string({ error: "Give it a name." })
      .trim()
      .min(1, "Give it a name, for example “Counter in Aarhus”.")
      .max(120, "Use at most 120 characters."),
    accountId: z.preprocess(none, z.uuid({ error: "Choose an account from the list." }).nullish()),
    employeeId: z.preprocess(
      none,
      z.uuid({ error: "Choose a colleague from the list." }).nullish(),
    ),
  })
  .superRefine((door, context) => {
    if (door.kind !== "signature" || door.employeeId) return;
    const message = "Say whose signature it stands in.";
    context.addIssue({ code: "custom", path: ["employeeId"], message });
  });

export const doorIdSchema = z.object({ doorId: z.uuid({ error: "Open the door again." }) });
