import type { MailKind } from "@/lib/mail/mail-kinds";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import type { RetentionSettings } from "@/lib/workspaces/retention-settings";
import type { NeutralTextProblem } from "./neutral-texts";
import type { WaveTrouble } from "./wave-trouble";

export type QueueState =
  | "pending"
  | "paused"
  | "claimed"
  | "handed"
  | "sent"
  | "bounced"
  | "failed"
  | "suppressed"
  | "skipped"
  | "uncertain";

export type OpenMail = {
  mailId: string;
  kind: MailKind;
  /** The person or colleague it is for; null where nobody is named. */
  name: string | null;
  accountName: string | null;
  waveId: string | null;
  /** ISO instant. */
  handedAt: string | null;
  /** What the mail server's log knows it by. */
  messageId: string | null;
  canSendAgain: boolean;
};

export type WeekOfReports = {
  /** ISO day of the week's Monday. */
  from: string;
  sent: number;
  bounces: number;
  softBounces: number;
  complaints: number;
};

export type RestingWave = {
  waveId: string;
  name: string;
  trouble: WaveTrouble | null;
  waiting: number;
};

export type SendingDto = {
  /** Mails of the last 30 days, and all that are still open. */
  queue: { state: QueueState; mails: number }[];
  /** Seconds the mail that is due longest has waited; null where none is due. */
  oldestWaitSeconds: number | null;
  /** The mail server's last word on a mail that waits: codes only. */
  lastProblem: { reason: string; mails: number } | null;
  uncertain: OpenMail[];
  weeks: WeekOfReports[];
  resting: RestingWave[];
  /** This database was restored; its waiting mail rests until the operator says otherwise. */
  isHeldAfterRestore: boolean;
  settings: AskingSettings;
  retention: RetentionSettings;
  /** Surveys whose own words a neutral mail may not carry; asked only where a mode is neutral. */
  notNeutral: { surveyId: string; name: string; problems: NeutralTextProblem[] }[];
  /** Whether this installation has what each needs. */
  installed: { signsMail: boolean; bounceDomain: boolean; takesReports: boolean };
};
