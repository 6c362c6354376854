"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { revokeApiKey } from "@/lib/workspaces/revoke-api-key";

export const createApiKeyAction = defineAction(async (call) => {
  const made = await createApiKey(call);
  refresh();
  return made;
});

export const revokeApiKeyAction = defineAction(async (call) => {
  const revoked = await revokeApiKey(call);
  refresh();
  return revoked;
});
