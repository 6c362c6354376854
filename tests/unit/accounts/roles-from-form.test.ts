import { expect, test } from "vitest";
import { rolesFromForm } from "@/lib/accounts/roles-from-form";

const form = { "role.a": "user", "role.b": "decision_maker", "role.c": "" };

test("a row's own button records that row, whatever else is ticked", () => {
  expect(rolesFromForm({ ...form, one: "b", ticked: ["a", "c"] })).toEqual({
    roles: [{ contactId: "b", role: "decision_maker" }],
  });
});

test("the button of the list records everybody who is ticked", () => {
  expect(rolesFromForm({ ...form, ticked: ["a", "b"] }).roles).toHaveLength(2);
  expect(rolesFromForm({ ...form, ticked: "a" }).roles).toEqual([{ contactId: "a", role: "user" }]);
});

test("whoever has no role chosen is named, and nobody ticked is said", () => {
  expect(() => rolesFromForm({ ...form, ticked: ["a", "c", "d"] })).toThrow(
    expect.objectContaining({
      fieldErrors: {
        "role.c": "Choose a role for everybody who is ticked.",
        "role.d": "Choose a role for everybody who is ticked.",
      },
    }),
  );
  expect(() => rolesFromForm({ ...form, one: "" })).toThrow("Tick at least one person.");
});
