import { describe, expect, it } from "vitest";
import { slugFrom } from "@/lib/workspaces/slug-from";
import { currencySchema, slugSchema, timeZoneSchema } from "@/lib/workspaces/workspace-input";

describe("a workspace's part of the address", () => {
  it.each([
    ["Nordlys Pumper A/S", "nordlys-pumper-a-s"],
    ["Ærø Færgefart", "aero-faergefart"],
    ["Łódź  Café", "odz-cafe"],
    ["東京", "workspace"],
    ["  --  ", "workspace"],
    ["a".repeat(80), "a".repeat(40)],
  ])("of %s is %s", (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
    expect(slugSchema.parse(slugFrom(name))).toBe(slug);
  });
});

describe("a workspace's settings", () => {
  it("know real currencies and time zones only", () => {
    expect(currencySchema.parse(" dkk ")).toBe("DKK");
    expect(currencySchema.safeParse("XQZ").success).toBe(false);
    expect(timeZoneSchema.safeParse("Europe/Copenhagen").success).toBe(true);
    expect(timeZoneSchema.safeParse("Europe/Nowhere").success).toBe(false);
    expect(timeZoneSchema.safeParse("").success).toBe(false);
  });
});
