import { newId } from "@/lib/db/new-id";
import { isAppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Codes after which a later try may work: the batch stays as it is. */
const PASSING = new Set(["CONFLICT", "UNAVAILABLE"]);

export function isPassing(error: unknown): boolean {
  return isAppError(error) && PASSING.has(error.code);
}

/** What stopped: nothing was written yet, or some of it was. */
type Stopped = "check" | "import";

/** Refused file: its own words. Fault of ours: a reference, and what that means for the rows. */
export function failureMessage(error: unknown, stopped: Stopped): { message: string } {
  if (isAppError(error) && error.code !== "INTERNAL") {
    const fields = Object.values(error.fieldErrors).join(" ");
    return { message: fields || error.message };
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "import failed");
  if (stopped === "check") {
    return {
      message: `The check stopped because of a fault on our side (reference ${reference}). Nothing was written.`,
    };
  }
  return {
    message: `The import stopped because of a fault on our side (reference ${reference}). Importing the file again is safe: rows that are in already change nothing.`,
  };
}
