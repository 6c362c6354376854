import { setTimeout as wait } from "node:timers/promises";

/** As the local mail catcher answers it. */
export type CaughtMail = {
  id: string;
  recipients: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: { key: string; value: string }[];
};

function mailUrl(): string {
  const url = process.env.HOLDFAST_E2E_MAIL_URL;
  if (!url) throw new Error("The mail catcher runs only during the browser tests.");
  return url;
}

/** Newest first. */
export async function mailsTo(address: string): Promise<CaughtMail[]> {
  const answer = await fetch(`${mailUrl()}/api/messages?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as CaughtMail[];
}

/** Waits for the newest mail to an address that fits; the worker sends within seconds. */
export async function waitForMail(
  address: string,
  options: { subject?: string | RegExp; timeoutMs?: number } = {},
): Promise<CaughtMail> {
  const { subject = /./, timeoutMs = 30_000 } = options;
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = (await mailsTo(address)).find((mail) => mail.subject.match(subject));
    if (found) return found;
    if (Date.now() > end) throw new Error(`No mail to ${address} came in ${timeoutMs} ms.`);
    await wait(200);
  }
}

/** All links of the HTML part, in order, with entities decoded. */
export function linksIn(mail: CaughtMail): string[] {
  const links = [...mail.html.matchAll(/href="([^"]+)"/g)];
  return links.map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
}
