import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/errors";

/** @returns The invitation whose link was opened. @throws AppError FORBIDDEN for anyone else. */
export function requireRespondent(ctx: Ctx): string {
  if (ctx.actor.type !== "respondent") {
    throw new AppError("FORBIDDEN", "Only the person who was asked may answer.");
  }
  return ctx.actor.invitationId;
}
