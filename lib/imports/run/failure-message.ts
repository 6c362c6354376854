import { newId } from "@/lib/db/new-id";
import { isAppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Codes after which a later try may work: the batch stays as it is. */
const PASSING = new Set(["CONFLICT", "UNAVAILABLE"]);

export function isPassing(error: unknown): boolean {
  return isAppError(error) && PASSING.has(error.code);
}

/** Refused file: its own words. Fault of ours: a reference, and what that means for the rows. */
export function failureMessage(error: unknown, whatStays: string): string {
  if (isAppError(error) && error.code !== "INTERNAL") {
    const fields = Object.values(error.fieldErrors).join(" ");
    return fields || error.message;
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "import failed");
  return `The import stopped because of a fault on our side (reference ${reference}). ${whatStays}`;
}
