/** Hosts inside the network that the operator lets webhooks reach: "host:port", split by commas. */
export function allowedHosts(text: string | undefined): string[] {
  return (text ?? "").split(",").flatMap((host) => host.trim() || []);
}
