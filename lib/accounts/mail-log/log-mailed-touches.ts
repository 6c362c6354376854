import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { findRecipients } from "./find-recipients";
import { findSender } from "./find-sender";
import { logAddressVersion } from "./log-address-version";

/** A mail program's clock is believed this far back; else the mail is of the day it came. */
const BELIEVED_DAYS = 31;

const address = z.string().min(3).max(320);
const loggedMailSchema = z.object({
  mailName: z.string().min(1).max(100),
  version: z.number().int(),
  from: address,
  recipients: z.array(address).max(100),
  forwardedFrom: address.nullable(),
  sentAt: z.date().nullable(),
});
type Mail = z.infer<typeof loggedMailSchema>;

export type LoggedOutcome = "taken" | "known" | "refused";

async function countRefusal(tx: Tx, ctx: Ctx, reason: "sender" | "role" | "replaced") {
  const { workspace, now } = ctx;
  await tx.$executeRaw`
    INSERT INTO logged_mail_refusal (workspace_id, day, reason, mails)
    VALUES (${workspace.id}::uuid, ${dateIn(workspace.timeZone, now)}::date, ${reason}, 1)
    ON CONFLICT (workspace_id, day, reason)
    DO UPDATE SET mails = logged_mail_refusal.mails + excluded.mails`;
}

function dayOf(ctx: Ctx, sentAt: Date | null): string {
  const { timeZone } = ctx.workspace;
  const today = dateIn(timeZone, ctx.now);
  const day = sentAt === null ? today : dateIn(timeZone, sentAt);
  return day > today || day < addDays(today, -BELIEVED_DAYS) ? today : day;
}

type Logged = { employeeId: string; happenedOn: string };

async function writeTouches(
  tx: Tx,
  ctx: Ctx,
  mail: Mail,
  { employeeId, happenedOn }: Logged,
): Promise<"taken" | "known"> {
  const { id: workspaceId } = ctx.workspace;
  const forwarded = mail.forwardedFrom === null ? [] : [mail.forwardedFrom];
  const recipients = mail.recipients.length > 0 ? mail.recipients : forwarded;
  const { people, unknown } = await findRecipients(tx, workspaceId, recipients);
  const accountIds = people.map((person) => person.accountId);
  const written = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO logged_mail (workspace_id, id, message_hash, employee_id, happened_on, account_ids,
      unknown_addresses, received_at)
    VALUES (${workspaceId}::uuid, ${newId()}::uuid, ${mail.mailName}, ${employeeId}::uuid,
      ${happenedOn}::date, ${accountIds}::uuid[], ${unknown}::text[], ${ctx.now})
    ON CONFLICT (workspace_id, message_hash) DO NOTHING RETURNING id`;
  if (written.length === 0) return "known";
  await tx.touch.createMany({
    data: people.map((person) => ({
      ...person,
      workspaceId,
      id: newId(),
      employeeId,
      source: "mail",
      externalId: `${mail.mailName}:${person.accountId}`,
      kind: "email",
      // What a customer wrote was passed on to us; of our own mail nobody knows whether it was read.
      isTwoWay: mail.recipients.length === 0,
      happenedOn: dateColumn(happenedOn),
      createdAt: ctx.now,
    })),
  });
  await writeAudit(tx, ctx, {
    verb: "logMailedTouches",
    subjectType: "employee",
    subjectId: employeeId,
    fields: accountIds.map((id) => `account:${id}`),
  });
  await markFactsChanged(tx, workspaceId, accountIds, ctx.now);
  return "taken";
}

/**
 * A colleague's mail to customers, by the workspace's address in Bcc: one touch per account, neither
 * subject nor words. A mail that comes twice is logged once; of a refused one only the number is kept.
 */
export async function logMailedTouches({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<LoggedOutcome> {
  requirePermission(ctx, "mail:record");
  const mail = loggedMailSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const isCurrent = mail.version === (await logAddressVersion(tx, workspaceId));
    const sender = isCurrent
      ? await findSender(tx, workspaceId, mail.from)
      : { refused: "replaced" as const };
    if ("refused" in sender) {
      await countRefusal(tx, ctx, sender.refused);
      return "refused";
    }
    const happenedOn = dayOf(ctx, mail.sentAt);
    return writeTouches(tx, ctx, mail, { ...sender, happenedOn });
  });
}
