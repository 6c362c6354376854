import { createHmac } from "node:crypto";

type Named = { workspaceId: string; endpointId: string; version: number };

/** Made from what it names with the server's own secret, never stored; a new version is a new secret. */
export function webhookSecret(serverSecret: string, named: Named): string {
  const { workspaceId, endpointId, version } = named;
  const key = createHmac("sha256", serverSecret)
    .update(`webhook\0${workspaceId}\0${endpointId}\0${version}`)
    .digest("base64");
  return `whsec_${key}`;
}

/** Headers of the Standard Webhooks specification 1.0. */
export function signedHeaders(
  secret: string,
  message: { id: string; at: Date; body: string },
): Record<string, string> {
  const seconds = String(Math.floor(message.at.getTime() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(`${message.id}.${seconds}.${message.body}`)
    .digest("base64");
  return {
    "webhook-id": message.id,
    "webhook-timestamp": seconds,
    "webhook-signature": `v1,${signature}`,
  };
}
