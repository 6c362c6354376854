import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { log } from "@/lib/log";
import { composeMessage } from "@/lib/mail/compose-message";
import { type Delivery, retryDelaySeconds } from "@/lib/mail/delivery";
import {
  type ClaimedMail,
  claimMail,
  finishMail,
  markHanded,
  releaseMail,
} from "@/lib/mail/outbox";
import { HandOverRefused, type SmtpSession } from "@/lib/mail/smtp-session";
import { suppressDeadAddress } from "@/lib/mail/suppress-dead-address";
import { type PreparedMail, prepareMail } from "./prepare-mail";

const SETTLE_TRIES = 5;
const SETTLE_WAIT_MS = 500;

type Claim = { mail: ClaimedMail; prepared: PreparedMail };

/** Claiming, the checks and the words belong together: what a claim allows, nothing can revoke. */
async function claimAndPrepare(ctx: Ctx, leaseSeconds: number): Promise<Claim | null> {
  return withWorkspace(ctx, async (tx) => {
    const mail = await claimMail(tx, ctx.workspace.id, leaseSeconds);
    if (!mail) return null;
    const prepared = await prepareMail(tx, ctx, mail);
    if ("end" in prepared) await finishMail(tx, ctx.workspace.id, mail, prepared.end);
    return { mail, prepared };
  });
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
  if ("end" in prepared) return;
  if (delivery.state === "bounced" && delivery.isAddressDead) {
    await suppressDeadAddress(tx, ctx, prepared.to);
  }
  if (delivery.state === "sent" && prepared.accountId !== null) {
    await markFactsChanged(tx, id, [prepared.accountId], ctx.now);
  }
}

/** The server has spoken; a database that is away for a moment must not make the mail uncertain. */
async function settleSurely(ctx: Ctx, claim: Claim, delivery: Delivery): Promise<void> {
  for (let left = SETTLE_TRIES; ; left -= 1) {
    try {
      return await withWorkspace(ctx, (tx) => settle(tx, ctx, claim, delivery));
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
): Promise<Delivery["state"] | "ended" | null> {
  const claim = await claimAndPrepare(ctx, leaseSeconds);
  if (claim === null) return null;
  const { mail, prepared } = claim;
  if ("end" in prepared) return "ended";
  const { MAIL_FROM } = readEnv();
  const parcel = { mailId: mail.id, from: MAIL_FROM, to: prepared.to, date: ctx.now };
  const message = await composeMessage(prepared.content, parcel);
  try {
    const delivery = await session.deliver({ ...parcel, message }, () =>
      withWorkspace(ctx, async (tx) => {
        const isOurs = await markHanded(tx, ctx.workspace.id, mail, leaseSeconds);
        if (!isOurs) throw new HandOverRefused("the lease ran out");
      }),
    );
    await settleSurely(ctx, claim, delivery);
    return delivery.state;
  } catch (error) {
    if (!(error instanceof HandOverRefused)) throw error;
    log.warn({ mailId: mail.id }, "a mail took longer than its lease; left to the next claim");
    return "ended";
  }
}
