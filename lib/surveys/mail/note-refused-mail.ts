import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { statusIn } from "@/lib/mail/mail-status";
import type { ClaimedMail } from "@/lib/mail/outbox";
import { applyMailReport } from "./apply-mail-report";

type Refused = { mail: ClaimedMail; address: string; reason: string; isAddressDead: boolean };

/** The mail server refused the recipient at once: the same consequences as a report that comes later. */
export async function noteRefusedMail(tx: Tx, ctx: Ctx, refused: Refused): Promise<void> {
  const { mail, address, reason, isAddressDead } = refused;
  await applyMailReport(tx, ctx, mail.id, {
    kind: "bounce",
    isFinal: true,
    isAddressDead,
    recipient: address.toLowerCase(),
    detail: statusIn(reason) ?? null,
    source: "smtp",
    externalId: `${mail.id}:${mail.attempt}`,
    at: ctx.now,
  });
}
