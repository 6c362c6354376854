import { isAppError } from "@/lib/errors";

/** Null while facts are being built: the page says so and looks again. */
export async function orBeingComputed<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (isAppError(error) && error.code === "UNAVAILABLE") return null;
    throw error;
  }
}
