import { ZodError } from "zod";
import { newId } from "@/lib/db/new-id";
import { AppError, type ErrorCode } from "@/lib/errors";
import { speakPlainly } from "@/lib/i18n/field-sentence";
import { log } from "@/lib/log";

speakPlainly();

const STATUS: Record<ErrorCode, number> = {
  INVALID_INPUT: 422,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  GONE: 410,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const TITLES: Record<ErrorCode, string> = {
  INVALID_INPUT: "A field is wrong",
  NOT_FOUND: "Not found",
  FORBIDDEN: "Not allowed",
  UNAUTHENTICATED: "No valid key",
  CONFLICT: "The state does not allow it",
  RATE_LIMITED: "Too many requests",
  GONE: "Not valid any more",
  TOO_LARGE: "Too large",
  UNAVAILABLE: "Not available right now",
  INTERNAL: "Our fault",
};

/** RFC 9457, with the field of each mistake as a path: "people.3.askKey". */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  errors?: { field: string; message: string }[];
};

function problem(code: ErrorCode, detail: string, errors: Problem["errors"] = []): Problem {
  return {
    type: `urn:holdfast:problem:${code.toLowerCase().replaceAll("_", "-")}`,
    title: TITLES[code],
    status: STATUS[code],
    code,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** What went wrong, as a machine reads it; what nobody expected is logged and becomes a reference. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ZodError) {
    const errors = error.issues.map((issue) => ({
      field: issue.path.join("."),
      message: issue.message,
    }));
    return problem("INVALID_INPUT", "See the fields named.", errors);
  }
  if (error instanceof AppError && error.code !== "INTERNAL") {
    const errors = Object.entries(error.fieldErrors);
    return problem(
      error.code,
      error.message,
      errors.map(([field, message]) => ({ field, message })),
    );
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "api call failed");
  return problem("INTERNAL", `Nothing was changed. Reference: ${reference}.`);
}
