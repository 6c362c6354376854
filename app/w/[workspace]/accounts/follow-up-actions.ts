"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { closeCase } from "@/lib/accounts/close-case";
import { closePromise } from "@/lib/accounts/close-promise";
import { handOverCase } from "@/lib/accounts/hand-over-case";
import { logNegotiation } from "@/lib/accounts/log-negotiation";
import { logPromise } from "@/lib/accounts/log-promise";
import { logWallet } from "@/lib/accounts/log-wallet";
import { openCase } from "@/lib/accounts/open-case";
import { reopenCase } from "@/lib/accounts/reopen-case";
import { updateNegotiation } from "@/lib/accounts/update-negotiation";
import { defineAction, type FormInput } from "@/lib/actions/define-action";
import { currencyExponent, isCurrencyCode } from "@/lib/format/currency-exponent";
import { typedNumber } from "@/lib/format/typed-number";

const PERCENT_DECIMALS = 4;

function typed(input: FormInput, name: string): string {
  const value = input[name];
  return typeof value === "string" ? value.trim() : "";
}

/** Whole units as typed, as minor units; what is no number is refused by the verb. */
function minor(input: FormInput, name: string): number {
  const { currency } = input;
  const code = typeof currency === "string" && isCurrencyCode(currency) ? currency : "EUR";
  const exponent = currencyExponent(code);
  return Math.round(typedNumber(typed(input, name), exponent) * 10 ** exponent);
}

/** Percent as typed, as a share; an empty field says nothing. */
function share(input: FormInput, name: string): number | "" {
  const percent = typed(input, name);
  return percent === "" ? "" : Number((typedNumber(percent, PERCENT_DECIMALS) * 0.01).toFixed(4));
}

export const logPromiseAction = defineAction(async ({ ctx, input }) => {
  const { accountId } = await logPromise({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/accounts/${accountId}#promises`);
});

export const closePromiseAction = defineAction(async ({ ctx, input }) => {
  await closePromise({ ctx, input });
  refresh();
  return null;
});

export const openCaseAction = defineAction(async ({ ctx, input }) => {
  const { accountId } = await openCase({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/accounts/${accountId}#cases`);
});

export const closeCaseAction = defineAction(async ({ ctx, input }) => {
  await closeCase({ ctx, input });
  refresh();
  return null;
});

export const reopenCaseAction = defineAction(async ({ ctx, input }) => {
  await reopenCase({ ctx, input });
  refresh();
  return null;
});

export const handOverCaseAction = defineAction(async ({ ctx, input }) => {
  await handOverCase({ ctx, input });
  refresh();
  return null;
});

export const logWalletAction = defineAction(async ({ ctx, input }) => {
  const { accountId } = await logWallet({
    ctx,
    input: {
      ...input,
      yearlyLowMinor: minor(input, "yearlyLowMinor"),
      yearlyHighMinor: minor(input, "yearlyHighMinor"),
    },
  });
  redirect(`/w/${ctx.workspace.slug}/accounts/${accountId}#products`);
});

export const saveNegotiationAction = defineAction(async ({ ctx, input }) => {
  const given = {
    ...input,
    discountAskedRatio: share(input, "discountAskedRatio"),
    discountGrantedRatio: share(input, "discountGrantedRatio"),
  };
  const isNew = input.negotiationId === undefined;
  const { accountId } = await (isNew
    ? logNegotiation({ ctx, input: given })
    : updateNegotiation({ ctx, input: given }));
  // A site's contract may be negotiated on its parent's page.
  const on = /^[0-9a-f-]{36}$/.exec(String(input.onAccountId))?.[0] ?? accountId;
  redirect(`/w/${ctx.workspace.slug}/accounts/${on}#renewal`);
});
