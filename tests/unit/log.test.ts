import { afterEach, describe, expect, it, vi } from "vitest";
import { logLevel } from "@/lib/env";
import { describeError, log, takeConsole } from "@/lib/log";

describe("the log of an error", () => {
  it("says kind, code and place, and nothing of what the message quotes", () => {
    const error = Object.assign(
      new Error("Key (email)=(ada@nordlys.example) is wrong near \"hunter2\" in 'abc'"),
      { code: "23505", detail: "ada@nordlys.example" },
    );
    const logged = describeError(error);
    expect(logged).toMatchObject({ type: "Error", code: "23505" });
    expect(JSON.stringify(logged)).not.toMatch(/ada@|hunter2|abc'/);
    expect(logged.stack).toContain("log.test.ts");
  });

  it("holds no address a mail server answered with, and no URL with a password", () => {
    const answer =
      "550 5.1.1 <lone@customer.example> unknown; postgresql://app:hunter2@db/x refused";
    expect(describeError(new Error(answer)).message).toBe("550 5.1.1 <…> unknown; … refused");
  });

  it("goes down to the cause, by the same rule", () => {
    const error = new Error("outer", { cause: new Error('inner "hunter2"') });
    expect(describeError(error)).toMatchObject({ cause: { message: "inner …" } });
  });

  it("holds the reference that a reader was told, and no address a redirect goes to", () => {
    const told = Object.assign(new Error("x"), { digest: "2338423961@E394" });
    expect(describeError(told)).toMatchObject({ digest: "2338423961@E394" });
    const redirect = Object.assign(new Error("x"), { digest: "NEXT_REDIRECT;push;/s/abc;307;" });
    expect(describeError(redirect)).not.toHaveProperty("digest");
  });

  it("tells only the type of what is no error", () => {
    expect(describeError("hunter2")).toEqual({ type: "string" });
  });
});

describe("the console of the server", () => {
  const before = { error: console.error, warn: console.warn };
  afterEach(() => {
    Object.assign(console, before);
    vi.restoreAllMocks();
  });

  it("is part of the log: one object, the error described, nothing that was quoted", () => {
    const lines = vi.spyOn(log, "error").mockImplementation(() => {});
    takeConsole();
    const error = new Error('Invalid `prisma.x()` invocation for "hunter2"');
    console.error("⨯", error);
    console.error("no mail for ada@nordlys.example", { password: "hunter2" });
    expect(lines.mock.calls).toEqual([
      [{ err: error }, "console"],
      [{ said: "no mail for …" }, "console"],
    ]);
  });
});

describe("how much is logged", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is what LOG_LEVEL says, and info where it says nothing that is known", () => {
    const levels = ["warn", "silent", "", "loud"].map((level) => {
      vi.stubEnv("LOG_LEVEL", level);
      return logLevel();
    });
    expect(levels).toEqual(["warn", "silent", "info", "info"]);
  });
});
