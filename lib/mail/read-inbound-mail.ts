import { createHash } from "node:crypto";
import PostalMime, { type Attachment, type Email } from "postal-mime";
import type { LinkKey } from "./link-token";
import { type MailReference, readMailReference } from "./mail-reference";
import type { MailReport } from "./mail-report";
import { saysAddressIsDead, statusIn } from "./mail-status";
import { type LoggedMail, readLoggedMail } from "./read-logged-mail";
import { type ReportFields, recipientOf, reportGroups } from "./report-fields";

/** What came back to us about one of our mails, or a colleague logs; null: nothing we know. */
export type InboundMail =
  | { mail: MailReference; report: MailReport }
  | { mail: MailReference; isUnsubscribe: true }
  | { logged: LoggedMail; mailName: string }
  | null;

type Received = {
  raw: Uint8Array;
  /** Where the mail server took it in for; else its headers are asked. */
  recipient: string | null;
  now: Date;
};

// Said of mail that is wanted, or of our own signatures: no complaint.
const NO_COMPLAINTS = ["not-spam", "auth-failure", "dkim"];
const RETURNED = [
  "message/rfc822",
  "text/rfc822-headers",
  "message/global",
  "message/global-headers",
];
const MOST_HEADER_CHARACTERS = 20_000;

function partOf(email: Email, ...types: string[]): string | null {
  const found = email.attachments.find((part: Attachment) => types.includes(part.mimeType));
  return typeof found?.content === "string" ? found.content : null;
}

/** The headers of our mail as they were returned; its body is nobody's business here. */
function returnedHeaders(email: Email): string {
  const returned = partOf(email, ...RETURNED) ?? "";
  return (returned.split(/\r?\n\r?\n/)[0] ?? "").slice(0, MOST_HEADER_CHARACTERS);
}

function addressesOf(email: Email, recipient: string | null): string[] {
  const to = (email.to ?? []).map((entry) => entry.address ?? "");
  return [recipient ?? "", email.deliveredTo ?? "", ...to];
}

function firstReference(keys: readonly LinkKey[], texts: string[]): MailReference | null {
  for (const text of texts) {
    const found = readMailReference(keys, text);
    if (found) return found;
  }
  return null;
}

const SEVERITY: Record<string, number> = { failed: 3, delayed: 2, delivered: 1, relayed: 1 };

/** One mail has one recipient; where a report names more, the worst of it is about ours. */
function worst(groups: ReportFields[]): ReportFields | null {
  const severity = (fields: ReportFields): number =>
    SEVERITY[fields.get("action")?.toLowerCase() ?? ""] ?? 0;
  const told = groups.filter((fields) => severity(fields) > 0);
  return told.toSorted((a, b) => severity(b) - severity(a))[0] ?? null;
}

type Told = Pick<MailReport, "kind" | "isFinal" | "isAddressDead" | "recipient" | "detail">;

function readDeliveryStatus(text: string): Told | null {
  const fields = worst(reportGroups(text));
  if (!fields) return null;
  const action = fields.get("action")?.toLowerCase();
  // Some servers put the remote's precise code only into its words.
  const own = statusIn(fields.get("status") ?? "");
  const remote = statusIn(fields.get("diagnostic-code") ?? "");
  const detail = (own === null || own.endsWith(".0.0") ? remote : own) ?? own;
  const isFinal = action === "failed";
  return {
    kind: action === "failed" || action === "delayed" ? "bounce" : "delivered",
    isFinal,
    isAddressDead: isFinal && saysAddressIsDead(detail),
    recipient: recipientOf(fields.get("original-recipient") ?? fields.get("final-recipient")),
    detail,
  };
}

function readFeedbackReport(text: string): Told | null {
  const [fields] = reportGroups(text);
  const type = fields?.get("feedback-type")?.toLowerCase();
  if (!fields || !type || NO_COMPLAINTS.includes(type)) return null;
  const detail = /^[a-z-]{1,20}$/.test(type) ? type : null;
  const recipient = recipientOf(fields.get("original-rcpt-to"));
  return { kind: "complaint", isFinal: true, isAddressDead: false, recipient, detail };
}

function readReport(email: Email): Told | null {
  const status = partOf(email, "message/delivery-status", "message/global-delivery-status");
  if (status !== null) return readDeliveryStatus(status);
  const feedback = partOf(email, "message/feedback-report");
  return feedback === null ? null : readFeedbackReport(feedback);
}

function nameOf(email: Email, raw: Uint8Array): string {
  return createHash("sha256")
    .update(email.messageId ?? raw)
    .digest("hex")
    .slice(0, 40);
}

/** Reads a bounce, a complaint, a logged or an unsubscribe mail. @throws Error where it is no mail at all. */
export async function readInboundMail(
  keys: readonly LinkKey[],
  { raw, recipient, now }: Received,
): Promise<InboundMail> {
  const email = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
    maxNestingDepth: 20,
  });
  const addresses = addressesOf(email, recipient);
  const told = readReport(email);
  if (told) {
    const mail = firstReference(keys, [...addresses, returnedHeaders(email)]);
    const externalId = nameOf(email, raw);
    return mail && { mail, report: { ...told, source: "mail", externalId, at: now } };
  }
  const logged = readLoggedMail(keys, email, addresses);
  if (logged) return { logged, mailName: nameOf(email, raw) };
  const asks = addresses.filter((address) => address.toLowerCase().startsWith("u"));
  if (/unsubscribe/i.test(email.subject ?? "")) asks.push(email.subject ?? "");
  const mail = firstReference(keys, asks);
  return mail && { mail, isUnsubscribe: true };
}
