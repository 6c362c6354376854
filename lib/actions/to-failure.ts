import { unstable_rethrow } from "next/navigation";
import { ZodError } from "zod";
import { readerLanguage } from "@/lib/auth/reader-language";
import { newId } from "@/lib/db/new-id";
import { AppError, type FieldErrors } from "@/lib/errors";
import { speakPlainly } from "@/lib/i18n/field-sentence";
import { saySentence } from "@/lib/i18n/say-sentence";
import { log } from "@/lib/log";
import type { ActionResult, ActionValues } from "./action-result";

type Failure = Extract<ActionResult, { ok: false }>;
type Told = Pick<Failure, "code" | "message" | "fieldErrors"> & Partial<Pick<Failure, "values">>;

speakPlainly();

function fieldErrorsOf(error: ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    fields[name] ??= issue.message;
  }
  return fields;
}

function tell(error: unknown): Told {
  if (error instanceof ZodError) {
    const message = "Please check the marked fields.";
    return { code: "INVALID_INPUT", message, fieldErrors: fieldErrorsOf(error) };
  }
  if (error instanceof AppError && error.code !== "INTERNAL") {
    const { code, message, fieldErrors, values } = error;
    return { code, message, fieldErrors, values };
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "action failed");
  const message = `Something went wrong on our side. Nothing was changed. Reference: ${reference}.`;
  return { code: "INTERNAL", message, fieldErrors: {} };
}

/** Asking who reads needs the database, which may be what does not answer. */
async function languageOrEnglish(): Promise<string> {
  return readerLanguage().catch(() => "en");
}

/**
 * Next's own redirects pass; known errors keep their words; the unknown becomes one fixed sentence.
 * Said in the reader's language: `locale`, or that of the request.
 */
export async function toFailure(
  error: unknown,
  values: ActionValues,
  locale?: string,
): Promise<Failure> {
  unstable_rethrow(error);
  const { code, message, fieldErrors, values: next } = tell(error);
  const language = locale ?? (await languageOrEnglish());
  const said = Object.entries(fieldErrors).map(([field, text]) => [
    field,
    saySentence(language, text),
  ]);
  return {
    ok: false,
    code,
    message: saySentence(language, message),
    fieldErrors: Object.fromEntries(said),
    values: { ...values, ...next },
  };
}
