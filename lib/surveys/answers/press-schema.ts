import { z } from "zod";

/** What every press of a respondent carries besides its answer. */
export const pressSchema = z.object({
  /** A field no person sees; a machine may write any amount into it. */
  honeypot: z.string().default(""),
  /** The browser is signed in to this very workspace. */
  isStaff: z.boolean(),
});
