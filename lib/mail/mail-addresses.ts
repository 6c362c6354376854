import type { LinkKey } from "./link-token";
import { type MailReference, mailReference } from "./mail-reference";

type MailEnv = {
  MAIL_FROM: string;
  MAIL_BOUNCE_DOMAIN?: string | undefined;
  LINK_KEYS: readonly LinkKey[];
};

/**
 * Where an undeliverable mail comes back to: an address of its own that names it, so that a report
 * which quotes nothing still tells which mail it is about. Without a domain for these: the sender.
 */
export function envelopeSender(env: MailEnv, mail: MailReference): string {
  const { MAIL_BOUNCE_DOMAIN: domain, MAIL_FROM } = env;
  return domain ? `b${mailReference(env.LINK_KEYS, mail)}@${domain}` : MAIL_FROM;
}

/** The mail program's way to unsubscribe by mail: an address, or a subject, that names the mail. */
export function unsubscribeMailto(env: MailEnv, mail: MailReference): string {
  const { MAIL_BOUNCE_DOMAIN: domain, MAIL_FROM } = env;
  const reference = mailReference(env.LINK_KEYS, mail);
  return domain
    ? `mailto:u${reference}@${domain}?subject=unsubscribe`
    : `mailto:${MAIL_FROM}?subject=unsubscribe%20${reference}`;
}

/** The same for every try, so that a mail server can tell a second copy. */
export function messageId(env: MailEnv, mail: MailReference): string {
  const domain = env.MAIL_FROM.split("@")[1] ?? "localhost";
  return `<${mailReference(env.LINK_KEYS, mail)}@${domain}>`;
}
