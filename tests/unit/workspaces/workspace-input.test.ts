import { describe, expect, it } from "vitest";
import { slugFrom } from "@/lib/workspaces/slug-from";
import {
  currencySchema,
  optionalDateSchema,
  slugSchema,
  timeZoneSchema,
} from "@/lib/workspaces/workspace-input";

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

  it("take no offset for a time zone: the database reads its sign the other way round", () => {
    expect(timeZoneSchema.safeParse("+01:00").success).toBe(false);
  });

  it("take an empty date for none, and no day the database or our arithmetic cannot keep", () => {
    expect(optionalDateSchema.parse("")).toBeNull();
    expect(optionalDateSchema.parse("2026-02-28")).toBe("2026-02-28");
    for (const day of ["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", ["2026-01-01"]]) {
      const result = optionalDateSchema.safeParse(day);
      expect(result.error?.issues[0]?.message).toBe("Enter a date as YYYY-MM-DD.");
    }
  });
});
