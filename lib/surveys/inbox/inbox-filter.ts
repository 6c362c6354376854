import { z } from "zod";

export const INBOX_SHOWS = [
  "all",
  "needs",
  "below",
  "comment",
  "below_comment",
  "contact",
] as const;
export type InboxShow = (typeof INBOX_SHOWS)[number];
export const INBOX_DAYS = ["7", "30", "90", "365", "all"] as const;

export const ENTRIES_PER_PAGE = 25;
const MAX_SEARCH = 100;

const optionalText = z.string().trim().max(MAX_SEARCH).catch("");
/** The score that stands last on a page: its moment in milliseconds, and its id. */
const CURSOR = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const cursor = z.preprocess(
  (value) => CURSOR.exec(String(value)),
  z
    .custom<RegExpExecArray>((match) => Array.isArray(match))
    .transform(([, at, id]) => ({ at: new Date(Number(at)), id: id ?? "" }))
    .nullable()
    .catch(null),
);

/** As the address carries it; what makes no sense there is as if it were not there. */
export const inboxFilterSchema = z.object({
  /** Of the accounts and touchpoints one owns. */
  whose: z.enum(["mine", "all"]).optional().catch(undefined),
  show: z.enum(INBOX_SHOWS).catch("all").default("all"),
  state: z.enum(["open", "handled", "all"]).catch("all").default("all"),
  /** All versions of a survey are one. */
  survey: z.uuid().nullable().catch(null).default(null),
  /** Of the accounts that are in it today. */
  segment: z.uuid().nullable().catch(null).default(null),
  days: z.enum(INBOX_DAYS).catch("90").default("90"),
  q: optionalText.default(""),
  after: cursor.default(null),
});
export type InboxFilter = z.infer<typeof inboxFilterSchema> & { whose: "mine" | "all" };

export function cursorOf(entry: { at: Date; id: string }): string {
  return `${entry.at.getTime()}_${entry.id}`;
}
