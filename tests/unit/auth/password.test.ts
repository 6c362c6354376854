import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";

describe("a password", () => {
  it("is kept as argon2id with 19 MiB, two passes and one lane", async () => {
    expect(await hashPassword("correct horse battery")).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it("opens with itself and with nothing else", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(await verifyPassword(stored, "correct horse battery")).toBe(true);
    expect(await verifyPassword(stored, "correct horse batterY")).toBe(false);
  });

  it("is never right where none is stored", async () => {
    expect(await verifyPassword(null, "")).toBe(false);
    expect(await verifyPassword(null, "anything at all")).toBe(false);
  });

  it("is hashed again when it was kept at another cost", async () => {
    const cheap = await hash("x", { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(needsRehash(cheap)).toBe(true);
    expect(needsRehash(await hashPassword("x"))).toBe(false);
  });

  it("is answered for everybody of a burst, though few are worked on at once", async () => {
    const stored = await hashPassword("correct horse battery");
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        verifyPassword(stored, i % 2 === 0 ? "correct horse battery" : "wrong"),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 30 }, (_, i) => i % 2 === 0));
  });

  it("needs length, not signs: a sentence passes, a short riddle does not", () => {
    expect(newPasswordSchema.safeParse("a calm sentence in lower case").success).toBe(true);
    expect(newPasswordSchema.safeParse("S3cr3t!").success).toBe(false);
    expect(newPasswordSchema.safeParse("aaaaaaaaaaaaaaaa").success).toBe(false);
    expect(newPasswordSchema.safeParse("x".repeat(300)).success).toBe(false);
  });
});
