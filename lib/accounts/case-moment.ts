import type { Ctx } from "@/lib/auth/ctx";
import { instantOf } from "@/lib/format/calendar";

/** When a case is opened or closed: now, or on the day at which the figures of an older data set stand. */
export function caseMoment({ workspace, asOf, now }: Ctx): Date {
  return workspace.figuresAsOf === null ? now : instantOf(workspace.timeZone, asOf, "12:00");
}
