import fc from "fast-check";
import { expect, test } from "vitest";
import { envelopeSender, messageId, unsubscribeMailto } from "@/lib/mail/mail-addresses";
import { mailReference, readMailReference } from "@/lib/mail/mail-reference";

const keys = [
  { id: "k2", key: Buffer.alloc(32, 2) },
  { id: "k1", key: Buffer.alloc(32, 1) },
];
const old = keys.slice(1);
const mail = {
  workspaceId: "01900000-0000-7000-8000-000000000001",
  mailId: "01900000-0000-7000-8000-000000000002",
};
const env = { MAIL_FROM: "surveys@loyal.example", LINK_KEYS: keys };
const withDomain = { ...env, MAIL_BOUNCE_DOMAIN: "bounce.loyal.example" };

test("a reference names its mail, also after servers folded its case or put words around it", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (workspaceId, mailId) => {
      const reference = mailReference(keys, { workspaceId, mailId });
      for (const text of [reference, reference.toUpperCase(), `<b${reference}@x.example> (hm)`]) {
        expect(readMailReference(keys, text)).toEqual({ workspaceId, mailId });
      }
    }),
    { numRuns: 30 },
  );
});

test("a reference altered in any letter names nothing", () => {
  const reference = mailReference(keys, mail);
  // The last letter holds two bits of the code and three that mean nothing.
  for (let at = 0; at < reference.length - 1; at += 1) {
    const other = reference[at] === "a" ? "b" : "a";
    const altered = reference.slice(0, at) + other + reference.slice(at + 1);
    expect(readMailReference(keys, altered)).toBeNull();
  }
});

test("a reference holds while its key is known, first or not, and no longer", () => {
  const reference = mailReference(old, mail);
  expect(readMailReference(keys, reference)).toEqual(mail);
  expect(readMailReference(keys.slice(0, 1), reference)).toBeNull();
});

test("any text can be asked, and names nothing unless we wrote it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(readMailReference(keys, text)).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test("with a bounce domain every mail comes back to an address of its own, of 64 characters", () => {
  const sender = envelopeSender(withDomain, mail);
  expect(sender.split("@")[0]).toHaveLength(64);
  expect(sender.endsWith("@bounce.loyal.example")).toBe(true);
  expect(readMailReference(keys, sender)).toEqual(mail);
  expect(envelopeSender(env, mail)).toBe("surveys@loyal.example");
});

test("the Message-ID and the way to unsubscribe by mail name the mail too", () => {
  for (const text of [
    messageId(env, mail),
    unsubscribeMailto(env, mail),
    unsubscribeMailto(withDomain, mail),
  ]) {
    expect(readMailReference(keys, text)).toEqual(mail);
  }
  expect(unsubscribeMailto(withDomain, mail)).toMatch(/^mailto:u[a-z2-7]{63}@bounce/);
  expect(unsubscribeMailto(env, mail)).toMatch(/^mailto:surveys@loyal\.example\?subject=unsub/);
});
