import { notFound } from "next/navigation";
import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";

const NO_PAGE = ["NOT_FOUND", "INVALID_INPUT", "FORBIDDEN"];

/** An address that names nothing here, no id at all, or what this role may not open, is no page. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if ((isAppError(error) && NO_PAGE.includes(error.code)) || error instanceof ZodError) {
      notFound();
    }
    throw error;
  }
}
