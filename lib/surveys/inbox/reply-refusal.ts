import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn, isoDate } from "@/lib/format/calendar";

export type ReplyRefusal =
  | "nobody"
  | "hidden"
  | "erased"
  | "left"
  | "no_email"
  | "opted_out"
  | "suppressed";

export type ReplyTo = { email: string; refusal: null } | { email: null; refusal: ReplyRefusal };

function refused(refusal: ReplyRefusal): ReplyTo {
  return { email: null, refusal };
}

/** Where a mail to this person goes, or why none does. Writing asks for no consent to surveys. */
export async function replyTo(tx: Tx, ctx: Ctx, contactId: string | null): Promise<ReplyTo> {
  const { workspace, now } = ctx;
  if (contactId === null) return refused("nobody");
  const contact = await tx.contact.findFirst({
    where: { workspaceId: workspace.id, id: contactId },
    select: { email: true, leftOn: true, erasedAt: true, archivedAt: true },
  });
  if (!contact || contact.erasedAt || contact.archivedAt) return refused("erased");
  const today = dateIn(workspace.timeZone, now);
  if (contact.leftOn && isoDate(contact.leftOn) <= today) return refused("left");
  if (!contact.email) return refused("no_email");
  const recipient = { contactId, email: contact.email };
  const refusals = await surveyRefusals(tx, workspace.id, readEnv().LINK_KEYS, [recipient]);
  const refusal = refusals.get(contactId);
  if (refusal === "opted_out" || refusal === "suppressed") return refused(refusal);
  return { email: contact.email, refusal: null };
}
