"use server";

import { refresh } from "next/cache";
import { defineAction, type FormInput } from "@/lib/actions/define-action";
import { invalidField } from "@/lib/errors";
import { resolveUncertainMail } from "@/lib/surveys/waves/resolve-uncertain-mail";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";
import { updateRetention } from "@/lib/workspaces/update-retention";

function text(input: FormInput, name: string): string {
  const value = input[name];
  return typeof value === "string" ? value.trim() : "";
}

/** "mode-DK" is Denmark's; the row without a country is another one the form names itself. */
function modesOf(input: FormInput): Record<string, string> {
  const named = Object.keys(input).flatMap((name) => {
    const country = /^mode-([A-Z]{2})$/.exec(name)?.[1];
    return country ? [[country, text(input, name)] as const] : [];
  });
  const other = [text(input, "otherCountry").toUpperCase(), text(input, "otherMode")] as const;
  if (other[0] && !/^[A-Z]{2}$/.test(other[0])) {
    throw invalidField("otherCountry", "Give two letters, such as DE.");
  }
  return Object.fromEntries([...named, other].filter(([country, mode]) => country && mode));
}

/** A share of a hundred; an empty field stays one that cannot be read. */
function share(input: FormInput, name: string): number {
  return text(input, name) === "" ? Number.NaN : Number(text(input, name)) / 100;
}

export const updateSendingAction = defineAction(async ({ ctx, input }) => {
  await updateAskingSettings({
    ctx,
    input: {
      reason: input.reason,
      mode: input.mode,
      modeByCountry: modesOf(input),
      senderName: text(input, "senderName") || null,
      privacyUrl: text(input, "privacyUrl") || null,
      hidesNames: input.hidesNames === "on",
      sendsReceipt: input.sendsReceipt === "on",
      pauseAtBounceShare: share(input, "pauseAtBounceShare"),
      pauseAtComplaintShare: share(input, "pauseAtComplaintShare"),
      pauseFromSends: input.pauseFromSends,
    },
  });
  refresh();
  return null;
});

export const updateRetentionAction = defineAction(async (call) => {
  await updateRetention(call);
  refresh();
  return null;
});

export const settleMailAction = defineAction(async (call) => {
  await resolveUncertainMail(call);
  refresh();
  return null;
});
