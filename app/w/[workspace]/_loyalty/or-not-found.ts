import { notFound } from "next/navigation";
import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";

/** An address that names nothing here, or no id at all, is "not found", whoever it belongs to. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ZodError) notFound();
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
