import fc from "fast-check";
import { expect, test } from "vitest";
import { isLinkGenuine, type LinkKey, makeLinkToken, readLinkToken } from "@/lib/mail/link-token";

const key = (id: string): LinkKey => ({ id, key: Buffer.alloc(32, id) });
const keys = [key("k2"), key("k1")];
const subjects = fc.record({ workspaceId: fc.uuid(), invitationId: fc.uuid() });

function isAccepted(token: string, version = 1, known = keys): boolean {
  return isLinkGenuine(known, readLinkToken(token), "survey", version);
}

test("a token names its workspace and invitation and is accepted for its purpose", () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const token = makeLinkToken(keys, "survey", subject, 1);
      expect(readLinkToken(token)).toMatchObject({ ...subject, keyId: "k2" });
      expect(isAccepted(token)).toBe(true);
    }),
  );
});

test("the same link is made again for a reminder", () => {
  const subject = { workspaceId: crypto.randomUUID(), invitationId: crypto.randomUUID() };
  const once = makeLinkToken(keys, "survey", subject, 1);
  expect(makeLinkToken(keys, "survey", subject, 1)).toBe(once);
});

test("a token with any character altered is refused", () => {
  fc.assert(
    fc.property(subjects, fc.nat(), fc.constantFrom("A", "b", "7", "_"), (subject, at, letter) => {
      const token = makeLinkToken(keys, "survey", subject, 1);
      const i = at % token.length;
      fc.pre(token[i] !== letter);
      expect(isAccepted(token.slice(0, i) + letter + token.slice(i + 1))).toBe(false);
    }),
  );
});

test("a token of another purpose, version, workspace or invitation is refused", () => {
  fc.assert(
    fc.property(subjects, fc.uuid(), (subject, other) => {
      fc.pre(other !== subject.workspaceId && other !== subject.invitationId);
      const token = makeLinkToken(keys, "survey", subject, 1);
      expect(isLinkGenuine(keys, readLinkToken(token), "preferences", 1)).toBe(false);
      expect(isAccepted(token, 2)).toBe(false);
      const read = readLinkToken(token);
      expect(isLinkGenuine(keys, { ...read, workspaceId: other }, "survey", 1)).toBe(false);
      expect(isLinkGenuine(keys, { ...read, invitationId: other }, "survey", 1)).toBe(false);
    }),
  );
});

test("an older key still opens the links it signed, until it is taken out", () => {
  const subject = { workspaceId: crypto.randomUUID(), invitationId: crypto.randomUUID() };
  const old = makeLinkToken([key("k1")], "survey", subject, 1);
  expect(isAccepted(old)).toBe(true);
  expect(isAccepted(old, 1, [key("k2")])).toBe(false);
  const impostor = { id: "k1", key: Buffer.alloc(32, "x") };
  expect(isAccepted(old, 1, [key("k2"), impostor])).toBe(false);
});

test("any text is read without an error, and none of them is accepted", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect(isAccepted(text)).toBe(false);
    }),
  );
});
