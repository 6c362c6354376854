"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { changeWebhook } from "@/lib/workspaces/webhooks/change-webhook";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { replayDelivery } from "@/lib/workspaces/webhooks/replay-delivery";
import { sendTestEvent } from "@/lib/workspaces/webhooks/send-test-event";

export const createWebhookAction = defineAction(async (call) => {
  const made = await createWebhook(call);
  refresh();
  return made;
});

export const changeWebhookAction = defineAction(async (call) => {
  const changed = await changeWebhook(call);
  refresh();
  return changed;
});

export const sendTestEventAction = defineAction(async (call) => {
  const sent = await sendTestEvent(call);
  refresh();
  return sent;
});

export const replayDeliveryAction = defineAction(async (call) => {
  const replayed = await replayDelivery(call);
  refresh();
  return replayed;
});
