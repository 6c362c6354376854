import { describe, expect, it } from "vitest";
import { type Actor, can, type Permission, type Role } from "@/lib/auth/permissions";

function person(role: Role): Actor {
  return { type: "user", userId: "u", sessionId: "s", role, employeeId: null };
}

const WRITES: Permission[] = [
  "account:write",
  "touch:write",
  "segment:write",
  "survey:write",
  "wave:send",
  "import:write",
  "member:write",
  "setting:write",
];

describe("permissions", () => {
  it("let a viewer read and write nothing", () => {
    expect(can(person("viewer"), "figures:read")).toBe(true);
    expect(WRITES.filter((permission) => can(person("viewer"), permission))).toEqual([]);
  });

  it("let an account manager work on accounts but not on members, surveys or settings", () => {
    const mine = WRITES.filter((permission) => can(person("account_manager"), permission));
    expect(mine).toEqual(["account:write", "touch:write", "segment:write"]);
  });

  it("let an admin do everything except answer for a customer", () => {
    expect(WRITES.every((permission) => can(person("admin"), permission))).toBe(true);
    expect(can(person("admin"), "response:write")).toBe(false);
  });

  it("let a respondent answer and choose, and read nothing", () => {
    const respondent: Actor = { type: "respondent", invitationId: "i" };
    expect(can(respondent, "response:write")).toBe(true);
    expect(can(respondent, "figures:read")).toBe(false);
  });

  it("let a key do what its scopes name and no more", () => {
    const key: Actor = { type: "apiKey", apiKeyId: "k", scopes: ["account:read"] };
    expect(can(key, "account:read")).toBe(true);
    expect(can(key, "account:write")).toBe(false);
  });
});
