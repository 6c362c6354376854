import type { MailContent } from "./compose-message";
import type { FinalState } from "./outbox";

/** What the claiming transaction decided about a mail. */
export type PreparedMail =
  | {
      to: string;
      content: MailContent;
      /** Whose figures change when it is sent. */
      accountId?: string | null;
    }
  /** Not sent, now or ever. */
  | { end: { state: FinalState; reason: string } }
  /** Not now: outside working hours, or its wave rests. */
  | { wait: { until: Date; reason: string } | { paused: string } };
