import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { log } from "@/lib/log";
import { composeMessage } from "@/lib/mail/compose-message";
import { type Delivery, retryDelaySeconds } from "@/lib/mail/delivery";
import { envelopeSender, messageId } from "@/lib/mail/mail-addresses";
import {
  type ClaimedMail,
  claimMail,
  finishMail,
  markHanded,
  postponeMail,
  releaseMail,
  setBackMail,
} from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { HandOverRefused, type SmtpSession } from "@/lib/mail/smtp-session";
import { noteRefusedMail } from "@/lib/surveys/mail/note-refused-mail";
import { MAIL_WRITERS } from "./mail-writers";

const SETTLE_TRIES = 5;
const SETTLE_WAIT_MS = 500;
/** Pausing a large wave touches every mail of it that waits. */
const SETTLE_TIMEOUT_MS = 15_000;

type Sendable = Extract<PreparedMail, { to: string }>;
type Claim = { mail: ClaimedMail; prepared: Sendable };

async function prepare(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<Claim | "ended" | "waits"> {
  const { id } = ctx.workspace;
  const prepared = await MAIL_WRITERS[mail.kind](tx, ctx, mail);
  if ("to" in prepared) return { mail, prepared };
  if ("end" in prepared) {
    await finishMail(tx, id, mail, prepared.end);
    return "ended";
  }
  await postponeMail(tx, id, mail, prepared.wait);
  return "waits";
}

/** Claiming, the checks and the words belong together: what a claim allows, nothing can revoke. */
async function claimAndPrepare(
  ctx: Ctx,
  leaseSeconds: number,
): Promise<Claim | "ended" | "waits" | null> {
  const { id } = ctx.workspace;
  let claimed: ClaimedMail | null = null;
  try {
    return await withWorkspace(ctx, async (tx) => {
      claimed = await claimMail(tx, id, leaseSeconds);
      return claimed && prepare(tx, ctx, claimed);
    });
  } catch (err) {
    if (claimed === null) throw err;
    const mail: ClaimedMail = claimed;
    log.error({ mailId: mail.id, kind: mail.kind, err }, "a mail could not be written");
    const afterSeconds = retryDelaySeconds(mail.attempt, Math.random());
    await withWorkspace(ctx, (tx) => setBackMail(tx, id, mail, afterSeconds));
    return "waits";
  }
}

async function settle(tx: Tx, ctx: Ctx, claim: Claim, delivery: Delivery): Promise<void> {
  const { mail, prepared } = claim;
  const { id } = ctx.workspace;
  if (delivery.state === "pending") {
    const afterSeconds = retryDelaySeconds(mail.attempt, Math.random());
    if (afterSeconds !== null) {
      return releaseMail(tx, id, mail, { reason: delivery.reason, afterSeconds });
    }
    return finishMail(tx, id, mail, { state: "failed", reason: delivery.reason });
  }
  const reason = delivery.state === "sent" ? undefined : delivery.reason;
  await finishMail(tx, id, mail, { state: delivery.state, reason });
  if (delivery.state === "bounced") {
    await noteRefusedMail(tx, ctx, { mail, address: prepared.to, ...delivery });
  }
  if (delivery.state === "sent" && prepared.accountId) {
    await markFactsChanged(tx, id, [prepared.accountId], ctx.now);
  }
}

/** The server has spoken; a database that is away for a moment must not make the mail uncertain. */
async function settleSurely(ctx: Ctx, claim: Claim, delivery: Delivery): Promise<void> {
  for (let left = SETTLE_TRIES; ; left -= 1) {
    try {
      return await withWorkspace(ctx, (tx) => settle(tx, ctx, claim, delivery), {
        timeoutMs: SETTLE_TIMEOUT_MS,
      });
    } catch (error) {
      if (left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_WAIT_MS));
    }
  }
}

/** Sends the mail that is due longest. @returns null when none is due. */
export async function deliverMail(
  ctx: Ctx,
  session: SmtpSession,
  leaseSeconds: number,
): Promise<Delivery | { state: "ended" | "waits" } | null> {
  const claim = await claimAndPrepare(ctx, leaseSeconds);
  if (claim === null) return null;
  if (typeof claim === "string") return { state: claim };
  const { mail, prepared } = claim;
  const env = readEnv();
  const reference = { workspaceId: ctx.workspace.id, mailId: mail.id };
  const { to, content } = prepared;
  const message = await composeMessage(content, env, {
    mail: reference,
    kind: mail.kind,
    to,
    date: ctx.now,
  });
  const handed = { leaseSeconds, messageId: messageId(env, reference) };
  try {
    const parcel = { from: envelopeSender(env, reference), to, message };
    const delivery = await session.deliver(parcel, () =>
      withWorkspace(ctx, async (tx) => {
        const isOurs = await markHanded(tx, ctx.workspace.id, mail, handed);
        if (!isOurs) throw new HandOverRefused("the lease ran out");
      }),
    );
    await settleSurely(ctx, claim, delivery);
    return delivery;
  } catch (error) {
    if (!(error instanceof HandOverRefused)) throw error;
    log.warn({ mailId: mail.id }, "a mail took longer than its lease; left to the next claim");
    return { state: "ended" };
  }
}
