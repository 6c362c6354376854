/**
 * Whether an enhanced status code (RFC 3463) says that the mailbox itself is gone: bad mailbox or
 * system (5.1.x), switched off (5.2.1), no such host (5.4.4). Refused for its content, by a rule or for
 * a full box (5.7.x, 5.2.2, 5.0.0) is final for this mail and says little of the next one.
 */
export function saysAddressIsDead(status: string | null): boolean {
  return status !== null && (/^5\.1\.\d+$/.test(status) || ["5.2.1", "5.4.4"].includes(status));
}

/** The first enhanced status code in a server's words. */
export function statusIn(text: string): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? null;
}
