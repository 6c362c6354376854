import type { Address, Email } from "postal-mime";
import type { LinkKey } from "./link-token";
import { type LogAddress, readLogAddress } from "./log-address";

/** A colleague's own mail to a customer: who wrote to whom and when. Subject and words are not read. */
export type LoggedMail = {
  address: LogAddress;
  from: string;
  /** Where it was written to, in that order; without addresses that log. */
  recipients: string[];
  /** Who wrote the mail that was passed on, where it went to nobody else. */
  forwardedFrom: string | null;
  sentAt: Date | null;
};

const MOST_RECIPIENTS = 100;
const MOST_CHARACTERS = 20_000;
// What mail programs call the sender of a mail they pass on, in the five languages and German.
const FORWARDED =
  /^[>*\s]*(?:from|fra|från|lähettäjä|von)\s*:\*?[^\n]*?([^\s<>"'()[\]:,;]+@[a-z0-9.-]+\.[a-z0-9-]+)/imu;

function flat(entries: readonly Address[] | undefined): string[] {
  const people = (entries ?? []).flatMap((entry) => entry.group ?? [entry]);
  return people.flatMap(({ address }) => (address ? [address.trim().toLowerCase()] : []));
}

function forwardedFrom(email: Email): string | null {
  const attached = email.attachments.find((part) => part.mimeType === "message/rfc822")?.content;
  const text = typeof attached === "string" ? attached : (email.text ?? "");
  return FORWARDED.exec(text.slice(0, MOST_CHARACTERS))?.[1]?.toLowerCase() ?? null;
}

/** @param envelope Where the mail server took it in for, before what the headers say. */
export function readLoggedMail(
  keys: readonly LinkKey[],
  email: Email,
  envelope: readonly string[],
): LoggedMail | null {
  const written = [...flat(email.to), ...flat(email.cc), ...flat(email.bcc)];
  const ours = [...envelope, ...written].map((address) => readLogAddress(keys, address));
  const address = ours.find((found) => found !== null);
  const [from] = flat(email.from && [email.from]);
  if (!address || from === undefined) return null;
  const others = written.filter((recipient) => readLogAddress(keys, recipient) === null);
  const recipients = [...new Set(others)].slice(0, MOST_RECIPIENTS);
  const sentAt = new Date(email.date ?? Number.NaN);
  return {
    address,
    from,
    recipients,
    forwardedFrom: recipients.length === 0 ? forwardedFrom(email) : null,
    sentAt: Number.isNaN(sentAt.getTime()) ? null : sentAt,
  };
}
