import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyFailure, retryDelaySeconds } from "@/lib/mail/delivery";

test("a connection that fails before the message leaves the mail waiting", () => {
  for (const code of ["ECONNREFUSED", "ETIMEDOUT", "ECONNECTION", "EDNS"]) {
    expect(classifyFailure({ code, command: "CONN" }, false).state).toBe("pending");
  }
});

test("silence after the first byte of the message makes the mail uncertain, never waiting", () => {
  for (const code of ["ETIMEDOUT", "ECONNECTION", "ESOCKET"]) {
    expect(classifyFailure({ code, command: "CONN" }, true).state).toBe("uncertain");
  }
});

test("a temporary refusal in so many words is tried again, before and after the message", () => {
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 499 }), fc.boolean(), (responseCode, isHandedOver) => {
      const failure = { code: "EMESSAGE", command: "DATA", responseCode };
      expect(classifyFailure(failure, isHandedOver).state).toBe("pending");
    }),
  );
});

test("a refused recipient bounces; only a dead mailbox stops later mail to the address", () => {
  const refused = { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 };
  const dead = { ...refused, response: "550 5.1.1 no such user" };
  const policy = { ...refused, response: "550 5.7.1 not accepted from you" };
  expect(classifyFailure(dead, false)).toMatchObject({ state: "bounced", isAddressDead: true });
  expect(classifyFailure(policy, false)).toMatchObject({ state: "bounced", isAddressDead: false });
});

test("a refused login is our own trouble and costs no mail", () => {
  const failure = { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 };
  expect(classifyFailure(failure, false).state).toBe("pending");
});

test("a reason never repeats the server's words, which may carry the address", () => {
  const response = "550 5.1.1 <lone@customer.example>: unknown";
  const delivery = classifyFailure({ command: "RCPT TO", responseCode: 550, response }, false);
  expect(JSON.stringify(delivery)).not.toContain("lone");
});

test("waits grow to at most an hour and a half, and end after twelve tries", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 11 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, r) => {
        const wait = retryDelaySeconds(n, r) ?? Number.NaN;
        expect(wait).toBeGreaterThanOrEqual(15);
        expect(wait).toBeLessThanOrEqual(5400);
      },
    ),
  );
  expect(retryDelaySeconds(12, 0)).toBeNull();
});
