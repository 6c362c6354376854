import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError, notFound } from "@/lib/errors";
import { applyPreference } from "./apply-preference";
import { loadPreferences } from "./load-preferences";
import { PREFERENCES, type PreferenceState } from "./preferences";

const setPreferenceSchema = z.object({
  preference: z.enum(PREFERENCES, { error: "Choose one of the four." }),
  isUndo: z.boolean(),
  source: z.enum(["preferences page", "one-click"]),
});

/** A respondent's own press; pressing twice, or from two tabs, is the same as pressing once. */
export async function setPreference({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PreferenceState> {
  requirePermission(ctx, "preference:write");
  const { preference, isUndo, source } = setPreferenceSchema.parse(input);
  const { actor, workspace } = ctx;
  if (actor.type !== "respondent") throw new AppError("FORBIDDEN", "Only the person itself may.");
  return withWorkspace(ctx, async (tx) => {
    const [contact] = await tx.$queryRaw<{ id: string; email: string | null }[]>`
      SELECT c.id, c.email FROM contact c
      JOIN invitation i ON i.workspace_id = c.workspace_id AND i.contact_id = c.id
      WHERE c.workspace_id = ${workspace.id}::uuid AND i.workspace_id = ${workspace.id}::uuid
        AND i.id = ${actor.invitationId}::uuid
      FOR UPDATE OF c`;
    if (!contact) throw notFound("link");
    const before = await loadPreferences(tx, workspace, contact.id);
    if (before[preference] !== isUndo) return before;
    await applyPreference(tx, ctx, readEnv().LINK_KEYS, {
      contactId: contact.id,
      email: contact.email,
      preference,
      isUndo,
      source,
    });
    await writeAudit(tx, ctx, {
      verb: "setPreference",
      subjectType: "contact",
      subjectId: contact.id,
      fields: [preference],
    });
    return loadPreferences(tx, workspace, contact.id);
  });
}
