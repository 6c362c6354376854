import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { ErasurePayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { erasureReceipt } from "./erasure-receipt";

/** Told to the address whatever it refused: nobody is erased without being told. */
export async function prepareErasureReceipt(
  _tx: Tx,
  _ctx: Ctx,
  mail: ClaimedMail,
): Promise<PreparedMail> {
  if (mail.to === null) return { end: { state: "skipped", reason: "erased" } };
  return { to: mail.to, content: erasureReceipt(mail.payload as ErasurePayload) };
}
