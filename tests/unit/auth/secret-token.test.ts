import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameHash, makeSecretToken, readSecretToken } from "@/lib/auth/secret-token";

describe("a link's secret token", () => {
  it("names its rows and its hash again when it is read", () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }), (ids) => {
        const { token, hash } = makeSecretToken(ids);
        expect(readSecretToken(token, ids.length)).toEqual({ ids, hash });
      }),
    );
  });

  it("does not contain what is stored", () => {
    const { token, hash } = makeSecretToken(["018f0000-0000-7000-8000-000000000001"]);
    expect(Buffer.from(token, "base64url").toString("hex")).not.toContain(hash);
  });

  it("names rows that do not exist when it is malformed, whatever was sent", () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const { ids } = readSecretToken(sent, 2);
        expect(ids).toEqual(
          Array.from({ length: 2 }, () => "00000000-0000-0000-0000-000000000000"),
        );
      }),
    );
  });

  it("differs from every other, and the comparison says so", () => {
    const [a, b] = [makeSecretToken([]), makeSecretToken([])];
    expect(isSameHash(a.hash, b.hash)).toBe(false);
    expect(isSameHash(a.hash, a.hash)).toBe(true);
    expect(isSameHash(a.hash, "")).toBe(false);
  });
});
