import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { erasePerson } from "./erase-person";

const eraseContactSchema = z.object({ contactId: z.uuid({ error: "Open the person again." }) });
/** The whole workspace is searched for the name. */
export const ERASE_TIMEOUT_MS = 60_000;

/** An admin erases a person at once, on the person's wish by phone or letter. It cannot be undone. */
export async function eraseContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ accountId: string }> {
  requirePermission(ctx, "contact:erase");
  const { contactId } = eraseContactSchema.parse(input);
  return withWorkspace(
    ctx,
    async (tx) => {
      const contact = await tx.contact.findFirst({
        where: { workspaceId: ctx.workspace.id, id: contactId },
        select: { accountId: true },
      });
      const fields = contact && (await erasePerson(tx, ctx, contactId));
      if (!fields) throw notFound("person");
      await writeAudit(tx, ctx, {
        verb: "eraseContact",
        subjectType: "contact",
        subjectId: contactId,
        fields,
      });
      return { accountId: contact.accountId };
    },
    { timeoutMs: ERASE_TIMEOUT_MS },
  );
}
