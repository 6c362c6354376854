import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError, invalidField } from "@/lib/errors";
import { allowedHosts } from "@/lib/webhooks/allowed-hosts";
import { EVENT_KINDS } from "@/lib/webhooks/event-kinds";
import { refuseAddress } from "@/lib/webhooks/post-event";
import { webhookSecret } from "@/lib/webhooks/webhook-secret";

const MOST_ENDPOINTS = 20;

const createWebhookSchema = z.object({
  url: z
    .string({ error: "Give the address events are posted to, beginning with https://." })
    .trim()
    .max(1000, "Use at most 1,000 characters.")
    .refine(URL.canParse, "Give the address events are posted to, beginning with https://."),
  events: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(z.enum(EVENT_KINDS, { error: "Choose from the list." }), {
        error: "Choose what to be told of.",
      })
      .min(1, "Choose what to be told of."),
  ),
});

function checkedAddress(text: string): string {
  const url = new URL(text);
  const refused = refuseAddress(url, allowedHosts(readEnv().WEBHOOK_ALLOWED_HOSTS));
  if (refused === "scheme") throw invalidField("url", "Give an address that begins with https://.");
  if (refused === "credentials")
    throw invalidField("url", "Leave user and password out of the address; check the signature.");
  if (refused === "inside")
    throw invalidField("url", "This address lies inside a network. Give one the internet reaches.");
  return url.href;
}

/** @returns the secret that signs, this once. */
export async function createWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ endpointId: string; secret: string }> {
  requirePermission(ctx, "setting:write");
  const { url, events } = createWebhookSchema.parse(input);
  const { workspace, actor, now } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person adds webhooks.");
  const address = checkedAddress(url);
  const id = newId();
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: workspace.id, removedAt: null };
    const live = await tx.webhookEndpoint.count({ where });
    if (live >= MOST_ENDPOINTS) throw new AppError("CONFLICT", "Remove a webhook first.");
    await tx.webhookEndpoint.create({
      data: {
        workspaceId: workspace.id,
        id,
        url: address,
        events,
        createdById: actor.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createWebhook",
      subjectType: "webhook",
      subjectId: id,
      fields: ["url", "events"],
    });
    const named = { workspaceId: workspace.id, endpointId: id, version: 1 };
    return { endpointId: id, secret: webhookSecret(readEnv().AUTH_SECRET, named) };
  });
}
