import DKIM from "nodemailer/lib/dkim";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Env } from "@/lib/env";
import { messageId, unsubscribeMailto } from "./mail-addresses";
import type { MailReference } from "./mail-reference";

export type MailContent = {
  subject: string;
  html: string;
  text: string;
  fromName: string;
  replyTo?: string | undefined;
  language?: string | undefined;
  /** Takes a post without asking anything (RFC 8058); mails that can be unsubscribed from have one. */
  unsubscribeUrl?: string | undefined;
  /** What the mail belongs to, by which mailbox providers report complaints together: a wave. */
  campaign?: string | undefined;
};

type Addressing = { mail: MailReference; kind: string; to: string; date: Date };

// RFC 8058 asks that the unsubscribe headers be signed; the rest is what is shown or answered to.
const SIGNED_HEADERS =
  "from:sender:reply-to:subject:date:message-id:to:mime-version:content-type:content-transfer-encoding:content-language:list-unsubscribe:list-unsubscribe-post:feedback-id:auto-submitted";

function headersOf(content: MailContent, env: Env, { mail, kind }: Addressing) {
  // A reply is written by a person: an absence note may answer it.
  const headers: Record<string, string> =
    kind === "reply" ? {} : { "Auto-Submitted": "auto-generated" };
  if (content.language) headers["Content-Language"] = content.language;
  if (content.campaign) {
    headers["Feedback-ID"] = `${content.campaign}:${mail.workspaceId}:${kind}:holdfast`;
  }
  if (content.unsubscribeUrl) {
    const byMail = unsubscribeMailto(env, mail);
    headers["List-Unsubscribe"] = `<${content.unsubscribeUrl}>, <${byMail}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return headers;
}

/** As they go over the wire: what is signed is then exactly what is sent. */
function wireLines(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}

async function signed(message: Buffer, env: Env): Promise<Buffer> {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = env;
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_PRIVATE_KEY) return message;
  const signer = new DKIM({
    domainName: DKIM_DOMAIN,
    keySelector: DKIM_SELECTOR,
    privateKey: DKIM_PRIVATE_KEY,
    headerFieldNames: SIGNED_HEADERS,
  });
  const pieces: Buffer[] = [];
  for await (const piece of signer.sign(message)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The whole message as bytes, signed where a key is given. */
export async function composeMessage(
  content: MailContent,
  env: Env,
  addressing: Addressing,
): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: content.fromName, address: env.MAIL_FROM },
    to: { name: "", address: addressing.to },
    subject: content.subject,
    html: wireLines(content.html),
    text: wireLines(content.text),
    date: addressing.date,
    messageId: messageId(env, addressing.mail),
    headers: headersOf(content, env, addressing),
    ...(content.replyTo ? { replyTo: content.replyTo } : {}),
    // Nothing of a template is ever read from a disk or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return signed(await composer.compile().build(), env);
}
