import { z } from "zod";
import type { Tx } from "@/lib/db/with-workspace";
import { loadSettingValue } from "./setting-versions";

export const ASKING_KEY = "asking";

const days = (low: number, high: number) =>
  z.coerce
    .number({ error: "Give a whole number." })
    .int("Give a whole number.")
    .min(low, `Give at least ${low}.`)
    .max(high, `Give at most ${high}.`);

const share = (low: number) =>
  z.coerce
    .number({ error: "Give a percentage." })
    .min(low, `Give at least ${low * 100} %.`)
    .max(1, "Give at most 100 %.");

export const SENDING_MODES = ["neutral", "opt_in_first", "normal"] as const;
export type SendingMode = (typeof SENDING_MODES)[number];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time such as 08:00.");

/** How a workspace asks. A stored value may be older than a field: what is missing is the default. */
export const askingSettingsSchema = z.object({
  /** Nobody is asked more often than this, across all surveys. */
  contactIntervalDays: days(7, 365).default(90),
  /** Invitations an account gets in a quarter at most. */
  accountAsksPerQuarter: days(1, 100).default(4),
  workingHours: z.object({ from: time, until: time }).default({ from: "08:00", until: "16:00" }),
  /** Whether mails wait for a working day and its hours. */
  keepsWorkingHours: z.boolean().default(true),
  /** Weeks in which a country stands still, as ISO weeks and month-days; none: send all year. */
  quietWeeks: z.boolean().default(true),
  /** A press within so many seconds of hand-over is held. */
  handOverGraceSeconds: days(0, 600).default(10),
  /** Two different scores within so many seconds, untouched by a person, are held. */
  twoScoresSeconds: days(0, 600).default(10),
  honeypotSeconds: days(0, 3600).default(60),
  prefetchSeconds: days(0, 600).default(2),
  /** A visible, focused page for so long counts as a person's sign for a provisional answer. */
  focusSeconds: days(1, 60).default(5),
  provisionalAfterSeconds: days(0, 600).default(60),
  /** Whether a script may send what was chosen and not pressed, as a provisional answer. */
  takesProvisional: z.boolean().default(true),
  /** Domains whose links machines open more often than this get the page without pre-selection. */
  scannerShare: z.coerce.number().min(0).max(1).default(0.3),
  sendsReceipt: z.boolean().default(false),
  hidesNames: z.boolean().default(false),
  /** As recipients read it in From; null: the account manager's name and the company. */
  senderName: z.string().trim().max(80, "Use at most 80 characters.").nullable().default(null),
  /** Where people read how their details are used. */
  privacyUrl: z
    .url({ protocol: /^https$/, error: "Give a whole address that begins with https://." })
    .nullable()
    .default(null),
  mode: z.enum(SENDING_MODES).default("normal"),
  /** Other modes for single countries (ISO 3166 two letters). */
  modeByCountry: z
    .record(z.string().regex(/^[A-Z]{2}$/, "Give two letters, such as DK."), z.enum(SENDING_MODES))
    .default({}),
  pauseAtBounceShare: share(0.001).default(0.05),
  pauseAtComplaintShare: share(0.0001).default(0.001),
  pauseFromSends: days(1, 10_000).default(50),
});
export type AskingSettings = z.infer<typeof askingSettingsSchema>;

export const DEFAULT_ASKING_SETTINGS: AskingSettings = askingSettingsSchema.parse({});

export function sendingMode(settings: AskingSettings, country: string | null): SendingMode {
  return (country && settings.modeByCountry[country]) || settings.mode;
}

const DEMO_SETTINGS = { handOverGraceSeconds: 0, keepsWorkingHours: false, quietWeeks: false };

/** @param stored the version that holds; null where none was made. */
export function toAskingSettings(stored: unknown, workspace: { isDemo: boolean }): AskingSettings {
  const settings = stored === null ? DEFAULT_ASKING_SETTINGS : askingSettingsSchema.parse(stored);
  // A demo's mails arrive at once, and whoever tries it presses at once.
  return workspace.isDemo ? { ...settings, ...DEMO_SETTINGS } : settings;
}

/** What holds on a day: the latest version whose first day has come. @param today ISO day. */
export async function loadAskingSettings(
  tx: Tx,
  workspace: { id: string; isDemo: boolean },
  today: string,
): Promise<AskingSettings> {
  const stored = await loadSettingValue(tx, workspace.id, ASKING_KEY, today);
  return toAskingSettings(stored ?? null, workspace);
}
