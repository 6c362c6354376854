"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { liftSuppression } from "@/lib/consent/lift-suppression";
import { recordConsent } from "@/lib/consent/record-consent";
import { eraseContact } from "@/lib/erasure/erase-contact";

export const recordConsentAction = defineAction(async (call) => {
  const recorded = await recordConsent(call);
  refresh();
  return recorded;
});

export const liftSuppressionAction = defineAction(async (call) => {
  const lifted = await liftSuppression(call);
  refresh();
  return lifted;
});

export const eraseContactAction = defineAction(async ({ ctx, input }) => {
  const { accountId } = await eraseContact({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/accounts/${accountId}`);
});
