import { saysAddressIsDead } from "./mail-status";

/** What became of one try to hand a mail to the mail server. */
export type Delivery =
  | { state: "sent" }
  /** Nothing was taken over; trying again cannot make a second copy. */
  | { state: "pending"; reason: string }
  | { state: "bounced"; reason: string; isAddressDead: boolean }
  /** The server will not take this mail whoever it is for. */
  | { state: "failed"; reason: string }
  /** The message was on its way and no answer came: it may have arrived. */
  | { state: "uncertain"; reason: string };

export type SmtpFailure = {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
};

const MAX_ATTEMPTS = 12;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 3600;

function enhancedStatus(response = ""): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
}

/** Codes and commands only: a server's words may carry the address. */
function reasonOf({ code, command, responseCode, response }: SmtpFailure): string {
  return (
    [responseCode, enhancedStatus(response), command, code].filter(Boolean).join(" ") || "no_answer"
  );
}

/**
 * @param isHandedOver Whether a byte of the message had been given to the server.
 * An answer of the server, 4xx or 5xx, always says that it did not take the mail over (RFC 5321).
 */
export function classifyFailure(failure: SmtpFailure, isHandedOver: boolean): Delivery {
  const reason = reasonOf(failure);
  const { responseCode: answer = 0, command = "" } = failure;
  if (answer >= 400 && answer < 500) return { state: "pending", reason };
  if (answer >= 500) {
    if (command.startsWith("RCPT")) {
      // A refusal for any other cause must not end mail to a person.
      const isAddressDead = saysAddressIsDead(enhancedStatus(failure.response) ?? null);
      return { state: "bounced", reason, isAddressDead };
    }
    const isAboutTheMail = command.startsWith("DATA") || command.startsWith("MAIL");
    return isAboutTheMail ? { state: "failed", reason } : { state: "pending", reason };
  }
  return isHandedOver ? { state: "uncertain", reason } : { state: "pending", reason };
}

/** Doubles from 15 s to an hour, with up to half as much again so that mails do not return at once. */
export function retryDelaySeconds(attempts: number, random: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS);
  return Math.round(wait * (1 + random / 2));
}
