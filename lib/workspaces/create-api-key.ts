import { z } from "zod";
import { API_SCOPES, makeApiKey } from "@/lib/auth/api-key";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

const MOST_KEYS = 50;

const createApiKeySchema = z.object({
  name: z
    .string({ error: "Give the key a name." })
    .trim()
    .min(1, "Give the key a name.")
    .max(100, "Use at most 100 characters."),
  scopes: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(z.enum(API_SCOPES, { error: "Choose from the list." }), {
        error: "Choose what the key may do.",
      })
      .min(1, "Choose what the key may do."),
  ),
});

/** @returns the key itself, this once: here only its hash is kept. */
export async function createApiKey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ apiKeyId: string; key: string }> {
  requirePermission(ctx, "setting:write");
  const { name, scopes } = createApiKeySchema.parse(input);
  const { workspace, actor, now } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person makes keys.");
  const id = newId();
  const { key, hash } = makeApiKey(workspace.id, id);
  return withWorkspace(ctx, async (tx) => {
    const live = await tx.apiKey.count({ where: { workspaceId: workspace.id, revokedAt: null } });
    if (live >= MOST_KEYS) throw new AppError("CONFLICT", "Revoke a key that is not used first.");
    await tx.apiKey.create({
      data: {
        workspaceId: workspace.id,
        id,
        name,
        scopes,
        secretHash: hash,
        createdById: actor.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createApiKey",
      subjectType: "apiKey",
      subjectId: id,
      fields: ["name", "scopes"],
    });
    return { apiKeyId: id, key };
  });
}
