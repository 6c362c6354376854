import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "@/lib/auth/security-policy";

const page = {
  nonce: "bm9uY2U=",
  isRespondent: false,
  isDevelopment: false,
  formTarget: null,
} as const;

function directive(policy: string, name: string): string | undefined {
  return policy.split("; ").find((part) => part.startsWith(`${name} `));
}

describe("the content security policy", () => {
  it("runs scripts by nonce only, in production without evaluated code", () => {
    const policy = contentSecurityPolicy(page);
    expect(directive(policy, "script-src")).toBe(
      "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
    );
    expect(policy).not.toContain("unsafe-eval");
    expect(directive(policy, "style-src")).toBe("style-src 'self' 'nonce-bm9uY2U='");
  });

  it("lets charts of the app set style attributes, and no respondent page", () => {
    expect(contentSecurityPolicy(page)).toContain("style-src-attr 'unsafe-inline'");
    expect(contentSecurityPolicy({ ...page, isRespondent: true })).not.toContain("unsafe-inline");
  });

  it("forbids frames, plugins and another base on every page", () => {
    for (const isRespondent of [true, false]) {
      const policy = contentSecurityPolicy({ ...page, isRespondent });
      expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
      expect(directive(policy, "object-src")).toBe("object-src 'none'");
      expect(directive(policy, "base-uri")).toBe("base-uri 'none'");
    }
  });

  it("lets a form leave for the identity provider only where one is given", () => {
    expect(directive(contentSecurityPolicy(page), "form-action")).toBe("form-action 'self'");
    const withProvider = contentSecurityPolicy({ ...page, formTarget: "https://id.example" });
    expect(directive(withProvider, "form-action")).toBe("form-action 'self' https://id.example");
  });

  it("promises https only where the app is served so", () => {
    expect(securityHeaders(true)).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders(false)).not.toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders(false)["Referrer-Policy"]).toBe("same-origin");
  });
});
