import { isAppError } from "@/lib/errors";

/** Null while facts are being built or the database is too busy: the page goes without, or says so and looks again. */
export async function orNotNow<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (isAppError(error) && error.code === "UNAVAILABLE") return null;
    throw error;
  }
}
