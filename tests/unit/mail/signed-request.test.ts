import { expect, test } from "vitest";
import { isSignedRequest, signRequest } from "@/lib/mail/signed-request";

const SECRET = "a secret of at least thirty-two characters";
const now = new Date("2026-11-22T10:00:00Z");
const body = Buffer.from('{"events":[]}');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("what was signed with the secret is taken for five minutes either way", () => {
  const header = signRequest(SECRET, now, body);
  for (const seconds of [-300, 0, 300]) {
    expect(isSignedRequest(SECRET, header, body, later(seconds))).toBe(true);
  }
  for (const seconds of [-301, 301, 86_400]) {
    expect(isSignedRequest(SECRET, header, body, later(seconds))).toBe(false);
  }
});

test("another body, another secret, another time or no signature is refused", () => {
  const header = signRequest(SECRET, now, body);
  expect(isSignedRequest(SECRET, header, Buffer.from('{"events":[ ]}'), now)).toBe(false);
  expect(isSignedRequest(`${SECRET}!`, header, body, now)).toBe(false);
  expect(isSignedRequest(SECRET, header.replace(/^t=\d+/, "t=1795341601"), body, now)).toBe(false);
  for (const none of [null, "", "t=,v1=", header.toUpperCase(), `${header},v1=00`]) {
    expect(isSignedRequest(SECRET, none, body, now)).toBe(false);
  }
});

test("every byte of the signature counts", () => {
  const header = signRequest(SECRET, now, body);
  for (let at = header.length - 64; at < header.length; at += 1) {
    const other = header[at] === "0" ? "1" : "0";
    const altered = header.slice(0, at) + other + header.slice(at + 1);
    expect(isSignedRequest(SECRET, altered, body, now)).toBe(false);
  }
});
