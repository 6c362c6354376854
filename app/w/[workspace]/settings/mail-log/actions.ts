"use server";

import { refresh } from "next/cache";
import { replaceLogAddress } from "@/lib/accounts/mail-log/replace-log-address";
import { defineAction } from "@/lib/actions/define-action";

export const replaceLogAddressAction = defineAction(async ({ ctx }) => {
  await replaceLogAddress({ ctx });
  refresh();
  return null;
});
