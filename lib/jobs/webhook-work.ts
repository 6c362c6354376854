import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { isMarkedDatabase } from "@/lib/mail/database-mark";
import { allowedHosts } from "@/lib/webhooks/allowed-hosts";
import {
  type ClaimedDelivery,
  claimDeliveries,
  nextDeliveryAt,
  settleDelivery,
} from "@/lib/webhooks/deliveries";
import { postEvent } from "@/lib/webhooks/post-event";
import { signedHeaders, webhookSecret } from "@/lib/webhooks/webhook-secret";
import type { WorkHandler } from "./work-handler";

/** At once, so that a receiver that hangs holds up nobody else for longer than one post. */
const PER_PART = 10;

async function deliver(ctx: Ctx, delivery: ClaimedDelivery): Promise<void> {
  const { AUTH_SECRET, WEBHOOK_ALLOWED_HOSTS } = readEnv();
  const allowed = allowedHosts(WEBHOOK_ALLOWED_HOSTS);
  const { endpointId, eventId, payload, secretVersion, url } = delivery;
  const named = { workspaceId: ctx.workspace.id, endpointId, version: secretVersion };
  const secret = webhookSecret(AUTH_SECRET, named);
  const headers = signedHeaders(secret, { id: eventId, at: new Date(), body: payload });
  const result = await postEvent(new URL(url), payload, headers, allowed);
  const now = new Date();
  await withWorkspace(ctx, (tx) => settleDelivery(tx, { ...ctx, now }, delivery, result));
}

/** Posts events to the customer's own systems: at least once each, under an id to know them again by. */
export const webhookWork: WorkHandler = {
  kind: "webhook",
  leaseSeconds: 60,
  async run(ctx) {
    // A restored copy tells the customer's systems nothing either, until it is said to be the original.
    if (!(await isMarkedDatabase(new Date()))) return false;
    const claimed = await withWorkspace(ctx, (tx) => claimDeliveries(tx, ctx, PER_PART));
    await Promise.all(claimed.map((delivery) => deliver(ctx, delivery)));
    return claimed.length > 0;
  },
  nextAt: (tx, ctx) => nextDeliveryAt(tx, ctx.workspace.id),
};
