import { describe, expect, it } from "vitest";
import { landingPath } from "@/lib/auth/landing";
import { workspaceInPath } from "@/lib/auth/last-workspace";

describe("the way back after sign-in", () => {
  it.each([
    "/w/nordlys",
    "/w/nordlys/accounts?owner=me&page=2",
    "/w/nordlys/settings/members",
    "/w/nordlys/accounts?q=..//x",
  ])("leads to a page of the app: %s", (path) => {
    expect(landingPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example/w/a",
    "//evil.example",
    "/\\evil.example",
    "/w/../api/x\nSet-Cookie: a",
    "/w/a/../..//evil.example",
    "/w/a/..",
    "/w/a//evil.example",
    "/api/auth/signout",
    "javascript:alert(1)",
    "",
    undefined,
    ["/w/a"],
    `/w/a/${"x".repeat(3000)}`,
  ])("never leads anywhere else: %j", (path) => {
    expect(landingPath(path)).toBe("/");
  });

  it("knows the workspace of a path, and only of a workspace's path", () => {
    expect(workspaceInPath("/w/nordlys/accounts")).toBe("nordlys");
    expect(workspaceInPath("/s/nordlys")).toBeNull();
  });
});
