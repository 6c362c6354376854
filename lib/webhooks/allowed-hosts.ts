const DEFAULT_PORTS: Record<string, string> = { "http:": "80", "https:": "443" };

/** Hosts inside the network that the operator lets webhooks reach: "host" or "host:port", split by commas. */
export function allowedHosts(text: string | undefined): string[] {
  return (text ?? "").split(",").flatMap((host) => host.trim().toLowerCase() || []);
}

/** A host without a port stands for the scheme's own port; an address leaves that one out in `host`. */
export function isAllowedHost({ host, hostname, port, protocol }: URL, allowed: readonly string[]) {
  const withPort = `${hostname}:${port || DEFAULT_PORTS[protocol]}`;
  return allowed.some((one) => one === host || one === withPort);
}
