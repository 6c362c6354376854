import { beforeAll, describe, expect, it } from "vitest";
import { linkOidcUser } from "@/lib/auth/link-oidc-user";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "../../support/database";
import { joinWorld, type Person } from "../../support/factories/people";
import { createWorld } from "../../support/factories/world";

useTestDatabase();
let ada: Person;

beforeAll(async () => {
  ada = await joinWorld(await createWorld(), "viewer", { email: "ada@nordlys.example" });
});

describe("single sign-on", () => {
  it("does not trust an address the provider has not verified", async () => {
    const profile = { sub: "s-1", email: ada.email };
    expect(await linkOidcUser(profile)).toBeNull();
    expect(await linkOidcUser({ ...profile, email_verified: false })).toBeNull();
  });

  it("creates nobody", async () => {
    const stranger = { sub: "s-2", email: "new@nordlys.example", email_verified: true };
    expect(await linkOidcUser(stranger)).toBeNull();
    expect(await db().appUser.count({ where: { email: stranger.email } })).toBe(0);
  });

  it("links an invited person once and goes by the subject from then on", async () => {
    const profile = { sub: "s-3", email: "ADA@nordlys.example", email_verified: true };
    expect(await linkOidcUser(profile)).toBe(ada.userId);
    expect(await linkOidcUser({ sub: "s-3", email: "changed@nordlys.example" })).toBe(ada.userId);
    expect(await linkOidcUser({ ...profile, sub: "s-4" })).toBeNull();
  });

  it("is closed for a disabled user", async () => {
    await db().appUser.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    expect(await linkOidcUser({ sub: "s-3" })).toBeNull();
  });

  it("takes no profile on trust", async () => {
    expect(await linkOidcUser({})).toBeNull();
    expect(await linkOidcUser(null)).toBeNull();
  });
});
