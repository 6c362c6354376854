/**
 * Whether a page of ours sent this. Server actions check it themselves; a plain handler that trusts a
 * cookie has to ask. Every current browser sends Sec-Fetch-Site, older ones at least Origin.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
