"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { createAccount } from "@/lib/accounts/create-account";
import { createContact } from "@/lib/accounts/create-contact";
import { leaveContact } from "@/lib/accounts/leave-contact";
import { logTouch } from "@/lib/accounts/log-touch";
import { recordCall } from "@/lib/accounts/record-call";
import { updateAccount } from "@/lib/accounts/update-account";
import { updateContact } from "@/lib/accounts/update-contact";
import { defineAction, type FormInput } from "@/lib/actions/define-action";
import type { Ctx } from "@/lib/auth/ctx";

/** Back to the account the form stands on: a person may belong to a site of it. Else to the list. */
function backTo(ctx: Ctx, { onAccountId }: FormInput): never {
  const account = /^[0-9a-f-]{36}$/.exec(String(onAccountId))?.[0] ?? "";
  redirect(`/w/${ctx.workspace.slug}/accounts/${account}`);
}

export const logTouchAction = defineAction(async ({ ctx, input }) => {
  const touch = await logTouch({ ctx, input });
  refresh();
  return touch;
});

/** From the radar back to the same row, under the same filters; else to the account. */
export const recordCallAction = defineAction(async ({ ctx, input }) => {
  const { backTo: page, within, segment, owner, onAccountId } = input;
  await recordCall({ ctx, input });
  if (page !== "renewals") backTo(ctx, { onAccountId: String(onAccountId) });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ within, segment, owner }))
    if (typeof value === "string" && value !== "") query.set(name, value);
  redirect(`/w/${ctx.workspace.slug}/renewals?${query}#call-${input.contractId}`);
});

export const createAccountAction = defineAction(async ({ ctx, input }) => {
  const account = await createAccount({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/accounts/${account.id}`);
});

export const updateAccountAction = defineAction(async ({ ctx, input }) => {
  await updateAccount({ ctx, input });
  backTo(ctx, input);
});

export const saveContactAction = defineAction(async ({ ctx, input }) => {
  const isNew = input.contactId === undefined;
  await (isNew ? createContact({ ctx, input }) : updateContact({ ctx, input }));
  backTo(ctx, input);
});

export const leaveContactAction = defineAction(async ({ ctx, input }) => {
  await leaveContact({ ctx, input });
  backTo(ctx, input);
});
