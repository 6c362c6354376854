import MailComposer from "nodemailer/lib/mail-composer";

export type MailContent = {
  subject: string;
  html: string;
  text: string;
  fromName: string;
  replyTo?: string | undefined;
  headers?: Record<string, string> | undefined;
};

/** The whole message as bytes; its id is the outbox row's, so every try carries the same. */
export function composeMessage(
  content: MailContent,
  addressing: { mailId: string; from: string; to: string; date: Date },
): Promise<Buffer> {
  const domain = addressing.from.split("@")[1] ?? "localhost";
  const composer = new MailComposer({
    from: { name: content.fromName, address: addressing.from },
    to: { name: "", address: addressing.to },
    subject: content.subject,
    html: content.html,
    text: content.text,
    date: addressing.date,
    messageId: `<${addressing.mailId}@${domain}>`,
    ...(content.replyTo ? { replyTo: content.replyTo } : {}),
    ...(content.headers ? { headers: content.headers } : {}),
    // Nothing of a template is ever read from a disk or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
