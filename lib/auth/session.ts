import { AppError } from "@/lib/errors";
import type { Ctx } from "./ctx";

// Placeholder for the sign-in work: the one way from a request to a Ctx.
/** @throws AppError UNAUTHENTICATED without a live session, NOT_FOUND where the user is no member. */
export async function ctxForWorkspace(_slug: string): Promise<Ctx> {
  throw new AppError("UNAUTHENTICATED", "Sign in first.");
}
