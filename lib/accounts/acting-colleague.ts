import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/errors";

/** Whose word it is: the colleague, or the user where there is no row of a colleague. */
export function actingColleague({ actor }: Ctx): string {
  if (actor.type === "user") return actor.employeeId ?? actor.userId;
  if (actor.type === "apiKey") return actor.apiKeyId;
  throw new AppError("FORBIDDEN", "Your role does not allow this. Ask an admin of the workspace.");
}
