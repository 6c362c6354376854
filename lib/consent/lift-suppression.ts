import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { addressHashes } from "@/lib/mail/address-hash";

const liftSuppressionSchema = z.object({ contactId: z.uuid({ error: "Open the person again." }) });

/**
 * The mailbox works again, or never was dead: the address may be written to. What a person said, a
 * complaint or an erasure, is nobody's to lift.
 */
export async function liftSuppression({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ contactId: string }> {
  requirePermission(ctx, "setting:write");
  const { contactId } = liftSuppressionSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const contact = await tx.contact.findFirst({
      where: { workspaceId, id: contactId, erasedAt: null },
      select: { email: true },
    });
    if (!contact?.email) throw notFound("address");
    const hashes = addressHashes(readEnv().LINK_KEYS, workspaceId, contact.email);
    const { count } = await tx.suppression.updateMany({
      where: { workspaceId, addressHash: { in: hashes }, reason: "hard_bounce", liftedAt: null },
      data: { liftedAt: ctx.now },
    });
    if (count === 0) throw notFound("stop of this address");
    await writeAudit(tx, ctx, {
      verb: "liftSuppression",
      subjectType: "contact",
      subjectId: contactId,
      fields: ["hard_bounce"],
    });
    return { contactId };
  });
}
