import pino from "pino";
import { logLevel } from "@/lib/env";

// What is quoted, a key with its values, and whatever has an @ in it: an address, or a URL with a password.
const TOLD = /"[^"]*"|'[^']*'|`[^`]*`|\([^()]*\)=\([^()]*\)|[^\s<>]+@[^\s<>]+/g;

/** What a reader is told to report; a digest of the framework's own may hold an address. */
const REFERENCE = /^[\w@-]+$/;

/** Kind, code and place of an error; what its message quotes may be somebody's input. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" && REFERENCE.test(digest) ? { digest } : {}),
    message: error.message.replace(TOLD, "…"),
    stack: frames.join("\n"),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Never log input, addresses, tokens or comments: ids and codes only. */
export const log = pino({
  base: null,
  // Here and not at start-up: the server's bundles each have a log of their own.
  level: logLevel(),
  redact: ["*.password", "*.token", "*.email", "password", "token", "email"],
  serializers: { err: describeError },
});

/** What the framework says on the console becomes lines of this log, by the same rules. */
export function takeConsole(): void {
  for (const method of ["error", "warn"] as const) {
    console[method] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      const words = said.filter((one) => typeof one === "string").join(" ");
      const told = words.replace(TOLD, "…").replace(/^\s*⨯\s*/, "");
      log[method]({ ...(err ? { err } : {}), ...(told ? { said: told } : {}) }, "console");
    };
  }
}
