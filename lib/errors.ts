/**
 * The closed set of error codes. `message` is written for the person who reads it and never echoes
 * input. Another workspace's row is NOT_FOUND, never FORBIDDEN.
 */
export const ERROR_CODES = [
  /** A field, row or file is wrong; `fieldErrors` says which and what to do. */
  "INVALID_INPUT",
  /** No such row in this workspace. */
  "NOT_FOUND",
  /** The address exists and takes other calls. */
  "METHOD_NOT_ALLOWED",
  /** Signed in, but the role does not allow it. */
  "FORBIDDEN",
  /** No valid session, key or link. */
  "UNAUTHENTICATED",
  /** The state does not allow it (already exists, already closed, changed meanwhile). */
  "CONFLICT",
  /** Too many tries; the message says when to try again. */
  "RATE_LIMITED",
  /** The link or survey was valid once and is not any more. */
  "GONE",
  /** More bytes, rows or columns than allowed. */
  "TOO_LARGE",
  /** A part we depend on (database, mail) does not answer. */
  "UNAVAILABLE",
  /** A fault of ours; the message carries only a reference. */
  "INTERNAL",
] as const;

export const BUSY = "busy";

export type ErrorCode = (typeof ERROR_CODES)[number];
export type FieldErrors = Record<string, string>;

export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly fieldErrors: FieldErrors;
  /** What a form sends next time, by field, in place of what it sent. */
  readonly values: Readonly<Record<string, string>>;
  /** What the browser's error page is given instead of the message: only that it passes by itself. */
  digest?: string;

  /** The server's bundles have a copy of this class each, and wait for each other's promises. */
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return value instanceof Error && value.name === "AppError";
  }

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      fieldErrors?: FieldErrors;
      values?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fieldErrors = options.fieldErrors ?? {};
    this.values = options.values ?? {};
    if (code === "UNAVAILABLE") this.digest = BUSY;
  }
}

export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `There is no such ${what}.`);
}

export function invalidField(field: string, message: string): AppError {
  return new AppError("INVALID_INPUT", message, { fieldErrors: { [field]: message } });
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
