"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { mergeAccounts } from "@/lib/accounts/merge/merge-accounts";
import { undoMerge } from "@/lib/accounts/merge/undo-merge";
import { defineAction } from "@/lib/actions/define-action";

export const mergeAccountsAction = defineAction(async ({ ctx, input }) => {
  const { accountId } = await mergeAccounts({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/accounts/${accountId}#merges`);
});

export const undoMergeAction = defineAction(async ({ ctx, input }) => {
  const merge = await undoMerge({ ctx, input });
  refresh();
  return merge;
});
