import { expect, test } from "vitest";
import { mailReference } from "@/lib/mail/mail-reference";
import { readInboundMail } from "@/lib/mail/read-inbound-mail";

const keys = [{ id: "k1", key: Buffer.alloc(32, 1) }];
const mail = {
  workspaceId: "01900000-0000-7000-8000-000000000001",
  mailId: "01900000-0000-7000-8000-000000000002",
};
const reference = mailReference(keys, mail);
const now = new Date("2026-11-22T10:00:00Z");

type Parts = {
  to?: string;
  subject?: string;
  status?: string;
  feedback?: string;
  returned?: string;
};

function report({ to, subject, status, feedback, returned }: Parts): Buffer {
  const machine = status ?? feedback;
  const type = status === undefined ? "feedback-report" : "delivery-status";
  const lines = [
    "From: Mail Delivery System <mailer-daemon@mx.customer.example>",
    `To: ${to ?? "surveys@loyal.example"}`,
    `Subject: ${subject ?? "Undelivered mail returned to sender"}`,
    "Message-ID: <report-1@mx.customer.example>",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=${type}; boundary="B"`,
    "",
    "--B",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "This is the mail system.",
    ...(machine === undefined ? [] : ["--B", `Content-Type: message/${type}`, "", machine]),
    "--B",
    "Content-Type: text/rfc822-headers",
    "",
    returned ?? `Message-ID:\n <${reference}@loyal.example>\nSubject: One question`,
    "--B--",
    "",
  ];
  return Buffer.from(lines.join("\n").replaceAll("\n", "\r\n"));
}

function read(raw: Buffer, recipient: string | null = null) {
  return readInboundMail(keys, { raw, recipient, now });
}

const FAILED = `Reporting-MTA: dns; mx.customer.example
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0100

Final-Recipient: rfc822; Lone@Customer.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <lone@customer.example>:
 Recipient address rejected`;

test("a delivery status of a dead mailbox is a final bounce of the mail it returns", async () => {
  expect(await read(report({ status: FAILED }))).toEqual({
    mail,
    report: {
      kind: "bounce",
      isFinal: true,
      isAddressDead: true,
      recipient: "lone@customer.example",
      detail: "5.1.1",
      source: "mail",
      externalId: expect.stringMatching(/^[0-9a-f]{40}$/),
      at: now,
    },
  });
});

test("the address it bounced to names the mail where nothing is returned", async () => {
  const to = `b${reference.toUpperCase()}@bounce.loyal.example`;
  const headless = report({ status: FAILED, returned: "Subject: One question" });
  expect(await read(headless)).toBeNull();
  expect(await read(headless, to)).toMatchObject({ mail });
  expect(await read(report({ status: FAILED, returned: "Subject: x", to }))).toMatchObject({
    mail,
  });
});

test("a delay is a soft bounce, a delivery none, a refusal for another cause leaves the address alive", async () => {
  const delayed = FAILED.replace("failed", "delayed").replace("Status: 5.1.1", "Status: 4.4.1");
  expect(await read(report({ status: delayed }))).toMatchObject({
    report: { kind: "bounce", isFinal: false, isAddressDead: false, detail: "4.4.1" },
  });
  const delivered = FAILED.replace("failed", "delivered").replace("Status: 5.1.1", "Status: 2.0.0");
  expect(await read(report({ status: delivered }))).toMatchObject({
    report: { kind: "delivered" },
  });
  const full = FAILED.replaceAll("5.1.1", "5.2.2");
  expect(await read(report({ status: full }))).toMatchObject({
    report: { kind: "bounce", isFinal: true, isAddressDead: false, detail: "5.2.2" },
  });
});

test("the remote server's precise code is taken where the status says only that it failed", async () => {
  const vague = FAILED.replace("Status: 5.1.1", "Status: 5.0.0");
  expect(await read(report({ status: vague }))).toMatchObject({
    report: { isAddressDead: true, detail: "5.1.1" },
  });
});

const ABUSE = `Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <lone@customer.example>
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0100`;

test("a feedback report is a complaint, and one that says it is no spam is none", async () => {
  expect(await read(report({ feedback: ABUSE }))).toMatchObject({
    mail,
    report: { kind: "complaint", recipient: "lone@customer.example", detail: "abuse" },
  });
  const wanted = ABUSE.replace("abuse", "not-spam");
  expect(await read(report({ feedback: wanted }))).toBeNull();
});

test("the same report delivered twice has the same name", async () => {
  const [first, second] = [
    await read(report({ status: FAILED })),
    await read(Buffer.concat([Buffer.from("Received: again\r\n"), report({ status: FAILED })])),
  ];
  if (!first || !("report" in first) || !second || !("report" in second)) throw new Error("none");
  expect(second.report.externalId).toBe(first.report.externalId);
});

function plain(to: string, subject: string): Buffer {
  return Buffer.from(
    `From: lone@customer.example\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nhi\r\n`,
  );
}

test("a mail program unsubscribes by address or by subject", async () => {
  const address = `u${reference}@bounce.loyal.example`;
  expect(await read(plain(address, "unsubscribe"))).toEqual({ mail, isUnsubscribe: true });
  const subject = `unsubscribe ${reference}`;
  const toSender = plain("surveys@loyal.example", subject);
  expect(await read(toSender)).toEqual({ mail, isUnsubscribe: true });
});

test("an answer of an absent person, a stranger's mail and noise are let be", async () => {
  const bounceAddress = `b${reference}@bounce.loyal.example`;
  expect(await read(plain(bounceAddress, "I am on holiday"))).toBeNull();
  expect(await read(plain("surveys@loyal.example", "unsubscribe"))).toBeNull();
  expect(await read(Buffer.from([0, 255, 10, 13, 0]))).toBeNull();
  expect(await read(Buffer.alloc(0))).toBeNull();
  const forged = mailReference([{ id: "x", key: Buffer.alloc(32, 9) }], mail);
  expect(await read(report({ status: FAILED, returned: `Message-ID: <${forged}@x>` }))).toBeNull();
});
