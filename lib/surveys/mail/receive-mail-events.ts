import { z } from "zod";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { readMailReference } from "@/lib/mail/mail-reference";
import type { MailReport } from "@/lib/mail/mail-report";
import { saysAddressIsDead, statusIn } from "@/lib/mail/mail-status";
import { mailReportCtx } from "./mail-report-ctx";
import { recordMailReport } from "./record-mail-report";
import { requireSigned, type SignedPost } from "./require-signed";

const eventSchema = z.object({
  /** The provider's own id of this event. */
  id: z.string().min(1).max(200),
  type: z.enum(["bounce", "complaint", "delivered"]),
  /** The Message-ID of our mail, or the address it bounced to. */
  messageId: z.string().max(500),
  /** Of a bounce: it will not be delivered any more. */
  permanent: z.boolean().default(true),
  /** An enhanced status code (RFC 3463), where the provider tells one. */
  status: z.string().max(200).optional(),
  recipient: z.string().max(320).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});
const bodySchema = z.object({ events: z.array(eventSchema).max(500) });
type MailEventInput = z.infer<typeof eventSchema>;

export type EventCounts = { taken: number; known: number; unknown: number };

function toReport(event: MailEventInput, now: Date): MailReport {
  const status = statusIn(event.status ?? "");
  const isFinal = event.type !== "bounce" || event.permanent;
  // A provider that gives no code has looked itself before it calls a bounce permanent.
  const isDead = status === null || saysAddressIsDead(status);
  return {
    kind: event.type,
    isFinal,
    isAddressDead: event.type === "bounce" && isFinal && isDead,
    recipient: event.recipient?.trim().toLowerCase() ?? null,
    detail: status,
    source: "webhook",
    externalId: event.id,
    at: event.at ? new Date(event.at) : now,
  };
}

function readBody(body: Uint8Array): MailEventInput[] {
  try {
    return bodySchema.parse(JSON.parse(Buffer.from(body).toString("utf8"))).events;
  } catch (cause) {
    throw new AppError("INVALID_INPUT", "The body is no list of events.", { cause });
  }
}

async function take(event: MailEventInput, now: Date): Promise<keyof EventCounts> {
  const mail = readMailReference(readEnv().LINK_KEYS, event.messageId);
  const ctx = mail && (await mailReportCtx(mail.workspaceId, now));
  if (!mail || !ctx) return "unknown";
  return recordMailReport({ ctx, input: { mailId: mail.mailId, report: toReport(event, now) } });
}

/** Events of a mail provider, signed. An event of a mail that is none of ours is counted and let be. */
export async function receiveMailEvents(post: SignedPost): Promise<EventCounts> {
  requireSigned(post);
  const counts: EventCounts = { taken: 0, known: 0, unknown: 0 };
  for (const event of readBody(post.body)) counts[await take(event, post.now)] += 1;
  return counts;
}
