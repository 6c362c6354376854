import { z } from "zod";
import type { Tx } from "@/lib/db/with-workspace";
import { loadSettingValue } from "./setting-versions";

export const RETENTION_KEY = "retention";

const days = (low: number, fallback: number) =>
  z.coerce
    .number({ error: "Give a whole number of days." })
    .int("Give a whole number of days.")
    .min(low, `Give at least ${low} days.`)
    .max(3650, "Give at most 3,650 days.")
    .default(fallback);

/** For how many days what is not needed for a figure stays. */
export const retentionSettingsSchema = z.object({
  /** After a survey closed: who opened a link when, and with what. That it was opened stays. */
  visitDays: days(30, 180),
  /** After a mail was sent: its address and what it was written from. */
  mailDays: days(30, 90),
  /** Reports of mail servers, and mails that belong to no survey. */
  logDays: days(30, 400),
  /** Uploaded files, and rows that were refused. */
  importDays: days(7, 90),
  /** Answers to API calls that named themselves: within it the same call is answered again, not made. */
  callDays: days(1, 7),
  /** What rows held before an import changed them: as long an import can be undone. */
  undoDays: days(1, 30),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

/** What holds on a day. @param today ISO day. */
export async function loadRetentionSettings(
  tx: Tx,
  workspaceId: string,
  today: string,
): Promise<RetentionSettings> {
  const stored = await loadSettingValue(tx, workspaceId, RETENTION_KEY, today);
  return retentionSettingsSchema.parse(stored ?? {});
}
