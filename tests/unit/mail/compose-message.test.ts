import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import type { Env } from "@/lib/env";
import { composeMessage, type MailContent } from "@/lib/mail/compose-message";
import { readMailReference } from "@/lib/mail/mail-reference";

const keys = [{ id: "k1", key: Buffer.alloc(32, 1) }];
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const env = {
  MAIL_FROM: "surveys@loyal.example",
  LINK_KEYS: keys,
  DATABASE_URL: "",
  AUTH_SECRET: "",
  SMTP_URL: "",
  APP_URL: "https://loyal.example",
  LOG_LEVEL: "silent",
  DATABASE_POOL_SIZE: 2,
  FACTS_MEMORY_MB: 64,
} satisfies Env;
const signing = {
  DKIM_DOMAIN: "loyal.example",
  DKIM_SELECTOR: "s1",
  DKIM_PRIVATE_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
};
const mail = {
  workspaceId: "01900000-0000-7000-8000-000000000001",
  mailId: "01900000-0000-7000-8000-000000000002",
};
const content: MailContent = {
  subject: "Ét spørgsmål om samarbejdet",
  html: "<p>Hvor sandsynligt er det?</p>",
  text: "Hvor sandsynligt er det?\n.\nEn linje med et punktum.\n",
  fromName: "Mette Holm, Nordlys Pumper",
  replyTo: "mette@nordlys.example",
  language: "da",
  unsubscribeUrl: "https://loyal.example/p/token/one-click",
  campaign: "01900000-0000-7000-8000-000000000009",
};
const addressing = {
  mail,
  kind: "survey",
  to: "lone@customer.example",
  date: new Date("2026-11-22T10:00:00Z"),
};

async function headersOf(of: MailContent): Promise<Map<string, string>> {
  const email = await PostalMime.parse(await composeMessage(of, env, addressing));
  return new Map(email.headers.map(({ key, value }) => [key, value]));
}

test("a survey mail says who sends it, that a machine did, and how to stop it with one press", async () => {
  const headers = await headersOf(content);
  expect(headers.get("from")).toBe('"Mette Holm, Nordlys Pumper" <surveys@loyal.example>');
  expect(headers.get("reply-to")).toBe("mette@nordlys.example");
  expect(headers.get("date")).toBe("Sun, 22 Nov 2026 10:00:00 +0000");
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("content-language")).toBe("da");
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(headers.get("list-unsubscribe")).toMatch(
    /^<https:\/\/loyal\.example\/p\/token\/one-click>,\s+<mailto:surveys@loyal\.example\?subject=unsubscribe%20[a-z2-7]{63}>$/,
  );
  expect(headers.get("feedback-id")).toBe(
    `${content.campaign}:${mail.workspaceId}:survey:holdfast`,
  );
  expect(readMailReference(keys, headers.get("message-id") ?? "")).toEqual(mail);
});

test("a mail nobody can unsubscribe from has no such headers, and still says that a machine sent it", async () => {
  const headers = await headersOf({
    subject: "s",
    html: "<p>h</p>",
    text: "t",
    fromName: "Holdfast",
  });
  expect(headers.has("list-unsubscribe")).toBe(false);
  expect(headers.has("feedback-id")).toBe(false);
  expect(headers.get("auto-submitted")).toBe("auto-generated");
});

test("a line break in a name or subject starts no header", async () => {
  const evil = "x\r\nBcc: everybody@customer.example";
  const email = await PostalMime.parse(
    await composeMessage({ ...content, subject: evil, fromName: evil }, env, addressing),
  );
  expect(email.bcc).toBeUndefined();
  expect(email.to).toEqual([{ name: "", address: "lone@customer.example" }]);
});

/** Relaxed canonicalization of RFC 6376, 3.4.2 and 3.4.4, written anew to check the signer by. */
function relaxedHeader(line: string): string {
  const at = line.indexOf(":");
  const value = line
    .slice(at + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${line.slice(0, at).trim().toLowerCase()}:${value}`;
}

function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  return `${lines.join("\r\n").replace(/(?:\r\n)*$/, "")}\r\n`;
}

test("with a key every mail is signed, its unsubscribe headers included, so that a receiver can check", async () => {
  const message = await composeMessage(content, { ...env, ...signing }, addressing);
  const text = message.toString("latin1");
  const split = text.indexOf("\r\n\r\n");
  const lines = text.slice(0, split).split(/\r\n(?![ \t])/);
  const signature = lines.find((line) => line.startsWith("DKIM-Signature:")) ?? "";
  const tags = new Map(
    signature
      .slice("DKIM-Signature:".length)
      .replace(/\r\n/g, "")
      .split(";")
      .map((tag) => [
        tag.split("=")[0]?.trim() ?? "",
        tag.slice(tag.indexOf("=") + 1).replace(/\s/g, ""),
      ]),
  );
  expect([tags.get("d"), tags.get("s"), tags.get("a")]).toEqual([
    "loyal.example",
    "s1",
    "rsa-sha256",
  ]);
  const names = (tags.get("h") ?? "").split(":");
  expect(names).toEqual(
    expect.arrayContaining(["from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post"]),
  );
  const body = relaxedBody(text.slice(split + 4));
  expect(tags.get("bh")).toBe(createHash("sha256").update(body, "latin1").digest("base64"));
  const signed = names.map((name) => {
    const line = lines.findLast((candidate) => candidate.toLowerCase().startsWith(`${name}:`));
    return relaxedHeader(line ?? "");
  });
  const bare = relaxedHeader(signature.replace(/b=[^=;]*(?:=*)$/s, "b="));
  const check = createVerify("RSA-SHA256").update([...signed, bare].join("\r\n"), "latin1");
  expect(check.verify(publicKey, tags.get("b") ?? "", "base64")).toBe(true);
});
