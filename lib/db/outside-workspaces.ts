import { db } from "./client";
import { toAppError } from "./database-error";

/** A read of global tables before any workspace is known; what fails is said as within one. */
export async function outsideWorkspaces<T>(
  work: (client: ReturnType<typeof db>) => Promise<T>,
): Promise<T> {
  try {
    return await work(db());
  } catch (error) {
    throw toAppError(error);
  }
}
