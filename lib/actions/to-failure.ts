import { unstable_rethrow } from "next/navigation";
import { ZodError } from "zod";
import { newId } from "@/lib/db/new-id";
import { AppError, type FieldErrors } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ActionResult, ActionValues } from "./action-result";

type Failure = Extract<ActionResult, { ok: false }>;

function fieldErrorsOf(error: ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    fields[name] ??= issue.message;
  }
  return fields;
}

/** Next's own redirects pass; known errors keep their words; the unknown becomes one fixed sentence. */
export function toFailure(error: unknown, values: ActionValues): Failure {
  unstable_rethrow(error);
  if (error instanceof ZodError) {
    return {
      ok: false,
      code: "INVALID_INPUT",
      message: "Please check the marked fields.",
      fieldErrors: fieldErrorsOf(error),
      values,
    };
  }
  if (error instanceof AppError && error.code !== "INTERNAL") {
    const { code, message, fieldErrors } = error;
    return { ok: false, code, message, fieldErrors, values };
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "action failed");
  return {
    ok: false,
    code: "INTERNAL",
    message: `Something went wrong on our side. Nothing was changed. Reference: ${reference}.`,
    fieldErrors: {},
    values,
  };
}
