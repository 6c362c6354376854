import { expect, test } from "vitest";
import { type AskedPerson, skipReason } from "@/lib/surveys/waves/skip-reason";

const now = new Date("2026-11-22T10:00:00Z");
const rules = { contactIntervalDays: 90, accountAsksPerQuarter: 4 };
const at = { now, today: "2026-11-22", asksDespiteInterval: false, rules };
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const person: AskedPerson = {
  email: "lone@customer.example",
  leftOn: null,
  isGone: false,
  refusal: null,
  lastAskedAt: null,
  intervalDays: null,
  accountAsks: 0,
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

test("an account is asked no more often in a quarter than the workspace says", () => {
  expect(skipReason({ ...person, accountAsks: 3 }, at)).toBeNull();
  expect(skipReason({ ...person, accountAsks: 4 }, at)).toBe("account_asked_enough");
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
