import { type LinkKey, makeLinkToken } from "@/lib/mail/link-token";

type Door = { workspaceId: string; doorId: string; tokenVersion: number };

/** The same link each time it is made; raising the door's version would end it. */
export function doorLink(
  env: { APP_URL: string; LINK_KEYS: readonly LinkKey[] },
  { workspaceId, doorId, tokenVersion }: Door,
): string {
  const subject = { workspaceId, invitationId: doorId };
  return `${env.APP_URL}/s/door/${makeLinkToken(env.LINK_KEYS, "door", subject, tokenVersion)}`;
}
