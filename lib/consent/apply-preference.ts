import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { addressHash } from "@/lib/mail/address-hash";
import type { LinkKey } from "@/lib/mail/link-token";
import { ERASURE_DELAY_DAYS, LESS_OFTEN_DAYS, type Preference } from "./preferences";

export type PreferenceChange = {
  contactId: string;
  email: string | null;
  preference: Preference;
  isUndo: boolean;
  /** Where it was pressed: "preferences page", "one-click". */
  source: string;
};

const MS_PER_DAY = 86_400_000;

async function setConsent(
  tx: Tx,
  ctx: Ctx,
  change: PreferenceChange,
  purpose: "survey" | "marketing",
): Promise<void> {
  await tx.consent.create({
    data: {
      workspaceId: ctx.workspace.id,
      id: newId(),
      contactId: change.contactId,
      purpose,
      state: change.isUndo ? "granted" : "withdrawn",
      wording: change.preference,
      source: change.source,
      at: ctx.now,
    },
    select: { id: true },
  });
}

async function setSuppression(
  tx: Tx,
  ctx: Ctx,
  keys: readonly LinkKey[],
  change: PreferenceChange,
  kind: { reason: "opt_out" | "erasure"; purpose: "survey" | "marketing" | "all" },
): Promise<void> {
  const { contactId, email, isUndo } = change;
  const workspaceId = ctx.workspace.id;
  if (isUndo) {
    await tx.suppression.updateMany({
      where: { workspaceId, contactId, ...kind, liftedAt: null },
      data: { liftedAt: ctx.now },
    });
    return;
  }
  await tx.suppression.create({
    data: {
      workspaceId,
      id: newId(),
      addressHash: email ? addressHash(keys, workspaceId, email) : "none",
      ...kind,
      contactId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
}

async function setErasure(tx: Tx, ctx: Ctx, change: PreferenceChange): Promise<void> {
  const { contactId } = change;
  const workspaceId = ctx.workspace.id;
  if (change.isUndo) {
    await tx.erasureRequest.updateMany({
      where: { workspaceId, contactId, undoneAt: null, doneAt: null },
      data: { undoneAt: ctx.now },
    });
    return;
  }
  await tx.erasureRequest.create({
    data: {
      workspaceId,
      id: newId(),
      contactId,
      requestedAt: ctx.now,
      dueAt: new Date(ctx.now.getTime() + ERASURE_DELAY_DAYS * MS_PER_DAY),
    },
    select: { id: true },
  });
}

/** One press of a person. The caller holds the contact's lock and knows that something changes. */
export async function applyPreference(
  tx: Tx,
  ctx: Ctx,
  keys: readonly LinkKey[],
  change: PreferenceChange,
): Promise<void> {
  switch (change.preference) {
    case "less_often":
      await tx.contact.updateMany({
        where: { workspaceId: ctx.workspace.id, id: change.contactId },
        data: { surveyIntervalDays: change.isUndo ? null : LESS_OFTEN_DAYS, updatedAt: ctx.now },
      });
      return;
    case "no_surveys":
      await setConsent(tx, ctx, change, "survey");
      await setSuppression(tx, ctx, keys, change, { reason: "opt_out", purpose: "survey" });
      return;
    case "no_marketing":
      await setConsent(tx, ctx, change, "marketing");
      await setSuppression(tx, ctx, keys, change, { reason: "opt_out", purpose: "marketing" });
      return;
    case "erase":
      await setErasure(tx, ctx, change);
      await setSuppression(tx, ctx, keys, change, { reason: "erasure", purpose: "all" });
  }
}
