import { ZodError } from "zod";
import { newId } from "@/lib/db/new-id";
import { AppError, type ErrorCode } from "@/lib/errors";
import { speakPlainly } from "@/lib/i18n/field-sentence";
import { log } from "@/lib/log";

speakPlainly();

const STATUS: Record<ErrorCode, number> = {
  INVALID_INPUT: 422,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
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
  METHOD_NOT_ALLOWED: "Another method is needed",
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

type Issue = ZodError["issues"][number];

/** A name that does not belong to an object is named itself, not the object. */
function mistakesOf({ path, message, ...issue }: Issue): NonNullable<Problem["errors"]> {
  const names = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 100) : [];
  if (names.length === 0) return [{ field: path.join("."), message }];
  return names.map((name) => ({ field: [...path, name.slice(0, 100)].join("."), message }));
}

/** What went wrong, as a machine reads it; what nobody expected is logged and becomes a reference. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ZodError) {
    return problem("INVALID_INPUT", "See the fields named.", error.issues.flatMap(mistakesOf));
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
