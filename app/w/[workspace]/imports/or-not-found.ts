import { notFound } from "next/navigation";
import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";

/** An address that names no import, or not one of this workspace, is no page. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isUnknown = isAppError(error) && ["NOT_FOUND", "FORBIDDEN"].includes(error.code);
    if (isUnknown || error instanceof ZodError) notFound();
    throw error;
  }
}
