import { z } from "zod";

const MIN_PASSWORD_LENGTH = 12;

/** Length is what makes a password strong; rules about digits and signs make it predictable. */
export const newPasswordSchema = z
  .string({ error: "Choose a password." })
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters; a sentence is fine.`)
  .max(256, "Use at most 256 characters.")
  .refine((text) => new Set(text).size >= 5, "Use at least five different characters.");
