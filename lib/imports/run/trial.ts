import { z } from "zod";

/** Share of the stored rows that may change without an admin saying so. */
export const CHANGES_ALLOWED = 0.2;

/** A text as it is stored, or one of our words: a row that the file itself adds, yes and no. */
const cellSchema = z
  .union([z.string(), z.object({ word: z.enum(["new", "yes", "no"]) })])
  .nullable();

const exampleSchema = z.object({
  rowNumber: z.number(),
  title: z.string(),
  changes: z.array(z.object({ label: z.string(), from: cellSchema, to: cellSchema })),
});

/** What a check of the whole file found; nothing was written. */
export const trialSchema = z.object({
  checkedAt: z.iso.datetime(),
  rowsNew: z.number(),
  rowsChanged: z.number(),
  rowsUnchanged: z.number(),
  rowsRejected: z.number(),
  /** Rows of this kind and source that were there. */
  rowsStored: z.number(),
  examples: z.array(exampleSchema),
});

export type Trial = z.infer<typeof trialSchema>;
export type TrialCell = z.infer<typeof cellSchema>;
export type TrialExample = z.infer<typeof exampleSchema>;

/** So much would change that it looks like the wrong file or the wrong columns. */
export function changesTooMuch(trial: Pick<Trial, "rowsChanged" | "rowsStored">): boolean {
  return trial.rowsChanged > CHANGES_ALLOWED * trial.rowsStored;
}
