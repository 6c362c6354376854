import { notFound } from "next/navigation";
import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";

/** An address that names nothing here, or no id at all, is "not found", whoever it belongs to. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const isUnknown = isAppError(error) && ["NOT_FOUND", "INVALID_INPUT"].includes(error.code);
    if (isUnknown || error instanceof ZodError) notFound();
    throw error;
  }
}
