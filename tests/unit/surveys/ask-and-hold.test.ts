import { expect, test } from "vitest";
import { heldReason } from "@/lib/surveys/answers/held-reason";
import { type AskedPerson, skipReason } from "@/lib/surveys/waves/skip-reason";

const now = new Date("2026-11-22T10:00:00Z");
const at = { now, today: "2026-11-22", asksDespiteInterval: false };
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const person: AskedPerson = {
  email: "lone@customer.example",
  leftOn: null,
  isGone: false,
  refusal: null,
  lastAskedAt: null,
  intervalDays: null,
};

test("somebody with an address who was not asked lately is asked", () => {
  expect(skipReason(person, at)).toBeNull();
  expect(skipReason({ ...person, lastAskedAt: daysAgo(90) }, at)).toBeNull();
});

test("nobody is asked twice within 90 days, or within half a year who wished so", () => {
  expect(skipReason({ ...person, lastAskedAt: daysAgo(89.9) }, at)).toBe("asked_recently");
  const seldom = { ...person, intervalDays: 183, lastAskedAt: daysAgo(120) };
  expect(skipReason(seldom, at)).toBe("asked_recently");
  expect(skipReason({ ...person, intervalDays: 7, lastAskedAt: daysAgo(60) }, at)).toBe(
    "asked_recently",
  );
});

test("an admin may overrule the interval, and nothing else", () => {
  const anyway = { ...at, asksDespiteInterval: true };
  expect(skipReason({ ...person, lastAskedAt: daysAgo(1) }, anyway)).toBeNull();
  expect(skipReason({ ...person, refusal: "opted_out" }, anyway)).toBe("opted_out");
  expect(skipReason({ ...person, refusal: "suppressed" }, anyway)).toBe("suppressed");
  expect(skipReason({ ...person, leftOn: "2026-11-22" }, anyway)).toBe("left");
  expect(skipReason({ ...person, email: null }, anyway)).toBe("no_email");
  expect(skipReason({ ...person, isGone: true }, anyway)).toBe("erased");
});

const press = { now, handedAt: daysAgo(1), graceSeconds: 10, isStaff: false, hasHoneypot: false };

test("a person's press counts", () => {
  expect(heldReason(press)).toBeNull();
});

test("a press within the grace after hand-over is held, at its end it counts", () => {
  const after = (ms: number) => heldReason({ ...press, handedAt: new Date(now.getTime() - ms) });
  expect(after(3_000)).toBe("too_fast");
  expect(after(9_999)).toBe("too_fast");
  expect(after(10_000)).toBeNull();
});

test("without a hand-over, or with a grace of zero, speed says nothing", () => {
  expect(heldReason({ ...press, handedAt: null })).toBeNull();
  expect(heldReason({ ...press, handedAt: now, graceSeconds: 0 })).toBeNull();
});

test("a filled hidden field and a signed-in colleague are held whenever they press", () => {
  expect(heldReason({ ...press, hasHoneypot: true })).toBe("honeypot");
  expect(heldReason({ ...press, isStaff: true })).toBe("staff");
});
