import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv, readEnv } from "@/lib/env";
import { TEST_VALUES } from "../support/test-values";

beforeEach(() => {
  for (const [name, value] of Object.entries(TEST_VALUES)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", "postgresql://holdfast:x@127.0.0.1:5432/holdfast");
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

function refusal(given: Record<string, string>): string | null {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  forgetEnv();
  try {
    readEnv();
    return null;
  } catch (error) {
    return String(error).split("\n").slice(1).join("\n");
  }
}

test("single sign-on and signed mail are set whole or not at all, and what lacks is named", () => {
  expect(refusal({ OIDC_ISSUER: "https://login.example" })).toBe(
    "  OIDC_CLIENT_ID is missing\n  OIDC_CLIENT_SECRET is missing",
  );
  expect(refusal({ OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" })).toBeNull();
  expect(refusal({ DKIM_DOMAIN: "example.com" })).toContain("DKIM_SELECTOR is missing");
});

test.each([
  ["LOG_LEVEL", "loud", "must be debug, info, warn, error or silent"],
  ["DATABASE_POOL_SIZE", "1", "must be a whole number from 2 to 100"],
  ["FACTS_MEMORY_MB", "much", "must be a whole number from 64 to 65536"],
  ["WEBHOOK_ALLOWED_HOSTS", "http://inside.example", "must be host or host:port, split by commas"],
])("a %s of %s is refused, and the message says what it must be", (name, value, message) => {
  expect(refusal({ [name]: value })).toBe(`  ${name} ${message}`);
});

test.each([
  "127.0.0.1:8080, [::1]:80,erp.internal:443",
  "erp.internal",
  "[::1], erp.internal:8443,",
])("hosts inside the network are taken with and without spaces and ports: %s", (hosts) => {
  expect(refusal({ WEBHOOK_ALLOWED_HOSTS: hosts })).toBeNull();
});
