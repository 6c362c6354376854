import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

const revokeApiKeySchema = z.object({ apiKeyId: z.uuid({ error: "Choose a key." }) });

/** From now on the key opens nothing; it stays in the list, because calls were made with it. */
export async function revokeApiKey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ apiKeyId: string }> {
  requirePermission(ctx, "setting:write");
  const { apiKeyId } = revokeApiKeySchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { workspaceId: ctx.workspace.id, id: apiKeyId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw notFound("live key");
    await writeAudit(tx, ctx, {
      verb: "revokeApiKey",
      subjectType: "apiKey",
      subjectId: apiKeyId,
      fields: ["revokedAt"],
    });
    return { apiKeyId };
  });
}
