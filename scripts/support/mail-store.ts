import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";

export type CaughtMail = {
  id: string;
  receivedAt: string;
  /** Envelope: who it was really handed over for, whatever its headers say. */
  sender: string;
  recipients: string[];
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: { key: string; value: string }[];
  raw: string;
};

type Envelope = Pick<CaughtMail, "id" | "receivedAt" | "sender" | "recipients">;

export type MailStore = {
  add(raw: Buffer, sender: string, recipients: string[]): Promise<CaughtMail>;
  /** Newest first. */
  list(recipient?: string): CaughtMail[];
  find(id: string): CaughtMail | undefined;
  remove(id: string): void;
  clear(): void;
};

async function parse(envelope: Envelope, raw: Buffer): Promise<CaughtMail> {
  const mail = await PostalMime.parse(raw);
  const addresses = (mail.to ?? []).map((a) => a.address ?? a.name).filter(Boolean);
  return {
    ...envelope,
    from: [mail.from?.name, mail.from?.address && `<${mail.from.address}>`]
      .filter(Boolean)
      .join(" "),
    to: addresses.join(", ") || envelope.recipients.join(", "),
    subject: mail.subject ?? "(no subject)",
    text: mail.text ?? "",
    html: mail.html ?? "",
    headers: mail.headers.map((h) => ({ key: h.originalKey, value: h.value })),
    raw: raw.toString("utf8"),
  };
}

async function loadFolder(folder: string): Promise<CaughtMail[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const loaded: CaughtMail[] = [];
  for (const name of names.sort()) {
    try {
      const envelope = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Envelope;
      loaded.push(await parse(envelope, readFileSync(path.join(folder, `${envelope.id}.eml`))));
    } catch {
      // Half-written when an earlier run was killed.
    }
  }
  return loaded;
}

/** Keeps what was sent in memory and, so that a restart shows it again, in `folder`. */
export async function openMailStore(folder: string): Promise<MailStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mails = await loadFolder(folder);
  let counter = 0;
  const forget = (id: string) => {
    for (const ending of ["json", "eml"])
      rmSync(path.join(folder, `${id}.${ending}`), { force: true });
  };
  return {
    async add(raw, sender, recipients) {
      counter += 1;
      const receivedAt = new Date().toISOString();
      const id = `${receivedAt.replaceAll(/\D/g, "")}-${String(counter).padStart(5, "0")}`;
      const envelope = { id, receivedAt, sender, recipients };
      const mail = await parse(envelope, raw);
      writeFileSync(path.join(folder, `${id}.eml`), raw, { mode: 0o600 });
      writeFileSync(path.join(folder, `${id}.json`), JSON.stringify(envelope), { mode: 0o600 });
      mails.push(mail);
      return mail;
    },
    list(recipient) {
      const wanted = recipient?.toLowerCase();
      const found = wanted
        ? mails.filter((mail) => mail.recipients.some((r) => r.toLowerCase() === wanted))
        : mails;
      return found.toReversed();
    },
    find: (id) => mails.find((mail) => mail.id === id),
    remove(id) {
      const index = mails.findIndex((mail) => mail.id === id);
      if (index < 0) return;
      mails.splice(index, 1);
      forget(id);
    },
    clear() {
      for (const mail of mails.splice(0)) forget(mail.id);
    },
  };
}
