import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError, notFound } from "@/lib/errors";
import { applyPreference } from "./apply-preference";
import { setErasure } from "./erasure-request";
import { loadPreferences } from "./load-preferences";
import { PREFERENCE_SOURCES, PREFERENCES, type PreferenceState } from "./preferences";

const setPreferenceSchema = z.object({
  preference: z.enum(PREFERENCES, { error: "Choose one of the four." }),
  isUndo: z.boolean(),
  source: z.enum(PREFERENCE_SOURCES),
});

type Pressing = { id: string; email: string | null; tokenVersion: number };

/** Locked, so that pressing twice, or from two tabs, is the same as pressing once. */
async function lockContact(tx: Tx, workspaceId: string, invitationId: string): Promise<Pressing> {
  const [contact] = await tx.$queryRaw<Pressing[]>`
    SELECT c.id, c.email, i.token_version AS "tokenVersion" FROM contact c
    JOIN invitation i ON i.workspace_id = c.workspace_id AND i.contact_id = c.id
    WHERE c.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
      AND i.id = ${invitationId}::uuid
    FOR UPDATE OF c`;
  if (!contact) throw notFound("link");
  return contact;
}

/** A respondent's own press, without signing in. */
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
  const { invitationId } = actor;
  return withWorkspace(ctx, async (tx) => {
    const {
      id: contactId,
      email,
      tokenVersion,
    } = await lockContact(tx, workspace.id, invitationId);
    const before = await loadPreferences(tx, workspace, contactId);
    if (before[preference] !== isUndo || before.isErased) return before;
    const change = { contactId, email, preference, isUndo, source };
    if (preference === "erase")
      await setErasure(tx, ctx, { ...change, invitationId, tokenVersion });
    await applyPreference(tx, ctx, readEnv().LINK_KEYS, change);
    await writeAudit(tx, ctx, {
      verb: "setPreference",
      subjectType: "contact",
      subjectId: contactId,
      fields: [preference, ...(isUndo ? ["undo"] : [])],
    });
    return loadPreferences(tx, workspace, contactId);
  });
}
