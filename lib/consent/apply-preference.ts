import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { chooseLanguage } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { addressHash } from "@/lib/mail/address-hash";
import type { LinkKey } from "@/lib/mail/link-token";
import { appendConsent, loadConsents } from "./consent-rows";
import { LESS_OFTEN_DAYS, type Preference, type PreferenceSource } from "./preferences";

export type PreferenceChange = {
  contactId: string;
  email: string | null;
  preference: Preference;
  isUndo: boolean;
  source: PreferenceSource;
};

type Refusal = { purpose: "survey" | "marketing"; label: "noSurveys" | "noMarketing" };

/** Taken back, what had been said before the refusal holds again; a consent is never made up. */
async function setConsent(
  tx: Tx,
  ctx: Ctx,
  { contactId, isUndo, source }: PreferenceChange,
  { purpose, label }: Refusal,
): Promise<void> {
  const pressed = respondentTexts(chooseLanguage(ctx.locale))(`preferences.${label}`);
  if (!isUndo) {
    const row = { purpose, state: "withdrawn", wording: pressed, source } as const;
    return appendConsent(tx, ctx, contactId, row);
  }
  const rows = await loadConsents(tx, ctx.workspace.id, contactId);
  const before = rows.filter((row) => row.purpose === purpose).at(-2);
  const isGranted = before?.state === "granted";
  await appendConsent(tx, ctx, contactId, {
    purpose,
    state: isGranted ? "granted" : "unset",
    wording: isGranted ? before.wording : null,
    source,
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
      await setConsent(tx, ctx, change, { purpose: "survey", label: "noSurveys" });
      await setSuppression(tx, ctx, keys, change, { reason: "opt_out", purpose: "survey" });
      return;
    case "no_marketing":
      await setConsent(tx, ctx, change, { purpose: "marketing", label: "noMarketing" });
      await setSuppression(tx, ctx, keys, change, { reason: "opt_out", purpose: "marketing" });
      return;
    case "erase":
      await setSuppression(tx, ctx, keys, change, { reason: "erasure", purpose: "all" });
  }
}
