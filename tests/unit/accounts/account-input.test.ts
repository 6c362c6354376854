import { expect, test } from "vitest";
import {
  createAccountSchema,
  createContactSchema,
  logTouchSchema,
  updateAccountSchema,
} from "@/lib/accounts/account-input";

const ID = "01843525-c4c8-7f9d-bac3-ea5c2ab9eaec";

function messages(result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) {
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );
}

test("a new account needs a name and a currency, and says so at the field", () => {
  expect(messages(createAccountSchema.safeParse({ name: " ", currency: "Kroner" }))).toEqual({
    name: "Give the account a name.",
    currency: "Give the currency as its three letters, for example DKK.",
  });
});

test("empty form fields are not recorded, and missing ones neither", () => {
  const account = createAccountSchema.parse({ name: "Grenaa", currency: "dkk", region: "" });
  expect(account).toMatchObject({
    currency: "DKK",
    region: null,
    industry: null,
    decidesForSites: false,
    acquiredBy: "unknown",
    attributes: {},
  });
});

test("a change leaves what is not sent and empties what is sent empty", () => {
  const change = updateAccountSchema.parse({ accountId: ID, region: "" });
  expect(change).toEqual({ accountId: ID, region: null });
});

test("a person needs a name or an address", () => {
  const result = createContactSchema.safeParse({ accountId: ID, firstName: "", title: "CFO" });
  expect(messages(result)).toEqual({ lastName: "Give a name or an e-mail address." });
});

test("a next step needs a date, and not one before the call", () => {
  const touch = { accountId: ID, kind: "call", happenedOn: "2026-10-02", nextStep: "Offer" };
  expect(messages(logTouchSchema.safeParse(touch))).toHaveProperty("nextStepOn");
  const early = { ...touch, nextStepOn: "2026-10-01" };
  expect(messages(logTouchSchema.safeParse(early))).toEqual({
    nextStepOn: "The next step cannot be before the contact itself.",
  });
  expect(logTouchSchema.safeParse({ ...touch, nextStepOn: "2026-10-02" }).success).toBe(true);
});

test("a field sent twice is refused in words, not in those of the checker", () => {
  const twice = ["a", "b"];
  const fields = { region: twice, country: twice, industry: twice, sizeBand: twice };
  const found = messages(createAccountSchema.safeParse({ name: "A", currency: "DKK", ...fields }));
  expect(Object.keys(found).sort()).toEqual(Object.keys(fields).sort());
  expect(Object.values(found).join()).not.toMatch(/invalid input|expected/i);
});

test("years nobody means are refused at the field, before the database refuses them", () => {
  const touch = { accountId: ID, kind: "call", happenedOn: "0000-01-01" };
  expect(messages(logTouchSchema.safeParse(touch))).toEqual({
    happenedOn: "Give a date as year-month-day, for example 2026-03-01.",
  });
});
