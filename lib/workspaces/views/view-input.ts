import { z } from "zod";

/** A page inside the workspace with its parameters; nowhere else, and never another site. */
export const viewAddress = z
  .string({ error: "Open the page you want to save." })
  .max(2000, "The address is too long to be saved.")
  .regex(/^[a-z][a-z-]*(\/[a-z0-9-]+)*(\?[^#\s\\]*)?$/, "Open the page you want to save.");

export const saveViewSchema = z.object({
  name: z
    .string({ error: "Give the view a name." })
    .trim()
    .min(1, "Give the view a name.")
    .max(60, "Use at most 60 characters."),
  address: viewAddress,
  isShared: z.stringbool().or(z.boolean()).default(false),
});

export const MOST_VIEWS = 50;
