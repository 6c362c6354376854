import { z } from "zod";
import { segmentRulesSchema } from "./segment-rules";

/** Rules come as an object, or as JSON text from a form. */
const rules = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}, segmentRulesSchema);

const name = z
  .string({ error: "Give the segment a name." })
  .trim()
  .min(1, "Give the segment a name.")
  .max(100, "Keep the name under 100 characters.");

const segmentId = z.uuid({ error: "Choose the segment." });

export const createSegmentSchema = z.object({ name, rules });
export const updateSegmentSchema = z.object({ segmentId, name, rules });
export const segmentIdSchema = z.object({ segmentId });
export const previewSegmentSchema = z.object({ rules });

/** A page that does not exist is the first. */
export const segmentViewSchema = z.object({
  segmentId,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
