import { z } from "zod";
import { CONTACT_ROLES } from "@/lib/accounts/contact-roles";

const id = z.uuid({ error: "Choose it again from the list." });
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => {
    if (value === undefined || value === "") return [];
    return Array.isArray(value) ? value : [value];
  }, z.array(item));

/** Who a wave asks: accounts by name, id or segment, then people by role, minus those left out. */
export const waveSelectionSchema = z.object({
  q: z.string().trim().max(200, "Search with at most 200 characters.").default(""),
  segmentId: z.preprocess((value) => value || undefined, id.optional()),
  accountIds: list(id),
  contactIds: list(id),
  roles: list(z.enum(CONTACT_ROLES, { error: "Choose decision-makers, influencers or users." })),
  leaveOut: list(id),
});
export type WaveSelection = z.infer<typeof waveSelectionSchema>;

const checkbox = z.preprocess(
  (value) => value === true || value === "on" || value === "1",
  z.boolean(),
);

export const waveRulesSchema = z.object({
  /** Asks people although they were asked within the interval; written to the audit log. */
  asksDespiteInterval: checkbox,
});
