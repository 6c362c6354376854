import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { Ctx } from "./ctx";
import type { Actor } from "./permissions";

function actorId(actor: Actor): string {
  switch (actor.type) {
    case "user":
      return actor.userId;
    case "apiKey":
      return actor.apiKeyId;
    case "respondent":
      return actor.invitationId;
    case "system":
      return actor.job;
  }
}

/** One row per verb call, in the verb's own transaction: ids and field names, never values. */
export async function writeAudit(
  tx: Tx,
  ctx: Ctx,
  entry: { verb: string; subjectType?: string; subjectId?: string; fields?: string[] },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      workspaceId: ctx.workspace.id,
      id: newId(),
      at: ctx.now,
      actorType: ctx.actor.type,
      actorId: actorId(ctx.actor),
      verb: entry.verb,
      subjectType: entry.subjectType ?? null,
      subjectId: entry.subjectId ?? null,
      fields: entry.fields ?? [],
    },
    select: { id: true },
  });
}
