import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import { chooseLanguage } from "@/lib/i18n/languages";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { makeLinkToken } from "@/lib/mail/link-token";
import { signalWork } from "@/lib/queue/signal-work";
import type { PreferenceChange } from "./apply-preference";
import { ERASURE_DELAY_DAYS } from "./preferences";

const MS_PER_DAY = 86_400_000;

type Asked = PreferenceChange & { invitationId: string; tokenVersion: number };

function undoUrl(ctx: Ctx, { invitationId, tokenVersion }: Asked): string {
  const { APP_URL, LINK_KEYS } = readEnv();
  const subject = { workspaceId: ctx.workspace.id, invitationId };
  const token = makeLinkToken(LINK_KEYS, "preferences", subject, tokenVersion);
  return `${APP_URL}/p/${token}?choice=erase`;
}

/** Pressing and undoing over and over must not fill anybody's mailbox. */
async function wasToldLately(tx: Tx, ctx: Ctx, invitationId: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - MS_PER_DAY);
  const told = await tx.mailOutbox.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      invitationId,
      kind: "erasure_receipt",
      createdAt: { gt: since },
    },
    select: { id: true },
  });
  return told !== null;
}

/**
 * Remembers the wish for as long as it can be undone, and says so to the address itself: whoever
 * pressed may have been sent the mail by the person meant, or be a machine.
 */
async function askForErasure(tx: Tx, ctx: Ctx, change: Asked): Promise<void> {
  const { workspace, now } = ctx;
  const dueAt = new Date(now.getTime() + ERASURE_DELAY_DAYS * MS_PER_DAY);
  await tx.erasureRequest.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      contactId: change.contactId,
      requestedAt: now,
      dueAt,
    },
    select: { id: true },
  });
  await signalWork(tx, workspace.id, "erasure", dueAt);
  if (!change.email || (await wasToldLately(tx, ctx, change.invitationId))) return;
  await enqueueMail(tx, ctx, {
    kind: "erasure_receipt",
    to: change.email,
    invitationId: change.invitationId,
    payload: {
      language: chooseLanguage(ctx.locale),
      company: workspace.name,
      ahead: { eraseOn: dateIn(workspace.timeZone, dueAt), undoUrl: undoUrl(ctx, change) },
    },
  });
}

export async function setErasure(tx: Tx, ctx: Ctx, change: Asked): Promise<void> {
  if (!change.isUndo) return askForErasure(tx, ctx, change);
  await tx.erasureRequest.updateMany({
    where: {
      workspaceId: ctx.workspace.id,
      contactId: change.contactId,
      undoneAt: null,
      doneAt: null,
    },
    data: { undoneAt: ctx.now },
  });
}
