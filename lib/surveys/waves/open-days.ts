import type { Ctx } from "@/lib/auth/ctx";
import { addDays, dateIn } from "@/lib/format/calendar";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import { nextAskingTime } from "./asking-time";

/** How long an answer may be given and changed. */
export const OPEN_DAYS = 30;

/** The usual last day of a wave sent now. Its days begin when mail may leave: after weekend or quiet weeks. */
export function usualLastDay(ctx: Ctx, settings: AskingSettings): string {
  const { timeZone, country } = ctx.workspace;
  const first = nextAskingTime(ctx.now, { ...settings, timeZone, country });
  return addDays(dateIn(timeZone, first), OPEN_DAYS);
}
