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

/** At once, over all endpoints of a workspace. */
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

function deliverAll(ctx: Ctx, deliveries: readonly ClaimedDelivery[]): Promise<unknown> {
  return Promise.all(deliveries.map((delivery) => deliver(ctx, delivery)));
}

/** While one that may hang is waited for, those that answer get more than one part. */
async function deliverMeanwhile(
  ctx: Ctx,
  first: readonly ClaimedDelivery[],
  goesOn: () => boolean,
): Promise<void> {
  await deliverAll(ctx, first);
  while (goesOn()) {
    const more = await withWorkspace(ctx, (tx) => claimDeliveries(tx, ctx, PER_PART, "answering"));
    if (more.length === 0) return;
    await deliverAll(ctx, more);
  }
}

/** Posts events to the customer's own systems: at least once each, under an id to know them again by. */
export const webhookWork: WorkHandler = {
  kind: "webhook",
  leaseSeconds: 60,
  async run(ctx, isStopping = () => false) {
    // A restored copy tells the customer's systems nothing either, until it is said to be the original.
    if (!(await isMarkedDatabase(new Date()))) return false;
    const claimed = await withWorkspace(ctx, (tx) => claimDeliveries(tx, ctx, PER_PART));
    const probes = claimed.filter(({ isProbe }) => isProbe);
    let isWaiting = probes.length > 0;
    const probed = deliverAll(ctx, probes).finally(() => {
      isWaiting = false;
    });
    const goesOn = () => isWaiting && !isStopping();
    const others = claimed.filter(({ isProbe }) => !isProbe);
    await Promise.all([probed, deliverMeanwhile(ctx, others, goesOn)]);
    return claimed.length > 0;
  },
  nextAt: (tx, ctx) => nextDeliveryAt(tx, ctx.workspace.id),
};
