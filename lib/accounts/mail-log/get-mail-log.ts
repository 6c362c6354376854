import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { addDays, dateColumn, dateIn, isoDate } from "@/lib/format/calendar";
import { logAddressName } from "@/lib/mail/log-address";
import { findRecipients } from "./find-recipients";
import { logAddressVersion } from "./log-address-version";

const SHOWN = 30;
const REFUSALS_DAYS = 30;

export type LoggedMailDto = {
  id: string;
  happenedOn: string;
  accounts: { id: string; name: string }[];
  /** Addresses nobody of an account has, still. */
  unknown: string[];
};

export type MailLogDto = {
  /** null: this installation takes no mail in, or the reader may log nothing. */
  address: string | null;
  takesMail: boolean;
  canReplace: boolean;
  /** The reader's own, newest first. */
  mails: LoggedMailDto[];
  /** Of 30 days, for admins; null for others. */
  refused: { sender: number; role: number; replaced: number } | null;
};

async function loadRefused(tx: Tx, ctx: Ctx): Promise<MailLogDto["refused"]> {
  if (!can(ctx.actor, "setting:write")) return null;
  const since = addDays(dateIn(ctx.workspace.timeZone, ctx.now), -REFUSALS_DAYS);
  const rows = await tx.loggedMailRefusal.groupBy({
    by: ["reason"],
    where: { workspaceId: ctx.workspace.id, day: { gt: dateColumn(since) } },
    _sum: { mails: true },
  });
  const of = (reason: string) => rows.find((row) => row.reason === reason)?._sum.mails ?? 0;
  return { sender: of("sender"), role: of("role"), replaced: of("replaced") };
}

async function loadMails(tx: Tx, ctx: Ctx): Promise<LoggedMailDto[]> {
  const { id: workspaceId } = ctx.workspace;
  const employeeId = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  if (employeeId === null) return [];
  const rows = await tx.loggedMail.findMany({
    where: { workspaceId, employeeId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, happenedOn: true, accountIds: true, unknownAddresses: true },
  });
  const accounts = await tx.account.findMany({
    where: { workspaceId, id: { in: rows.flatMap((row) => row.accountIds) } },
    select: { id: true, name: true },
  });
  const named = new Map(accounts.map((account) => [account.id, account]));
  const listed = [...new Set(rows.flatMap((row) => row.unknownAddresses))];
  const unknown = new Set((await findRecipients(tx, workspaceId, listed)).unknown);
  return rows.map((row) => ({
    id: row.id,
    happenedOn: isoDate(row.happenedOn),
    accounts: row.accountIds.flatMap((id) => named.get(id) ?? []),
    unknown: row.unknownAddresses.filter((address) => unknown.has(address)),
  }));
}

/** The address that logs a mail, what it logged of the reader, and for admins what it refused. */
export async function getMailLog({ ctx }: { ctx: Ctx }): Promise<MailLogDto> {
  requirePermission(ctx, "account:read");
  const { LINK_KEYS, MAIL_BOUNCE_DOMAIN: domain, MAIL_EVENTS_SECRET } = readEnv();
  const workspaceId = ctx.workspace.id;
  const takesMail = domain !== undefined && MAIL_EVENTS_SECRET !== undefined;
  const isShown = takesMail && can(ctx.actor, "touch:write");
  return withWorkspace(ctx, async (tx) => {
    const version = await logAddressVersion(tx, workspaceId);
    return {
      address: isShown ? `${logAddressName(LINK_KEYS, { workspaceId, version })}@${domain}` : null,
      takesMail,
      canReplace: can(ctx.actor, "setting:write"),
      mails: await loadMails(tx, ctx),
      refused: await loadRefused(tx, ctx),
    };
  });
}
